import Disk
import Foundation

/// What lies deeper than so many folders below the project's is refused unread.
package let deepestFolder = 32

/// What a project's files look like from outside, enough to tell that one of them changed: names, sizes, times and rights.
///
/// For file systems that send no notices, as shares on a network do. Not the number that a file system gives a file: some
/// shares make up another each time.
package struct ProjectLook: Equatable, Sendable {
  private struct File: Equatable {
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
    let mode: UInt32
  }

  /// By their path from the project folder; `nil` where that isn't there. What can't be opened is as if it weren't.
  private var files: [String: File]?

  package init(project: String) {
    guard let root = try? Descriptor(folder: realPath(project), path: project) else { return }
    let passOver = PassOver(project: root)
    files = [:]
    for name in sourceFolders { enter(name, in: root.number, path: name, depth: 1, passOver) }
  }

  /// Whether another look found the same folders.
  package func hasSameFolders(as other: ProjectLook) -> Bool {
    guard let files, let others = other.files else { return self.files == nil && other.files == nil }
    let isFolder = { (path: String) in path.utf8.last == UInt8(ascii: "/") }
    let folders = files.keys.filter(isFolder)
    return folders.count == others.keys.count(where: isFolder) && folders.allSatisfy { others[$0] != nil }
  }

  private mutating func enter(_ name: String, in parent: Int32, path: String, depth: Int, _ passOver: PassOver) {
    var status = stat()
    guard fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
    let isFolder = EntryKind(status.st_mode) == .folder
    guard depth == 1 || passOver.reason(name, isFolder: isFolder) == nil else { return }
    guard isFolder else {
      files?[path] = File(
        size: Int64(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
        mode: UInt32(status.st_mode))
      return
    }
    // An empty folder may be missed too; its times and size are nobody's content.
    files?[path + "/"] = File(size: 0, seconds: 0, nanoseconds: 0, mode: UInt32(status.st_mode))
    guard depth <= deepestFolder, let folder = try? Descriptor(folder: name, in: parent, path: path),
      let entries = try? entries(in: folder)
    else { return }
    for case let name? in entries.map(\.name) {
      enter(name, in: folder.number, path: "\(path)/\(name)", depth: depth + 1, passOver)
    }
  }
}
