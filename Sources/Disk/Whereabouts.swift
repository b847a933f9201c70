import Foundation
import Texts

/// The folders of a project that are read.
package let sourceFolders = ["content", "templates"]

/// Where a project stands, so that nothing is written over what it is made of: compared by path and, since a folder may be
/// mounted twice and some file systems know no letter case, by what the file system says it is.
package struct Whereabouts {
  private let root: String
  private let sources: [String]
  /// What the program keeps beside them, and clears as it likes.
  private let own: String

  package init(project: String) {
    root = realPath(project)
    sources = sourceFolders.map { realPath("\(project)/\($0)") }
    own = realPath("\(project)/.dualpoints")
  }

  /// Refuses a folder that would be exchanged as a whole.
  /// - Parameter path: as `realPath` gives it.
  package func refuseFolder(_ path: String) throws {
    if path == "/" || isInside(root, path) { throw EnvironmentFailure(.holdsProject(path)) }
    try refuseSources(path)
    switch try kind(of: path, in: AT_FDCWD, path: path) {
    case .folder:
      // Another's, whose sources would stay as somebody else's files among what is published.
      let site = "\(path)/content/site.yaml"
      if try kind(of: site, in: AT_FDCWD, path: site) != nil { throw EnvironmentFailure(.holdsProject(path)) }
    case nil: return
    case .link: throw EnvironmentFailure(.link(path))
    case .file, .other: throw EnvironmentFailure(.notAFolder(path))
    }
  }

  /// Refuses a file that can't take the place of what stands there.
  package func refuseFile(_ path: String) throws {
    // The name itself isn't followed: what it leads to may be anything.
    let name = URL(fileURLWithPath: path).lastPathComponent
    let folder = realPath(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    try refuseSources(folder)
    try refuseOther("\(folder)/\(name)", path: path)
  }

  /// Refuses a place where the page for the clerk can't be: it may be anywhere but among what the project is made of, or
  /// there under the one name that is never read. Never among what is published: it is the office's.
  /// - Parameters:
  ///   - output: the folder that is published.
  ///   - unread: the name that is never read among the content.
  package func refuseReport(at path: String, output: String, unread: String) throws {
    let (folder, name) = parent(of: path)
    let kind = name.lowercased()
    guard kind.ends(with: ".html") || kind.ends(with: ".htm") else { throw EnvironmentFailure(.noPage(path)) }
    try refusePublished(path, in: output)
    if isInside(realPath(folder), own) { throw EnvironmentFailure(.insideOwn(path)) }
    if name != unread { try refuseFile(path) }
  }

  /// Refuses what lies in a folder that is published, or would.
  package func refusePublished(_ path: String, in output: String) throws {
    if isInside(realPath(parent(of: path).folder), realPath(output)) { throw EnvironmentFailure(.insideSite(path)) }
  }

  /// Refuses what lies in the content, the templates or the program's own folder.
  package func refuseSources(_ path: String) throws {
    if sources.contains(where: { isInside(path, $0) }) { throw EnvironmentFailure(.insideProject(path)) }
    if isInside(path, own) { throw EnvironmentFailure(.insideOwn(path)) }
  }
}

/// Refuses what a file can't take the place of: a link, a folder, a device, a pipe, a socket.
/// - Parameter path: what the mistake calls it.
func refuseOther(_ place: String, path: String) throws {
  switch try kind(of: place, in: AT_FDCWD, path: path) {
  case .file, nil: return
  case .link: throw EnvironmentFailure(.link(path))
  case .folder, .other: throw EnvironmentFailure(.notAFile(path))
  }
}

/// Whether two paths lead to the same thing, by name or because the file system says so.
package func isSamePlace(_ one: String, _ other: String) -> Bool {
  if realPath(one) == realPath(other) { return true }
  guard let identity = Identity(one) else { return false }
  return identity == Identity(other)
}

/// Whether a path is a folder or lies in it, by name or because it is the same thing.
/// Both are as `realPath` gives them.
package func isInside(_ path: String, _ folder: String) -> Bool {
  let wanted = Identity(folder)
  var place = path
  while true {
    if place == folder || (wanted != nil && Identity(place) == wanted) { return true }
    guard place != "/" else { return false }
    place = parent(of: place).folder
  }
}

/// What the file system says a path is; `nil` where nothing stands.
private struct Identity: Equatable {
  let device: dev_t
  let number: ino_t

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    (device, number) = (status.st_dev, status.st_ino)
  }
}

/// An absolute path without links, as far as it exists; a link that leads nowhere stays.
package func realPath(_ path: String) -> String {
  if let found = realpath(path.isEmpty ? "." : path, nil) {
    defer { free(found) }
    return String(cString: found)
  }
  let (folder, name) = parent(of: path)
  let real = folder == path ? "/" : realPath(folder)
  switch name {
  case "", ".": return real
  case "..": return parent(of: real).folder
  default: return real == "/" ? "/\(name)" : "\(real)/\(name)"
  }
}

/// `a/b/c` → `a/b` and `c`.
package func parent(of path: String) -> (folder: String, name: String) {
  var bytes = path.utf8[...]
  while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
  guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
    return (".", String(Substring(bytes)))
  }
  let name = String(Substring(bytes[bytes.index(after: slash)...]))
  return (slash == bytes.startIndex ? "/" : String(Substring(bytes[..<slash])), name)
}
