import Foundation

/// What stands at a name in a folder, links not followed.
enum EntryKind {
  case file, folder, link, other

  init(_ mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}

/// Names in an open folder without `.` and `..`, in byte order; `nil` stands for a name that isn't valid UTF-8.
func names(in folder: borrowing Descriptor) throws -> [String?] {
  // A second opening, since a directory stream takes over its descriptor and shares its position.
  let again = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard again >= 0 else { throw EnvironmentFailure.system(errno, .read, folder.path) }
  guard let stream = fdopendir(again) else {
    close(again)
    throw EnvironmentFailure.system(errno, .read, folder.path)
  }
  defer { closedir(stream) }
  var names: [String?] = []
  while true {
    errno = 0
    guard let entry = readdir(stream) else {
      guard errno == 0 else { throw EnvironmentFailure.system(errno, .read, folder.path) }
      break
    }
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted { ($0 ?? "") < ($1 ?? "") }
}

/// What stands at `name` in `folder`; `nil` if nothing does.
func kind(of name: String, in folder: Int32, path: String) throws -> EntryKind? {
  var status = stat()
  if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return EntryKind(status.st_mode) }
  guard errno == ENOENT || errno == ENOTDIR else { throw EnvironmentFailure.system(errno, .read, path) }
  return nil
}

/// Removes a folder with all it holds; links are removed, never followed.
func removeTree(_ name: String, in parent: Int32, path: String) throws {
  let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  guard folder >= 0 else {
    if errno == ENOENT { return }
    throw EnvironmentFailure.system(errno, .remove, path)
  }
  let owner = Descriptor(adopting: folder, path: path)
  for name in try names(in: owner) {
    guard let name else { continue }
    if unlinkat(folder, name, 0) == 0 { continue }
    guard errno == EISDIR || errno == EPERM else { throw EnvironmentFailure.system(errno, .remove, "\(path)/\(name)") }
    try removeTree(name, in: folder, path: "\(path)/\(name)")
  }
  guard unlinkat(parent, name, AT_REMOVEDIR) == 0 else { throw EnvironmentFailure.system(errno, .remove, path) }
}
