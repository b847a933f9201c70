import Disk
import Foundation
import Loading
import Watching

/// What the system tells (inotify) of `content/` and `templates/` of a project: that something changed, not what, since
/// every build is a whole one.
///
/// The watches follow the folders: whenever a folder comes, goes or moves, or the system's queue overflowed, all folders
/// are walked again. A project that is away has no watches; who looks at it calls `follow` when it is back.
final class FolderNotices {
  private let notices: Descriptor
  private let project: String
  /// The project's own watch, where only the names of the two folders count; negative while it is away.
  private var root: Int32 = -1
  private var watched: Set<Int32> = []
  private var passOver = PassOver()
  /// Files that came into being or were written into and weren't closed yet: half of one needn't be shown as a mistake.
  private var unfinished: Set<Name> = []
  /// What went, while nothing has come under its name.
  private var missing: Set<Name> = []

  /// In a folder, by its watch: every branch has a table of the same name in every year.
  private struct Name: Hashable {
    let folder: Int32
    let name: String
  }

  /// - Throws: `EnvironmentFailure` where the system has no watches left.
  init(project: String) throws {
    self.project = project
    notices = Descriptor(adopting: inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)), path: project)
    guard notices.number >= 0 else { throw EnvironmentFailure.system(errno, .watch, project) }
    try follow()
  }

  /// Readable when something waits to be taken.
  var descriptor: Int32 { notices.number }
  var state: Watching.SaveState { !unfinished.isEmpty ? .unfinished : missing.isEmpty ? .whole : .missing }
  /// Whether the project is there, and watched.
  var isStanding: Bool { root >= 0 }

  /// Takes all notices that wait.
  /// - Returns: whether there was a change among them.
  func take() throws -> Bool {
    var taken = Taken()
    while true {
      let bytes = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
        count = max(0, read(notices.number, buffer.baseAddress, buffer.count))
      }
      if bytes.isEmpty { break }
      bytes.withUnsafeBytes { buffer in
        var next = 0
        while next < buffer.count {
          let notice = buffer.loadUnaligned(fromByteOffset: next, as: inotify_event.self)
          let start = next + MemoryLayout<inotify_event>.size
          next = start + Int(notice.len)
          note(notice, String(decoding: buffer[start..<next].prefix { $0 != 0 }, as: UTF8.self), in: &taken)
        }
      }
    }
    if taken.movesFolders { try follow() }
    return taken.isChange
  }

  private struct Taken {
    var isChange = false
    var movesFolders = false
  }

  private func note(_ notice: inotify_event, _ name: String, in taken: inout Taken) {
    let mask = Int32(bitPattern: notice.mask)
    let isLost = mask & IN_Q_OVERFLOW != 0
    // A watch that ends by itself is noticed by the folder above it; above the project there is none.
    let isEnd = mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) != 0
    if isLost || (isEnd && notice.wd == root) { taken = Taken(isChange: true, movesFolders: true) }
    let isFolder = mask & IN_ISDIR != 0
    let concerns =
      notice.wd == root ? sourceFolders.contains(name) : passOver.reason(name, isFolder: isFolder) == nil
    guard !isLost, !isEnd, concerns else { return }
    taken.isChange = true
    let entry = Name(folder: notice.wd, name: name)
    let isGone = mask & (IN_MOVED_FROM | IN_DELETE) != 0
    if isGone { missing.insert(entry) } else { missing.remove(entry) }
    if isFolder {
      taken.movesFolders = true
    } else if mask & (IN_CREATE | IN_MODIFY) != 0 {
      unfinished.insert(entry)
    } else if mask & (IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE) != 0 {
      unfinished.remove(entry)
    }
  }

  /// A build begins: what is noticed from here on is for the next, and `site.yaml` may name other files to pass over.
  func begin() {
    (unfinished, missing) = ([], [])
    if let folder = try? Descriptor(folder: realPath(project), path: project) { passOver = PassOver(project: folder) }
  }

  /// Watches the folders that stand now, and no other.
  func follow() throws {
    let events = IN_CLOSE_WRITE | IN_CREATE | IN_MODIFY | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
    var standing: Set<Int32> = []
    // Before its entries are listed, so that none can come in between.
    let before = root
    root = try add(project, events | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR) ?? -1
    if before >= 0, before != root { inotify_rm_watch(notices.number, before) }
    var folders = root < 0 ? [] : sourceFolders.map { "\(project)/\($0)" }
    while let folder = folders.popLast() {
      guard let number = try add(folder, events | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK) else { continue }
      standing.insert(number)
      folders += subfolders(of: folder)
    }
    for gone in watched.subtracting(standing) { inotify_rm_watch(notices.number, gone) }
    watched = standing
  }

  /// - Returns: `nil` for what isn't a folder, is gone again, or isn't to be read: the build says so.
  private func add(_ folder: String, _ events: Int32) throws -> Int32? {
    let number = inotify_add_watch(notices.number, folder, UInt32(bitPattern: events))
    guard number < 0 else { return number }
    guard errno == ENOSPC || errno == ENOMEM else { return nil }
    throw errno == ENOSPC ? EnvironmentFailure(.tooManyFolders) : .system(errno, .watch, folder)
  }

  private func subfolders(of folder: String) -> [String] {
    guard let opened = try? Descriptor(folder: folder, path: folder), let names = try? names(in: opened) else {
      return []
    }
    return names.compactMap { $0 }.filter { passOver.reason($0, isFolder: true) == nil }.filter { name in
      (try? kind(of: name, in: opened.number, path: name)) == .folder
    }.map { "\(folder)/\($0)" }
  }
}
