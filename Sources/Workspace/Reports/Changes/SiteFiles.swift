import Composing
import Diagnostics
import Foundation

/// The files of a site, as it was published or as it would be now.
struct SiteFiles: Sendable {
  let paths: [String]
  /// The folder it is of, for messages.
  let name: String
  private let known: Set<String>
  private let bytes: @Sendable (String) throws -> [UInt8]

  /// A published folder, by its manifest: files that somebody else put there are nothing of the site.
  init(published folder: String) throws {
    let path = "\(folder)/\(Manifest.path)"
    let file = try Descriptor(path, flags: O_RDONLY, path: path, action: .read)
    let text = String(decoding: try file.read(upTo: Int(try file.status().st_size)), as: UTF8.self)
    guard let manifest = Manifest(text: text) else { throw EnvironmentFailure.damaged(path) }
    let sizes = Dictionary(manifest.entries.map { ($0.path, $0.size) }) { first, _ in first }
    self.init(paths: manifest.entries.map(\.path), name: folder) { name in
      let path = "\(folder)/\(name)"
      let file = try Descriptor(path, flags: O_RDONLY, path: path, action: .read)
      let size = Int(try file.status().st_size)
      guard size == sizes[name] else { throw EnvironmentFailure.damaged(path) }
      return try file.read(upTo: size)
    }
  }

  init(_ plan: OutputPlan, name: String) {
    let made = Dictionary(plan.paths.enumerated().map { ($1, $0) }) { first, _ in first }
    let copied = Dictionary(plan.copies.map { ($0.path, $0.source) }) { first, _ in first }
    self.init(paths: plan.paths + plan.copies.map(\.path), name: name) { path in
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
  func profile() throws -> Profile {
    guard holds("index.html") else { return .intranet }
    return String(decoding: try read("index.html"), as: UTF8.self).holds("content=\"noindex") ? .office : .intranet
  }
}

extension EnvironmentFailure {
  /// A published file that isn't as it was published.
  static func damaged(_ path: String) -> EnvironmentFailure {
    EnvironmentFailure(
      zh: "\(path) 与发布时不一样（损坏或被改过），无法比对；请换一份完好的",
      en: "\(path) isn't as it was published; compare with a copy that is whole")
  }
}
