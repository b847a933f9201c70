import Disk
import Foundation

/// What was read of a project's files, for the next time they are loaded: what stands there as it did isn't read again.
///
/// The matter of a file is the function of its bytes that it was; that the bytes are the same its stamp says. Whatever was
/// refused is looked at again, since it may have been locked or half saved.
package struct KeptFiles: Sendable {
  private var files: [String: StampedFile] = [:]

  init() {}

  /// The file at a path from the folder, where it is as it was read.
  func file(_ path: String, in folder: Int32) -> StampedFile? {
    guard let known = files[path], known.isSettled else { return nil }
    var status = stat()
    guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0, FileStamp(status) == known.stamp else { return nil }
    return known
  }

  mutating func keep(_ file: StampedFile, of path: String) {
    if case .refused = file.matter { return }
    files[path] = file
  }
}

/// What was read of a file, and how it stood there when it was opened.
struct StampedFile: Sendable {
  let matter: ReadFile
  fileprivate let stamp: FileStamp
  /// Whether another writing would have given it another stamp. Clocks of file systems go by hundredths of a second, those
  /// of some shares by two seconds, and not as this machine's does: what is younger than this is read again.
  fileprivate let isSettled: Bool
  private static let settling = 10

  init(_ matter: ReadFile, _ status: stat, at now: Int) {
    self.matter = matter
    stamp = FileStamp(status)
    isSettled = stamp.isOlder(than: now - Self.settling)
  }
}
