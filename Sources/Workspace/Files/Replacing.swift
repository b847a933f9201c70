import Foundation

/// Writes a file whole or not at all: beside it first, on the disk, then renamed over it. Makes its folder if needed.
///
/// Beside it stands a hidden file, which the loader passes over: what a killed run leaves is no mistake in the content,
/// and the next run writes over it. A lock on it keeps two runs from writing at once.
func replaceFile(_ path: String, with bytes: [UInt8]) throws {
  let url = URL(fileURLWithPath: path)
  let folder = url.deletingLastPathComponent().path
  try makeFolder(folder)
  let temporary = "\(folder)/.\(url.lastPathComponent).tmp"
  while true {
    let file = try Descriptor(temporary, flags: O_RDWR | O_CREAT, path: temporary, action: .write)
    guard flock(file.number, LOCK_EX) == 0 else {
      if errno == EINTR { continue }
      throw EnvironmentFailure.system(errno, .lock, temporary)
    }
    // The run before may have put the file in its place while this one waited.
    var current = stat()
    let own = try file.status()
    guard lstat(temporary, &current) == 0, current.st_ino == own.st_ino, current.st_dev == own.st_dev else { continue }
    do {
      guard ftruncate(file.number, 0) == 0 else { throw EnvironmentFailure.system(errno, .write, temporary) }
      try file.write(bytes)
      guard fsync(file.number) == 0 else { throw EnvironmentFailure.system(errno, .write, temporary) }
      guard rename(temporary, path) == 0 else { throw EnvironmentFailure.system(errno, .write, path) }
    } catch {
      unlink(temporary)
      throw error
    }
    return
  }
}
