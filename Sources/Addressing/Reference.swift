/// A reference as a story, a page or a stylesheet writes it, parted into what a browser parts it into.
package struct Reference: Sendable, Hashable {
  package enum Lead: Sendable {
    /// `https:`, `mailto:`, or a host after two slashes: leads out of the site.
    case outside
    /// From the root of whatever serves the page.
    case root
    /// From the folder of the file it stands in.
    case relative
  }

  package let lead: Lead
  /// As written, percent signs and all; empty for one within the same file.
  package let path: [UInt8]
  /// With its question mark; empty where there is none.
  package let query: [UInt8]
  /// What follows `#`, as written; `nil` without one.
  package let fragment: [UInt8]?

  package init(_ text: String) {
    let bytes = Array(text.utf8)
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    fragment = hash.map { Array(bytes[($0 + 1)...]) }
    let rest = bytes[..<(hash ?? bytes.count)]
    let mark = rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
    query = Array(rest[mark...])
    path = Array(rest[..<mark])
    lead = Self.lead(of: path)
  }

  /// Whether it names a place in the very file it stands in.
  package var isWithinFile: Bool { lead == .relative && path.isEmpty }

  /// The fragment as ids are compared with it: percent signs undone.
  package var fragmentName: String? {
    fragment.map { String(decoding: percentDecoded($0), as: UTF8.self) }
  }

  private static func lead(of path: [UInt8]) -> Lead {
    let slash = UInt8(ascii: "/")
    if path.starts(with: [slash, slash]) { return .outside }
    if path.first == slash { return .root }
    guard let colon = path.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return .relative }
    return path[..<colon].allSatisfy(isSchemeByte) ? .outside : .relative
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
