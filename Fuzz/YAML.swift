import Diagnostics
@testable import Reading
import Scoring

/// Value, place and quotes of every node, keys in order.
private func words(_ node: YAMLNode) -> String {
  let place = "@\(node.place.line):\(node.place.column)"
  return switch node.value {
  case .scalar(let text, let isPlain): (isPlain ? "‹\(text)›" : "«\(text)»") + place
  case .mapping(let entries):
    "{" + entries.map { words($0.key) + "=" + words($0.value) }.joined(separator: ";") + "}" + place
  case .sequence(let items): "[" + items.map(words).joined(separator: ";") + "]" + place
  }
}

/// Asks a value for everything that a decoder may ask.
private func ask(_ value: YAMLValue) {
  if value.isScalar {
    _ = (value.text(), value.day(), value.points(), value.whole(), value.whole(in: 0...9), value.flag())
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
  precondition((node == nil) != mistakes.isEmpty, "no value and no mistake, or both")
  let findings = Findings(tree: SourceTree(files: [file]))
  findings.report(mistakes)
  if let node { ask(YAMLValue(node, source: YAMLSource(file: 0, firstLine: 1, findings: findings))) }
  checkPlaces(findings.all(), in: file)
  // What we read by ourselves has to be what Yams reads; texts full of brackets aren't shown to Yams, to be on the safe side.
  if let plain = PlainYAML.read(bytes[...], file: 0, firstLine: 1),
    YAMLHazards(bytes[...], deepest: YAMLParser.deepest).tooDeep == nil
  {
    let (other, _) = parser.composeByYams(bytes[...])
    precondition(words(plain) == other.map(words), "plain: \(words(plain))\nYams: \(other.map(words) ?? "nothing")")
  }
  return 0
}
