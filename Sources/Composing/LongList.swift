import Texts

/// A list too long for one page, cut into pages: the first stands where the list does, the others in a folder of its name.
package struct LongList: Sendable {
  /// Entries of a page: three in a row, a screen or two of a telephone more than anybody scrolls.
  package static let most = 60

  /// The entries of each page; one page at least.
  package let parts: [Range<Int>]

  package init(_ count: Int) {
    parts = stride(from: 0, to: max(count, 1), by: Self.most).map { $0..<min(count, $0 + Self.most) }
  }

  /// Where a page stands: `tags/安全.html`, `tags/安全/2.html`; `stories/2023/index.html`, `stories/2023/2.html`.
  /// - Parameter path: of the first.
  package static func path(_ path: String, part: Int) -> String {
    guard part > 0 else { return path }
    let folder = path.dropping(suffix: "/index.html") ?? path.dropping(suffix: ".html") ?? path[...]
    return "\(folder)/\(part + 1).html"
  }
}
