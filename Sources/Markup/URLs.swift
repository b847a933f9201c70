import Diagnostics
import Texts

extension Diagnostic {
  static func unsafeLink(_ destination: String, at place: Place) -> Diagnostic {
    let shown = String(destination.prefix(80))
    return Diagnostic(
      .unsafeLink, at: place,
      message: Bilingual(zh: "链接“\(shown)”不安全", en: "the link “\(shown)” is unsafe"),
      remedy: Bilingual(
        zh: "只用站内相对路径，或 http、https、mailto 地址", en: "use a relative path, or an http, https or mailto address"))
  }
}

/// Whether a page may lead to a URL: relative within the site, or by a scheme that can't run or read anything.
enum URLSafety {
  case safe, unsafe

  init(of url: String, kind: MarkupURLKind) {
    // Nearly all are plain relative paths: nothing in them to drop, no scheme, no host.
    if !url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") }),
      !url.utf8.starts(with: "//".utf8)
    {
      self = .safe
      return
    }
    // Browsers drop control characters and spaces here, and take backslashes for slashes.
    let scalars = url.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }.map { $0 == "\\" ? "/" : $0 }
    if scalars.starts(with: ["/", "/"]) {
      self = .unsafe
      return
    }
    guard let end = scalars.firstIndex(where: { ":/?#".unicodeScalars.contains($0) }), scalars[end] == ":" else {
      self = .safe
      return
    }
    var scheme = String.UnicodeScalarView()
    scheme.append(contentsOf: scalars[..<end])
    switch String(scheme).lowercased() {
    case "http", "https": self = .safe
    case "mailto": self = kind == .link ? .safe : .unsafe
    case let other: self = other.utf8.allSatisfy(isSchemeByte) ? .unsafe : .safe
    }
  }
}

private func isSchemeByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"),
    UInt8(ascii: "-"), UInt8(ascii: "."):
    true
  default: false
  }
}

/// Escapes a URL for an attribute just as libcmark does: percent signs stay, so that nothing is encoded twice.
func appendURL(_ url: [UInt8], to html: inout [UInt8]) {
  for byte in url {
    switch byte {
    case UInt8(ascii: "&"): html += Array("&amp;".utf8)
    case UInt8(ascii: "'"): html += Array("&#x27;".utf8)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      html.append(byte)
    default:
      if "-_.+!*(),%#@?=;:/,+$~".utf8.contains(byte) {
        html.append(byte)
      } else {
        html.append(UInt8(ascii: "%"))
        html.append(hexDigit(byte >> 4))
        html.append(hexDigit(byte & 15))
      }
    }
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

/// Escapes text for HTML, inside an attribute or not.
func appendText(_ text: ArraySlice<UInt8>, to html: inout [UInt8]) {
  text.withUnsafeBufferPointer { text in
    var copied = 0
    var at = -1
    while true {
      at = text.nextASCII(from: at + 1)
      guard at < text.count else { break }
      let escaped: String
      switch text[at] {
      case UInt8(ascii: "&"): escaped = "&amp;"
      case UInt8(ascii: "<"): escaped = "&lt;"
      case UInt8(ascii: ">"): escaped = "&gt;"
      case UInt8(ascii: "\""): escaped = "&quot;"
      default: continue
      }
      html += UnsafeBufferPointer(rebasing: text[copied..<at])
      html += escaped.utf8
      copied = at + 1
    }
    html += UnsafeBufferPointer(rebasing: text[copied...])
  }
}
