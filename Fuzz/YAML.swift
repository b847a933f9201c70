import Diagnostics
@testable import Parsing
import Scoring
import Texts

/// A plain text begins with its first character at its place.
private func checkBeginnings(_ node: YAMLNode, _ lines: [String.UnicodeScalarView.SubSequence]) {
  switch node.value {
  case .mapping(let entries): for entry in entries { checkBeginnings(entry.value, lines) }
  case .sequence(let items): for item in items { checkBeginnings(item, lines) }
  case .scalar(let text, let isPlain):
    guard isPlain, let first = text.unicodeScalars.first else { return }
    let here = lines[Int(node.place.line) - 1].dropFirst(Int(node.place.column) - 1).first
    precondition(here == first, "\(text) isn't at \(node.place)")
  }
}

/// Asks a value for everything that a decoder may ask.
private func ask(_ value: YAMLValue) {
  if value.isScalar {
    _ = (value.text(), value.day(), value.hundredths(), value.whole(), value.whole(in: 0...9), value.flag())
  } else if let table = value.table() {
    for key in table.keys { if let inner = table.value(ifAny: key.value) { ask(inner) } }
    table.close()
  } else {
    for inner in value.list() { ask(inner) }
  }
}

@_cdecl("LLVMFuzzerTestOneInput") public func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = asLoaded(start, count)
  let file = SourceFile(path: "content/brand.yaml", bytes: bytes)
  let parser = YAMLParser(file: 0, firstLine: 1)
  let (node, mistakes) = parser.compose(bytes[...])
  precondition(node != nil || mistakes.hasErrors, "no value and no mistake")
  if let node, !mistakes.hasErrors {
    checkBeginnings(
      node,
      String(decoding: bytes, as: UTF8.self).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false))
  }
  let findings = MistakeCollector(tree: SourceTree(files: [file]))
  findings.report(mistakes)
  if let node { ask(YAMLValue(node, source: YAMLSource(file: 0, firstLine: 1, findings: findings))) }
  checkPlaces(findings.all(), in: file)
  return 0
}
