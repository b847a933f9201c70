import Foundation

/// What stands at a name in a folder, links not followed.
package enum EntryKind {
  case file, folder, link, other

  package init(_ mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }

  /// `nil` where the file system doesn't say.
  init?(directoryType type: Int) {
    switch type {
    case DT_REG: self = .file
    case DT_DIR: self = .folder
    case DT_LNK: self = .link
    case DT_UNKNOWN: return nil
    default: self = .other
    }
  }
}

/// A name in a folder.
package struct FolderEntry {
  /// `nil` for one that isn't valid UTF-8.
  package let name: String?
  /// As the folder tells it; `nil` where its file system doesn't.
  package let kind: EntryKind?
}

/// What stands in an open folder without `.` and `..`, in byte order.
package func entries(in folder: borrowing Descriptor) throws -> [FolderEntry] {
  try unsortedEntries(in: folder).sorted { ($0.name ?? "") < ($1.name ?? "") }
}

/// The same as the file system has them, where the order makes no difference: a folder may hold tens of thousands.
func unsortedEntries(in folder: borrowing Descriptor) throws -> [FolderEntry] {
  // A second opening, since a directory stream takes over its descriptor and shares its position.
  let again = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard again >= 0 else { throw EnvironmentFailure.system(errno, .read, folder.path) }
  guard let stream = fdopendir(again) else {
    close(again)
    throw EnvironmentFailure.system(errno, .read, folder.path)
  }
  defer { closedir(stream) }
  var entries: [FolderEntry] = []
  while true {
    errno = 0
    guard let entry = readdir(stream) else {
      guard errno == 0 else { throw EnvironmentFailure.system(errno, .read, folder.path) }
      break
    }
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
    if name != ".", name != ".." {
      entries.append(FolderEntry(name: name, kind: EntryKind(directoryType: Int(entry.pointee.d_type))))
    }
  }
  return entries
}

/// Names in an open folder without `.` and `..`, in byte order; `nil` stands for a name that isn't valid UTF-8.
package func names(in folder: borrowing Descriptor) throws -> [String?] { try entries(in: folder).map(\.name) }

/// What stands at `name` in `folder`; `nil` if nothing does.
package func kind(of name: String, in folder: Int32, path: String) throws -> EntryKind? {
  var status = stat()
  if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return EntryKind(status.st_mode) }
  guard errno == ENOENT || errno == ENOTDIR else { throw EnvironmentFailure.system(errno, .read, path) }
  return nil
}

/// Removes a folder with all it holds; links are removed, never followed.
package func removeTree(_ name: String, in parent: Int32, path: String) throws {
  let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  guard folder >= 0 else {
    if errno == ENOENT { return }
    throw EnvironmentFailure.system(errno, .remove, path)
  }
  let owner = Descriptor(adopting: folder, path: path)
  for name in try unsortedEntries(in: owner).map(\.name) {
    guard let name else { continue }
    if unlinkat(folder, name, 0) == 0 { continue }
    guard errno == EISDIR || errno == EPERM else { throw EnvironmentFailure.system(errno, .remove, "\(path)/\(name)") }
    try removeTree(name, in: folder, path: "\(path)/\(name)")
  }
  guard unlinkat(parent, name, AT_REMOVEDIR) == 0 else { throw EnvironmentFailure.system(errno, .remove, path) }
}
