import Foundation
import Sealing

/// Which files of the published folder a build of ours wrote, as its manifest says and their bytes still prove.
struct OwnFiles {
  /// What this build writes, and whether it found the same bytes there.
  private let written: InOrderOfPath<WrittenFile>
  /// Of each of `written` whether the last build wrote it too, of those that it found with the same bytes.
  private var stays: [Bool]
  /// What else the last build wrote.
  private var entries: [String: Manifest.Entry] = [:]
  private let hasManifest: Bool
  /// The folders that hold any.
  private(set) var folders: Set<String>

  /// - Parameter output: whose manifest says what the last build wrote.
  init(in output: String, since written: InOrderOfPath<WrittenFile>) throws {
    var found = OwnFiles(since: written, hasManifest: true)
    var last = ""
    let isThere = try Manifest.read(of: output) { found.note($0, &last) }
    self = isThere ? found : OwnFiles(since: written, hasManifest: false)
  }

  private init(since written: InOrderOfPath<WrittenFile>, hasManifest: Bool) {
    self.written = written
    self.hasManifest = hasManifest
    folders = hasManifest ? Set(ancestors(of: Manifest.path)) : []
    stays = Array(repeating: false, count: written.files.count)
  }

  /// - Parameter last: the folder of the file before, which mostly is the next one's too.
  private mutating func note(_ entry: Manifest.Entry, _ last: inout String) {
    if let index = written.index(of: entry.path), written.files[index].isReused {
      stays[index] = true
    } else {
      entries[entry.path] = entries[entry.path] ?? entry
    }
    guard let slash = entry.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = entry.path[..<slash]
    guard folder != last else { return }
    last = String(folder)
    if folders.insert(last).inserted { folders.formUnion(ancestors(of: entry.path)) }
  }

  /// What a file is.
  enum Verdict { case ours, changedSince, foreign }

  /// - Parameter file: opens the file, asked for only where its bytes decide.
  func verdict(_ path: String, file: () throws -> Descriptor) throws -> Verdict {
    if path == Manifest.path { return hasManifest ? .ours : .foreign }
    let index = written.index(of: path)
    // The same bytes come again: nothing of anybody's is lost.
    if let index, stays[index] { return .ours }
    guard let entry = entries[path] else { return .foreign }
    let file = try file()
    guard EntryKind(try file.status().st_mode) == .file, Int(try file.status().st_size) == entry.size else {
      return .changedSince
    }
    guard let digest = entry.digest else {
      // By its path and size alone a file may be written over, as the version that wrote the manifest did, but not removed.
      return index == nil ? .foreign : .ours
    }
    var digester = Digester(.sha256)
    try file.readPieces { digester.update($0) }
    return digester.fingerprint() == digest ? .ours : .changedSince
  }
}
