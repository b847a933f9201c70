import Foundation
import Texts

/// Writes a file whole or not at all: beside it first, on the disk, then renamed over it. Makes its folder if needed.
///
/// Beside it stands a hidden file under a name nobody can guess, so that none can have put another there; the loader passes
/// over it. What a killed run leaves is no mistake in the content and goes with the next run, which knows by a lock that
/// nobody writes there any more. A file that takes another's place keeps its rights.
package func replaceFile(_ path: String, with bytes: [UInt8]) throws {
  try bytes.withUnsafeBytes { try replaceFile(path, with: $0) }
}

/// The same of bytes that are too many to be copied.
package func replaceFile(_ path: String, with bytes: UnsafeRawBufferPointer) throws {
  try makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
  try replaceStandingFile(path, with: bytes, keepsOwner: true)
}

/// A page that is made anew each time and is nobody's work: it becomes whoever's writes it, with the rights it had, and
/// whose it was before matters as little as its name needs. Its folder stands: one that is away isn't made, and so isn't
/// in the way when it comes back.
/// - Throws: `EnvironmentFailure`, also where a link, a folder, a device, a pipe or a socket has the name: it stays.
package func replaceMadePage(_ path: String, with bytes: [UInt8]) throws {
  try bytes.withUnsafeBytes { try replaceStandingFile(path, with: $0, keepsOwner: false) }
}

private func replaceStandingFile(_ path: String, with bytes: UnsafeRawBufferPointer, keepsOwner: Bool) throws {
  let url = URL(fileURLWithPath: path)
  let (folder, name) = (url.deletingLastPathComponent().path, url.lastPathComponent)
  try refuseOther(path, path: path)
  removeLeftovers(of: name, in: folder)
  let earlier = Rights(of: path)
  let file = try lockedFile("\(folder)/.\(name).tmp-", isPrivate: earlier != nil)
  do {
    try file.write(all: bytes)
    if let earlier { try file.take(earlier, isStrict: keepsOwner, of: path) }
    guard fsync(file.number) == 0 else { throw EnvironmentFailure.system(errno, .write, file.path) }
    guard rename(file.path, path) == 0 else { throw EnvironmentFailure.system(errno, .write, path) }
  } catch {
    unlink(file.path)
    throw error
  }
}

/// Sixteen digits that nobody can foresee.
package func unguessable() -> String {
  let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}

/// A new file that this run alone holds.
/// - Parameter isPrivate: whether only its owner may read it, until it gets rights of its own.
private func lockedFile(_ prefix: String, isPrivate: Bool) throws -> Descriptor {
  while true {
    let path = prefix + unguessable()
    let file = try Descriptor(
      path, flags: O_RDWR | O_CREAT | O_EXCL, mode: isPrivate ? 0o600 : 0o666, path: path, action: .write)
    // A run that was looking for leftovers may have come before the lock, and taken it away.
    if flock(file.number, LOCK_EX | LOCK_NB) == 0, try file.status().st_nlink > 0 { return file }
  }
}

/// What runs that were killed left beside a file, by names of this version or the one before.
private func removeLeftovers(of name: String, in folder: String) {
  let prefix = ".\(name).tmp"
  guard let place = try? Descriptor(folder: folder, path: folder), let names = try? names(in: place) else { return }
  let isLeftover = { (name: String) in
    name == prefix || (name.begins(with: prefix + "-") && name.utf8.count == prefix.utf8.count + 17)
  }
  for case let name? in names where isLeftover(name) {
    guard
      let file = try? Descriptor(
        name, in: place.number, flags: O_RDONLY | O_NONBLOCK, path: "\(folder)/\(name)", action: .read),
      let status = try? file.status(), EntryKind(status.st_mode) == .file, status.st_uid == geteuid(),
      flock(file.number, LOCK_EX | LOCK_NB) == 0
    else { continue }
    unlinkat(place.number, name, 0)
  }
}
