/// What a bag of ours never exceeds, since its zip couldn't: whatever claims to be more is refused before it is read, so that
/// looking at it takes memory and time that are known beforehand.
package enum BagLimits {
  /// As many as the plain zip format numbers.
  package static let mostFiles = 65_535
  /// Bytes of all files together, as far as the plain zip format counts.
  package static let mostBytes = 0xFFFF_FFFF
  package static let deepest = 64
  /// Bytes of a piece in which files are read.
  package static let piece = 1 << 20

  /// Bytes of a file that is read and not only digested; `nil` for all others.
  static func largestText(_ name: String) -> Int? {
    switch name {
    case declarationName: 1 << 10
    case infoName: 1 << 20
    case "fetch.txt": 0
    case _ where HashAlgorithm.all.contains { $0.manifest == name || $0.seal == name }: 64 << 20
    default: nil
    }
  }
}

extension HashAlgorithm {
  /// The manifest of the payload.
  var manifest: String { "manifest-\(name).txt" }
  /// The manifest of what describes the payload, which nothing covers but the paper.
  var seal: String { "tagmanifest-\(name).txt" }
}
