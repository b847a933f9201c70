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

  /// Asked for once the old folder is gone, since a file's stamp changes with its names.
  func keep(_ written: InOrderOfPath<WrittenFile>, _ manifest: FileStamp?, in output: String) {
    let standing = FileStamp(of: "\(output)/\(Manifest.path)")
    guard let manifest, let standing, standing.isSameWriting(as: manifest) else { return files = nil }
    var files = written
    files.change { $0.settled(in: output) }
    self.files = StandingFiles(files: files, manifest: standing)
  }
}

extension WrittenFile {
  /// The same as it stands in the published folder; without a stamp where something else does by now.
  fileprivate func settled(in output: String) -> WrittenFile {
    var file = self
    let standing = FileStamp(of: "\(output)/\(entry.path)")
    file.stamp = stamp.flatMap { stamp in standing.flatMap { $0.isSameWriting(as: stamp) ? $0 : nil } }
    return file
  }
}

/// The files of a publication by their paths from the published folder.
struct StandingFiles: Sendable {
  let files: InOrderOfPath<WrittenFile>
  fileprivate let manifest: FileStamp

  /// Every publication writes its manifest anew.
  func stand(in output: String) -> Bool { FileStamp(of: "\(output)/\(Manifest.path)") == manifest }

  /// One that stands as it was left; `nil` otherwise.
  func file(_ path: String, in output: String) -> WrittenFile? {
    guard var file = files[path], let stamp = file.stamp, stamp.isExact,
      FileStamp(of: "\(output)/\(path)") == stamp
    else { return nil }
    file.isReused = true
    return file
  }
}
