import Diagnostics

/// What a build of ours wrote: path and size of each file, in order of path. It stands in the published folder, so that
/// it is exchanged with the files it speaks of. A file it doesn't name is somebody else's and is kept.
struct Manifest: Equatable {
  static let path = ".dualpoints/manifest"
  private static let heading = "dualpoints 1"

  struct Entry: Equatable, Sendable {
    let path: String
    /// Bytes.
    let size: Int
  }

  let entries: [Entry]

  init(entries: [Entry]) { self.entries = entries.sorted { $0.path < $1.path } }

  /// `nil` for text that isn't a manifest: then everything in the folder counts as somebody else's.
  init?(text: String) {
    var lines = text.parts(at: "\n")[...]
    guard lines.popFirst() == Self.heading[...] else { return nil }
    var entries: [Entry] = []
    for line in lines {
      let halves = line.parts(at: " ", most: 1, keepingEmpty: true)
      guard halves.count == 2, let size = Int(halves[0]) else { return nil }
      entries.append(Entry(path: String(halves[1]), size: size))
    }
    self.init(entries: entries)
  }

  var text: String { Self.heading + "\n" + entries.map { "\($0.size) \($0.path)\n" }.joined() }
}
