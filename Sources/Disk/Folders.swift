import Foundation

/// Makes a folder, and those above it that aren't there.
/// - Throws: `EnvironmentFailure` that says why it can't be made.
package func makeFolder(_ path: String) throws {
  if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
  let code = errno
  let above = parent(of: path).folder
  guard code == ENOENT, above != "/", above != "." else { throw EnvironmentFailure.system(code, .create, path) }
  try makeFolder(above)
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw EnvironmentFailure.system(errno, .create, path) }
}
