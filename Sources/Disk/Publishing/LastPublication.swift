import Foundation

/// What a process that publishes again and again keeps of what it published last, so that of a file which didn't change
/// neither the old bytes need be read nor the new ones made.
///
/// It holds as long as the published folder is the one that it speaks of: each file is asked for once more whether it stands
/// as it was left, and what doesn't is made, compared and told of as in any build.
package final class LastPublication {
  fileprivate(set) var files: StandingFiles?

  package init() {}

  /// Whether what was published last is what stands in a folder.
  package func stands(in output: String) -> Bool { files?.stand(in: output) ?? false }

  /// Nothing is known while a publication goes on, nor after one that failed.
  func forget() { files = nil }

  func keep(_ written: [WrittenFile], _ manifest: PublishedStamp?) {
    files = manifest.map { StandingFiles(written, manifest: $0) }
  }
}

/// The files of a publication by their paths from the published folder.
struct StandingFiles: Sendable {
  private let files: [String: WrittenFile]
  private let manifest: PublishedStamp

  fileprivate init(_ written: [WrittenFile], manifest: PublishedStamp) {
    files = Dictionary(written.map { ($0.entry.path, $0) }) { first, _ in first }
    self.manifest = manifest
  }

  /// Every publication writes its manifest anew or leaves it where it says the same.
  func stand(in output: String) -> Bool { PublishedStamp(of: "\(output)/\(Manifest.path)") == manifest }

  /// One that stands as it was left; `nil` otherwise.
  func file(_ path: String, in output: String) -> WrittenFile? {
    guard var file = files[path], let stamp = file.stamp, stamp.isExact,
      PublishedStamp(of: "\(output)/\(path)") == stamp
    else { return nil }
    file.isReused = true
    return file
  }

  /// What the manifest says of them.
  var entries: [String: Manifest.Entry] { files.mapValues(\.entry) }
}

/// Which file it is, how large, and when its bytes were written.
struct PublishedStamp: Equatable, Sendable {
  private let device: UInt64
  private let number: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  init(_ status: stat) {
    (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
    size = Int64(status.st_size)
    (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }

  /// Of the file at a path, which no link is; `nil` where none stands.
  init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, EntryKind(status.st_mode) == .file else { return nil }
    self.init(status)
  }

  /// Whether another writing would have given it another stamp: the clocks of some file systems go by whole seconds.
  var isExact: Bool { nanoseconds != 0 }
}
