import Addressing
import Diagnostics
import Parsing
import Texts

/// An address at which a text was published once: who kept it is led on.
package struct FormerAddress: Sendable {
  /// From the site's root: `通知/旧.html`.
  package let path: String
  package let place: Place

  /// `formerly` of a text: one address or a list of them, as they stood behind the site's own.
  static func all(_ details: YAMLTable) -> [FormerAddress] {
    guard let value = details.value(ifAny: "formerly") else { return [] }
    var addresses: [FormerAddress] = []
    for address in value.isScalar ? [value] : value.list() {
      let (text, findings) = (address.text(), address.findings)
      guard !text.isEmpty else { continue }
      guard let path = path(text) else {
        findings.report(.noFormerAddress(text, at: address.place))
        continue
      }
      if let first = addresses.first(where: { $0.path.lowercased() == path.lowercased() }) {
        findings.report(.doubledFormerAddress(text, first: findings.citation(first.place), at: address.place))
      } else {
        addresses.append(FormerAddress(path: path, place: address.place))
      }
    }
    return addresses
  }

  /// An address that ends in a slash is its folder's.
  private static func path(_ text: String) -> String? {
    let reference = Reference(text)
    guard reference.lead == .relative, reference.query.isEmpty, reference.fragment == nil, !reference.path.isEmpty,
      let found = try? SitePath("index.html").resolving(reference).text
    else { return nil }
    let path = text.ends(with: "/") ? found + "/index.html" : found
    // What begins with a dot is the program's own or hidden.
    let isHidden = path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.first == UInt8(ascii: ".") }
    return path.ends(with: ".html") && !isHidden && hasRoom(forPath: path) ? path : nil
  }
}

extension Diagnostic {
  fileprivate static func doubledFormerAddress(_ text: String, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .pathConflict, at: place,
      message: Bilingual(
        zh: "旧网址“\(text)”已经写在 \(first)", en: "the former address “\(text)” stands at \(first) already"),
      remedy: Bilingual(zh: "删去其中一个", en: "Remove one of the two"))
  }

  fileprivate static func noFormerAddress(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: place,
      message: Bilingual(zh: "“\(text)”不是本站的旧网址", en: "“\(text)” is no former address of this site"),
      remedy: Bilingual(
        zh: "写网站首页之后的那一段，以 .html 或 / 结尾，如 通知/放假.html",
        en: "Write what followed the site's own address, ending in .html or /, such as 通知/放假.html"))
  }
}
