import Foundation

/// Keeps two builds out of one published folder while `work` runs. Waits for another build to finish, up to `patience`
/// seconds. The kernel releases the lock with the process, however that ends.
package func holdingBuildLock<Result>(_ path: String, patience: Double, _ work: () throws -> Result) throws -> Result {
  let started = ContinuousClock.now
  while true {
    let file = try Descriptor(path, flags: O_RDWR | O_CREAT, path: path, action: .lock)
    if flock(file.number, LOCK_EX | LOCK_NB) == 0 {
      // The build before may have removed the file while this one was opening it.
      var current = stat()
      let own = try file.status()
      guard lstat(path, &current) == 0, current.st_ino == own.st_ino, current.st_dev == own.st_dev else { continue }
      return try withExtendedLifetime(file) {
        defer { unlink(path) }
        return try work()
      }
    }
    guard errno == EWOULDBLOCK || errno == EINTR else { throw EnvironmentFailure.system(errno, .lock, path) }
    guard ContinuousClock.now - started < .seconds(patience) else {
      throw EnvironmentFailure(.anotherBuild(path, seconds: Int(patience)))
    }
    usleep(50_000)
  }
}
