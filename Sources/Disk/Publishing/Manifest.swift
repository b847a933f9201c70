import Foundation
import Sealing

/// What a build of ours wrote: size, digest and path of each file, in order of path. It stands in the published folder, so
/// that it is exchanged with the files it speaks of. A file it doesn't name, or that isn't any more what it says, is
/// somebody else's and is kept.
package struct Manifest: Equatable {
  package static let path = ".dualpoints/manifest"
  /// No site of ours has a longer one: a million files.
  static let largest = 256 << 20
  private static let heading = "dualpoints 2"
  private static let noDigest = "-"
  /// Of versions that recorded no digests: what it names can't be told from what somebody put there since.
  private static let earlierHeading = "dualpoints 1"

  package struct Entry: Equatable, Sendable {
    package let path: String
    /// Bytes.
    package let size: Int
    /// SHA-256; `nil` in a manifest of an earlier version.
    package let digest: Fingerprint?

    package init(path: String, size: Int, digest: Fingerprint?) {
      self.path = path
      self.size = size
      self.digest = digest
    }

    fileprivate init?(line: ArraySlice<UInt8>, hasDigest: Bool) {
      let parts = line.split(
        separator: UInt8(ascii: " "), maxSplits: hasDigest ? 2 : 1, omittingEmptySubsequences: false)
      guard parts.count == (hasDigest ? 3 : 2), let size = Int(String(decoding: parts[0], as: UTF8.self)), size >= 0,
        let path = parts.last.flatMap({ String(validating: $0, as: UTF8.self) }), isInner(path)
      else { return nil }
      let digest = hasDigest ? Fingerprint(hexadecimal: parts[1]) : nil
      guard !hasDigest || digest != nil || parts[1].elementsEqual(Manifest.noDigest.utf8) else { return nil }
      self.init(path: path, size: size, digest: digest)
    }
  }

  package let entries: [Entry]

  package init(entries: [Entry]) { self.entries = InOrderOfPath(entries).files }

  /// `nil` for text that isn't a manifest: then everything in the folder counts as somebody else's.
  package init?(bytes: [UInt8]) {
    var entries: [Entry] = []
    var lines = Lines()
    lines.take(bytes) { entries.append($0) }
    guard lines.isWhole else { return nil }
    self.init(entries: entries)
  }

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    Self.write(entries) { bytes += $0 }
    return bytes
  }

  /// - Parameters:
  ///   - entries: in order of path.
  ///   - receive: takes piece by piece.
  static func write<Failure>(
    _ entries: some Collection<Entry>, _ receive: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var piece = Array("\(heading)\n".utf8)
    for entry in entries {
      piece += "\(entry.size) ".utf8
      piece += entry.digest?.hexadecimal ?? Array(noDigest.utf8)
      piece.append(UInt8(ascii: " "))
      piece += entry.path.utf8
      piece.append(UInt8(ascii: "\n"))
      guard piece.count > 1 << 16 else { continue }
      try receive(piece)
      piece.removeAll(keepingCapacity: true)
    }
    try receive(piece)
  }

  /// Of a published folder; `nil` where none stands in it.
  package init?(of folder: String) throws {
    var entries: [Entry] = []
    guard try Self.read(of: folder, { entries.append($0) }) else { return nil }
    self.init(entries: entries)
  }

  /// Hands over what the manifest of a published folder says, file by file.
  /// - Returns: whether one stands there; else what was handed over says nothing.
  static func read(of folder: String, _ receive: (Entry) -> Void) throws -> Bool {
    let path = "\(folder)/\(Self.path)"
    guard try kind(of: path, in: AT_FDCWD, path: path) == .file else { return false }
    let file = try Descriptor(path, flags: O_RDONLY | O_NONBLOCK, path: path, action: .read)
    guard Int(try file.status().st_size) <= Self.largest else { return false }
    var lines = Lines()
    try file.readPieces { lines.take($0, receive) }
    return lines.isWhole
  }

  /// The text, as it is read piece by piece.
  private struct Lines {
    /// Of a line that hasn't ended.
    private var rest: [UInt8] = []
    private var hasDigests: Bool?
    private var isOther = false

    mutating func take(_ piece: [UInt8], _ receive: (Entry) -> Void) {
      var start = 0
      while !isOther, let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
        if rest.isEmpty {
          take(line: piece[start..<end], receive)
        } else {
          rest += piece[start..<end]
          take(line: rest[...], receive)
          rest = []
        }
        start = end + 1
      }
      if !isOther { rest += piece[start...] }
    }

    private mutating func take(line: ArraySlice<UInt8>, _ receive: (Entry) -> Void) {
      if let hasDigests {
        guard let entry = Entry(line: line, hasDigest: hasDigests) else { return isOther = true }
        receive(entry)
      } else {
        hasDigests = line.elementsEqual(Manifest.heading.utf8)
        isOther = hasDigests == false && !line.elementsEqual(Manifest.earlierHeading.utf8)
      }
    }

    /// Whether it is a manifest, to its end.
    var isWhole: Bool { !isOther && hasDigests != nil && rest.isEmpty }
  }
}
