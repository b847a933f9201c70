import Disk
import Foundation
import Texts

/// Lends a folder for the files that an engine reads and writes: `dualpoints-print-<user>/<six letters>` where the system
/// keeps such files (`TMPDIR`).
///
/// Who works there holds a shared lock on the user's folder. Who comes and finds himself alone clears away what killed runs
/// left, and who leaves last takes the folder along.
/// - Throws: `EnvironmentFailure`, or what `work` throws.
func withWorkFolder<Result>(_ work: (String) throws -> Result) throws -> Result {
  var parent = FileManager.default.temporaryDirectory.path
  if parent.ends(with: "/") { parent.removeLast() }
  let base = "\(parent)/dualpoints-print-\(geteuid())"
  let lock = try enter(base)
  defer { if flock(lock.number, LOCK_EX | LOCK_NB) == 0 { rmdir(base) } }
  var template = Array("\(base)/XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw EnvironmentFailure.system(errno, .create, base) }
  let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { try? removeTree(folder, in: AT_FDCWD, path: folder) }
  return try work(folder)
}

private func enter(_ base: String) throws -> Descriptor {
  while true {
    guard mkdir(base, 0o700) == 0 || errno == EEXIST else { throw EnvironmentFailure.system(errno, .create, base) }
    let number = open(base, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    // The last of the others may take it along in between.
    if number < 0, errno == ENOENT { continue }
    guard number >= 0 else { throw EnvironmentFailure.system(errno, .read, base) }
    let folder = Descriptor(adopting: number, path: base)
    let own = try folder.status()
    // In a folder for all, somebody else could have made it first, to read along.
    guard own.st_uid == geteuid() else { throw EnvironmentFailure.system(EACCES, .write, base) }
    let isAlone = flock(number, LOCK_EX | LOCK_NB) == 0
    if isAlone {
      // An engine that is just being killed may still write: what can't be removed now goes next time.
      for case let name? in try names(in: folder) { try? removeTree(name, in: number, path: "\(base)/\(name)") }
    }
    while flock(number, LOCK_SH) != 0 {
      guard errno == EINTR else { throw EnvironmentFailure.system(errno, .lock, base) }
    }
    var current = stat()
    guard lstat(base, &current) == 0, current.st_ino == own.st_ino, current.st_dev == own.st_dev else { continue }
    return folder
  }
}
