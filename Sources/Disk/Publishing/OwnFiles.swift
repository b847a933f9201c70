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
    self.init(
      manifest.map { Dictionary($0.entries.map { ($0.path, $0) }) { first, _ in first } }, since: written)
  }

  /// - Parameter entries: by their paths; `nil` where there is no manifest.
  init(_ entries: [String: Manifest.Entry]?, since written: [WrittenFile]) {
    self.entries = entries ?? [:]
    self.written = Dictionary(written.map { ($0.entry.path, $0.isReused) }) { first, _ in first }
    folders = entries.map { foldersAbove($0.keys) } ?? []
    hasManifest = entries != nil
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

/// The folders above some paths, and above the manifest.
private func foldersAbove(_ paths: some Sequence<String>) -> Set<String> {
  var folders = Set(ancestors(of: Manifest.path))
  // Many files share a folder: the next path mostly has the last one's.
  var last = ""
  for path in paths {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { continue }
    let folder = path[..<slash]
    guard folder != last else { continue }
    last = String(folder)
    if folders.insert(last).inserted { folders.formUnion(ancestors(of: path)) }
  }
  return folders
}
