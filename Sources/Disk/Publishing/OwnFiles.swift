import Foundation
import Sealing

/// Which files of the published folder a build of ours wrote, as its manifest says and their bytes still prove.
struct OwnFiles {
  private let entries: [String: Manifest.Entry]
  /// What this build writes, and whether it found the same bytes there.
  private let written: [String: Bool]
  /// The folders that hold any.
  let folders: Set<String>

  init(_ manifest: Manifest?, since written: [WrittenFile]) {
    entries = Dictionary((manifest?.entries ?? []).map { ($0.path, $0) }) { first, _ in first }
    self.written = Dictionary(written.map { ($0.entry.path, $0.isReused) }) { first, _ in first }
    var folders: Set<String> = manifest == nil ? [] : Set(ancestors(of: Manifest.path))
    for path in entries.keys { folders.formUnion(ancestors(of: path)) }
    self.folders = folders
    hasManifest = manifest != nil
  }

  private let hasManifest: Bool

  /// What a file is.
  enum Verdict { case ours, changedSince, foreign }

  /// - Parameter file: opens the file, asked for only where its bytes decide.
  func verdict(_ path: String, file: () throws -> Descriptor) throws -> Verdict {
    if path == Manifest.path { return hasManifest ? .ours : .foreign }
    guard let entry = entries[path] else { return .foreign }
    // The same bytes come again: nothing of anybody's is lost.
    if written[path] == true { return .ours }
    let file = try file()
    guard EntryKind(try file.status().st_mode) == .file, Int(try file.status().st_size) == entry.size else {
      return .changedSince
    }
    guard let digest = entry.digest else {
      // By its path and size alone a file may be written over, as the version that wrote the manifest did, but not removed.
      return written[path] == nil ? .foreign : .ours
    }
    var digester = Digester(.sha256)
    try file.readPieces { digester.update($0) }
    return digester.finish() == digest ? .ours : .changedSince
  }
}
