import Foundation

/// Makes a folder, and those above it that aren't there.
/// - Throws: `EnvironmentFailure` that says why it can't be made.
func makeFolder(_ path: String) throws {
  if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
  let code = errno
  guard code == ENOENT, let slash = path.utf8.dropLast().lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex
  else {
    throw EnvironmentFailure.system(code, .create, path)
  }
  try makeFolder(String(path[..<slash]))
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw EnvironmentFailure.system(errno, .create, path) }
}
