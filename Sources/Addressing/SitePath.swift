/// Where a file stands below a root, the project's folder or the site's: `content/works/w101.md`, `works/w101.html`.
///
/// The one place that knows what a reference means. Checks, pages, archives, prints, feeds and the preview all ask it, so
/// that what is checked is what is published; `scripts/check-site` follows addresses by the same rules.
package struct SitePath: Sendable, Hashable {
  /// From the root, parted by slashes.
  package let text: String

  package init(_ text: String) { self.text = text }

  /// The path as an address: percent signs for whatever means something in one, and for all beyond ASCII.
  package var address: String { percentEncoded(text.utf8) }

  /// Why a reference names no file below the root.
  package enum Refusal: Error {
    /// It leads above the root, or begins at one that isn't known.
    case outside
    /// It has a backslash, which parts names on one system and belongs to them on others.
    case backslash
    /// Its percent signs make no text, or control characters, which no name of a file has here.
    case undecodable
  }

  /// What a reference in this file leads to.
  /// - Parameter floor: how many of the first steps can't be left: 1 keeps to `content/`.
  package func resolving(_ reference: Reference, floor: Int = 0) throws(Refusal) -> SitePath {
    if reference.lead != .relative { throw .outside }
    if reference.path.isEmpty { return self }
    return try resolving(percentDecoded(reference.path), floor: floor)
  }

  /// What the name of a file, seen from this file's folder, leads to: `#`, `?` and `%` belong to the name.
  package func resolving(name: String, floor: Int = 0) throws(Refusal) -> SitePath {
    try resolving(Array(name.utf8), floor: floor)
  }

  private func resolving(_ bytes: [UInt8], floor: Int) throws(Refusal) -> SitePath {
    if bytes.contains(UInt8(ascii: "\\")) { throw .backslash }
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw .undecodable
    }
    if bytes.first == UInt8(ascii: "/") { throw .outside }
    var steps = steps(of: Array(text.utf8)).dropLast()
    for step in self.steps(of: bytes) {
      switch Array(step) {
      case [UInt8(ascii: ".")]: continue
      case [UInt8(ascii: "."), UInt8(ascii: ".")]:
        guard steps.count > floor else { throw .outside }
        steps.removeLast()
      default: steps.append(step)
      }
    }
    return SitePath(String(decoding: Array(steps.joined(separator: [UInt8(ascii: "/")])), as: UTF8.self))
  }

  private func steps(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
  }
}

extension SitePath {
  /// The path from the site's root that a request's target names, without its first slash: `""` for the root.
  ///
  /// Stricter than a reference: nothing is resolved. `..` and `.`, empty steps, encoded slashes, backslashes, stray percent
  /// signs and control characters name no file of a site, so they are refused instead.
  package init?(requestTarget target: String) {
    let bytes = Array(target.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    guard bytes.first == UInt8(ascii: "/") else { return nil }
    let steps = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var decoded: [[UInt8]] = []
    for (index, step) in steps.enumerated() {
      guard let plain = Self.decoded(step), !plain.isEmpty || index == steps.count - 1 else { return nil }
      decoded.append(plain)
    }
    let joined = Array(decoded.joined(separator: [UInt8(ascii: "/")]))
    guard let text = String(validating: joined, as: UTF8.self) else { return nil }
    self.init(text)
  }

  /// One step of a request; `nil` for what could mean another place than it says.
  private static func decoded(_ step: ArraySlice<UInt8>) -> [UInt8]? {
    let step = Array(step)
    for at in step.indices where step[at] == UInt8(ascii: "%") {
      guard at + 2 < step.count, hexValue(step[at + 1]) != nil, hexValue(step[at + 2]) != nil else { return nil }
    }
    let plain = percentDecoded(step)
    let dot = UInt8(ascii: ".")
    guard plain != [dot], plain != [dot, dot] else { return nil }
    let isName = plain.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\")
    }
    return isName ? plain : nil
  }
}
