import Foundation

/// Which file it is, how large, and when its bytes, its rights and its names were changed. A program may set the first of
/// the times back, but not the second.
package struct FileStamp: Equatable, Sendable {
  private let device: UInt64
  private let number: UInt64
  private let size: Int64
  private let mode: UInt32
  private let written: Moment
  private let changed: Moment

  private struct Moment: Equatable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) { (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec) }
  }

  package init(_ status: stat) {
    (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
    (size, mode) = (Int64(status.st_size), UInt32(status.st_mode))
    (written, changed) = (Moment(status.st_mtim), Moment(status.st_ctim))
  }

  /// Of the file at a path, which no link is; `nil` where none stands.
  package init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, EntryKind(status.st_mode) == .file else { return nil }
    self.init(status)
  }

  /// Whether it is the file that an earlier stamp was of, with the same bytes as far as the time of writing says; its names
  /// may have changed since.
  func isSameWriting(as earlier: FileStamp) -> Bool {
    (device, number, size) == (earlier.device, earlier.number, earlier.size) && written == earlier.written
  }

  /// Whether another writing would have given it another stamp: the clocks of some file systems go by whole seconds.
  var isExact: Bool { written.nanoseconds != 0 }

  /// Whether it was neither written nor changed at a time or later.
  /// - Parameter seconds: since 1970.
  package func isOlder(than seconds: Int) -> Bool { max(written.seconds, changed.seconds) < seconds }
}
