import Foundation

/// What a build of ours wrote: size, digest and path of each file, in order of path. It stands in the published folder, so
/// that it is exchanged with the files it speaks of. A file it doesn't name, or that isn't any more what it says, is
/// somebody else's and is kept.
package struct Manifest: Equatable {
  package static let path = ".dualpoints/manifest"
  /// No site of ours has a longer one: a million files.
  static let largest = 256 << 20
  private static let heading = "dualpoints 2"
  /// Of versions that recorded no digests: what it names can't be told from what somebody put there since.
  private static let earlierHeading = "dualpoints 1"

  package struct Entry: Equatable, Sendable {
    package let path: String
    /// Bytes.
    package let size: Int
    /// SHA-256; `nil` in a manifest of an earlier version.
    package let digest: String?
  }

  package let entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries.sorted { $0.path < $1.path } }

  /// `nil` for text that isn't a manifest: then everything in the folder counts as somebody else's.
  package init?(bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"))[...]
    guard let heading = lines.popFirst(), bytes.last == UInt8(ascii: "\n") else { return nil }
    let hasDigests = heading.elementsEqual(Self.heading.utf8)
    guard hasDigests || heading.elementsEqual(Self.earlierHeading.utf8) else { return nil }
    var entries: [Entry] = []
    for line in lines {
      let parts = line.split(
        separator: UInt8(ascii: " "), maxSplits: hasDigests ? 2 : 1, omittingEmptySubsequences: false)
      guard parts.count == (hasDigests ? 3 : 2), let size = Int(String(decoding: parts[0], as: UTF8.self)), size >= 0,
        let path = parts.last.flatMap({ String(validating: $0, as: UTF8.self) }), isInner(path)
      else { return nil }
      entries.append(
        Entry(path: path, size: size, digest: hasDigests ? String(decoding: parts[1], as: UTF8.self) : nil))
    }
    self.init(entries: entries)
  }

  package var bytes: [UInt8] {
    var bytes = Array("\(Self.heading)\n".utf8)
    // Of a hundred thousand files each text more is felt.
    bytes.reserveCapacity(entries.reduce(bytes.count) { $0 + $1.path.utf8.count + ($1.digest?.utf8.count ?? 1) + 14 })
    for entry in entries {
      bytes += "\(entry.size) ".utf8
      bytes += (entry.digest ?? "-").utf8
      bytes.append(UInt8(ascii: " "))
      bytes += entry.path.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Of a published folder; `nil` where none stands in it.
  package init?(of folder: String) throws {
    let path = "\(folder)/\(Self.path)"
    guard try kind(of: path, in: AT_FDCWD, path: path) == .file else { return nil }
    let file = try Descriptor(path, flags: O_RDONLY | O_NONBLOCK, path: path, action: .read)
    guard let bytes = try file.contents(atMost: Self.largest) else { return nil }
    self.init(bytes: bytes)
  }
}
