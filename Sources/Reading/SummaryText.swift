import Diagnostics
import Parsing
import Texts

/// `summary` of a text, which lists and search show as it stands.
/// - Parameter isNeeded: whether its absence is a mistake.
func summaryText(_ details: YAMLTable, isNeeded: Bool = true) -> String {
  guard let value = isNeeded ? details.value("summary") : details.value(ifAny: "summary") else { return "" }
  let text = value.text()
  if let label = footnoteLabel(in: text) { value.findings.report(.noteInSummary(label, at: value.place)) }
  return text
}

/// What stands in the first `[^1]`.
private func footnoteLabel(in text: String) -> String? {
  let bytes = Array(text.utf8)
  guard let start = bytes.firstStretch(of: "[^".utf8)?.upperBound,
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "]")), end > start
  else { return nil }
  return String(decoding: bytes[start..<end], as: UTF8.self)
}

extension Diagnostic {
  fileprivate static func noteInSummary(_ label: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .markdownSlip, .warning, at: place,
      message: Bilingual(
        zh: "脚注 [^\(label)] 写在 summary 里，会原样印出",
        en: "the footnote [^\(label)] stands in summary and is printed as it is"),
      remedy: Bilingual(zh: "写到正文里", en: "put it into the text"))
  }
}
