import Diagnostics
import Parsing
import Scoring
import Texts

/// A warning that somebody has looked at and lets stand, as `content/warnings.yaml` has it.
package struct Acknowledgement: Sendable {
  let code: DiagnosticCode
  /// A file, `file:line` or `workbook[sheet]cell`, as mistakes name it, with `content/` or without.
  let at: String?
  /// An id or a name that the warning mentions.
  let subject: String?
  /// The last day on which it counts.
  let until: Day
  let place: Place
}

/// content/warnings.yaml, checked as every file is; what it does is done when all warnings are known (`acknowledging`).
func decodeWarnings(_ draft: inout Draft, _ file: InputFile) -> Bool {
  _ = acknowledgements(file, draft.findings)
  return true
}

/// What a project acknowledges, as far as it can be read.
func acknowledgements(_ tree: SourceTree) -> [Acknowledgement] {
  let path = "content/warnings.yaml"
  guard let index = tree.index(of: path) else { return [] }
  let file = InputFile(index: index, path: path, bytes: tree.files[Int(index)].bytes, captures: [])
  return acknowledgements(file, MistakeCollector(tree: tree))
}

private func acknowledgements(_ file: InputFile, _ findings: MistakeCollector) -> [Acknowledgement] {
  let source = YAMLSource(file: file.index, firstLine: 1, findings: findings)
  guard let entries = source.list(file.bytes[...]) else { return [] }
  return entries.compactMap { value in value.table().flatMap { acknowledgement($0, findings) } }
}

private func acknowledgement(_ entry: YAMLTable, _ findings: MistakeCollector) -> Acknowledgement? {
  defer { entry.close() }
  let named = entry.value("code").flatMap { code($0) }
  let (at, subject) = (entry.value(ifAny: "at")?.text(), entry.value(ifAny: "of")?.text())
  if at == nil, subject == nil { entry.reportMissing("at") }
  // Why, for the next one who reads it; nothing hangs on the words.
  _ = entry.text("reason")
  guard let until = entry.day("until"), let named, at != nil || subject != nil else { return nil }
  return Acknowledgement(
    code: named, at: at.map(withoutLastSlash), subject: named == .recordsFell ? subject.map(arrowed) : subject,
    until: until, place: entry.place)
}

/// A folder, however it ends.
private func withoutLastSlash(_ path: String) -> String {
  let end = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.count
  return String(decoding: Array(path.utf8.prefix(end)), as: UTF8.self)
}

/// The figures of a fall as its question has them: `113 -> 43` is `113→43`.
private func arrowed(_ figures: String) -> String {
  let seen = figures.unicodeScalars.filter { !$0.isUnseen && !$0.properties.isWhitespace }
  let plain = String(String.UnicodeScalarView(seen.map(halfWidth)))
  return ["-->", "->", "=>", "—>", ">", "⇒", "⟶", "➔"].reduce(plain) { $0.replacingBytes($1, with: "→") }
}

private func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
}

private func code(_ value: YAMLValue) -> DiagnosticCode? {
  let text = value.text()
  if let code = DiagnosticCode(rawValue: text) { return code }
  if !text.isEmpty {
    let near = nearest(to: text, in: DiagnosticCode.allCases.map(\.rawValue))
    value.findings.report(.unknownCode(text, suggestion: near, at: value.place))
  }
  return nil
}

extension Diagnostic {
  fileprivate static func unknownCode(_ text: String, suggestion: String?, at place: Place) -> Diagnostic {
    let text = shortened(text)
    return Diagnostic(
      .unknownChoice, at: place,
      message: Bilingual(zh: "没有代号为“\(text)”的警告", en: "no warning has the code “\(text)”"),
      remedy: Bilingual(
        zh: suggestion.map { "是不是“\($0)”？" } ?? "照警告方括号里的代号写；全部见 docs/diagnostics.md",
        en: suggestion.map { "Did you mean “\($0)”?" }
          ?? "Write the code in the warning's brackets; docs/diagnostics.md lists them all"))
  }
}
