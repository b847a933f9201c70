import Composing
import Disk
import Foundation
import Sealing
import Texts

/// The files of a site, as it was published or as it would be now.
struct SiteFiles: Sendable {
  let paths: [String]
  /// The folder it is of, for messages.
  let name: String
  private let known: Set<String>
  private let bytes: @Sendable (String) throws -> [UInt8]

  /// A published folder, by its manifest: files that somebody else put there are nothing of the site.
  init(published folder: String) throws {
    guard let manifest = try Manifest(of: folder) else {
      throw EnvironmentFailure(.damaged("\(folder)/\(Manifest.path)"))
    }
    let entries = Dictionary(manifest.entries.map { ($0.path, $0) }) { first, _ in first }
    self.init(paths: manifest.entries.map(\.path), name: folder) { name in
      let path = "\(folder)/\(name)"
      let file = try Descriptor(path, flags: O_RDONLY | O_NONBLOCK, path: path, action: .read)
      guard let entry = entries[name], Int(try file.status().st_size) == entry.size else {
        throw EnvironmentFailure(.damaged(path))
      }
      let bytes = try file.read(upTo: entry.size)
      if let digest = entry.digest, Fingerprint(of: bytes) != digest {
        throw EnvironmentFailure(.damaged(path))
      }
      return bytes
    }
  }

  init(_ plan: OutputPlan, name: String) {
    let made = Dictionary(plan.paths.enumerated().map { ($1, $0) }) { first, _ in first }
    let copied = Dictionary(
      plan.copies.flatMap { copy in copy.forms.map { ($0.path, copy.source) } }
    ) { first, _ in first }
    self.init(paths: plan.paths + plan.copies.flatMap { $0.forms.map(\.path) }, name: name) { path in
      if let index = made[path] { return plan.make(index).bytes }
      let source = "\(name)/\(copied[path] ?? path)"
      let file = try Descriptor(source, flags: O_RDONLY, path: source, action: .read)
      return try file.read(upTo: Int(try file.status().st_size))
    }
  }

  private init(paths: [String], name: String, bytes: @escaping @Sendable (String) throws -> [UInt8]) {
    self.paths = paths
    self.name = name
    known = Set(paths)
    self.bytes = bytes
  }

  func holds(_ path: String) -> Bool { known.contains(path) }

  func read(_ path: String) throws -> [UInt8] { try bytes(path) }

  /// Whom it is for: the office's own site asks not to be searched, unless a layout of the project's own says otherwise.
  func audience() throws -> Audience {
    guard holds("index.html") else { return .intranet }
    return String(decoding: try read("index.html"), as: UTF8.self).holds("content=\"noindex") ? .office : .intranet
  }
}
