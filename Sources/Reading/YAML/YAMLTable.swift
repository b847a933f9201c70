import Diagnostics
import Scoring

/// A mapping being decoded. Each question reports what it can't answer and goes on, so that one run finds every mistake;
/// the keys asked for are the keys that exist, and `close` reports the others.
final class YAMLTable {
  private struct Entry {
    let key: Located<String>
    let value: YAMLValue
  }

  let place: Place
  private let source: YAMLSource
  private let entries: [Entry]
  private var asked: [String] = []

  init(_ mapping: [(key: YAMLNode, value: YAMLNode)], at place: Place, source: YAMLSource) {
    self.source = source
    self.place = place
    entries = mapping.map { key, value in
      Entry(key: Located(key.scalar ?? "", key.place), value: YAMLValue(value, source: source))
    }
  }

  var findings: Findings { source.findings }

  /// The keys as written, for tables whose keys are data.
  var keys: [Located<String>] { entries.map(\.key) }

  /// The value of a key that may be left out or empty.
  func value(ifAny key: String) -> YAMLValue? {
    asked.append(key)
    guard let value = entries.first(where: { $0.key.value == key })?.value, !value.isNull else { return nil }
    return value
  }

  func value(_ key: String) -> YAMLValue? {
    if let value = value(ifAny: key) { return value }
    let written = entries.first { $0.key.value == key }
    findings.report(.missingKey(key, isEmpty: written != nil, at: written?.key.place ?? place))
    return nil
  }

  func has(_ key: String) -> Bool { entries.contains { $0.key.value == key && !$0.value.isNull } }

  func place(of key: String) -> Place { entries.first { $0.key.value == key }?.value.place ?? place }

  /// Reports the keys nobody asked for.
  func close() {
    for entry in entries where !asked.contains(entry.key.value) {
      findings.report(
        .unknownKey(
          entry.key.value, suggestion: nearest(to: entry.key.value, in: asked), known: asked, at: entry.key.place))
    }
  }

  func text(_ key: String) -> String { value(key)?.text() ?? "" }
  func text(ifAny key: String) -> String { value(ifAny: key)?.text() ?? "" }
  func day(_ key: String) -> Day? { value(key)?.day() }
  func day(ifAny key: String) -> Day? { value(ifAny: key)?.day() }
  func points(_ key: String, negative: Bool = false) -> Points? { value(key)?.points(negative: negative) }
  func figure(_ key: String, negative: Bool = false) -> Figure? { value(key)?.figure(negative: negative) }
  func points(ifAny key: String, negative: Bool = false) -> Points? { value(ifAny: key)?.points(negative: negative) }
  func whole(_ key: String, in range: ClosedRange<Int>? = nil) -> Int? { value(key)?.whole(in: range) }
  func whole(ifAny key: String, in range: ClosedRange<Int>? = nil) -> Int? { value(ifAny: key)?.whole(in: range) }
  func flag(ifAny key: String) -> Bool { value(ifAny: key)?.flag() ?? false }
  func choice<T: Sendable>(_ key: String, _ choices: [Choice<T>]) -> T? { value(key)?.choice(choices) }
  func choice<T: Sendable>(ifAny key: String, _ choices: [Choice<T>]) -> T? { value(ifAny: key)?.choice(choices) }
  func table(_ key: String) -> YAMLTable? { value(key)?.table() }
  func table(ifAny key: String) -> YAMLTable? { value(ifAny: key)?.table() }
  func tables(_ key: String) -> [YAMLTable] { value(key)?.list().compactMap { $0.table() } ?? [] }
  func tables(ifAny key: String) -> [YAMLTable] { value(ifAny: key)?.list().compactMap { $0.table() } ?? [] }
  func values(ifAny key: String) -> [YAMLValue] { value(ifAny: key)?.list() ?? [] }

  /// The id under `key`; `nil` if it is missing or malformed, which is reported.
  func id(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    let text = value.text()
    if isID(text) { return text }
    if !text.isEmpty { findings.report(.malformedID(text, at: value.place)) }
    return nil
  }

  func reference<E>(_ key: String, _ kind: ReferenceKind, _ names: Names<E>, year: Int? = nil) -> Ref<E>? {
    value(key)?.reference(kind, names, year: year)
  }

  func reference<E>(ifAny key: String, _ kind: ReferenceKind, _ names: Names<E>, year: Int? = nil) -> Ref<E>? {
    value(ifAny: key)?.reference(kind, names, year: year)
  }

  func references<E>(ifAny key: String, _ kind: ReferenceKind, _ names: Names<E>, year: Int? = nil) -> [Ref<E>] {
    values(ifAny: key).compactMap { $0.reference(kind, names, year: year) }
  }
}

/// What a key or list entry was expected to hold.
enum YAMLType {
  case table, list, text, flag

  var noun: Bilingual {
    switch self {
    case .table: Bilingual(zh: "一组“键: 值”", en: "a table of “key: value”")
    case .list: Bilingual(zh: "列表", en: "a list")
    case .text: Bilingual(zh: "一个值", en: "a single value")
    case .flag: Bilingual(zh: "true 或 false", en: "true or false")
    }
  }
}

/// A value with its place, not yet read as anything.
struct YAMLValue {
  private let node: YAMLNode
  private let source: YAMLSource

  init(_ node: YAMLNode, source: YAMLSource) {
    self.node = node
    self.source = source
  }

  var place: Place { node.place }
  var findings: Findings { source.findings }

  /// Written as nothing, `~` or `null`.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = node.value else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  var isScalar: Bool { node.scalar != nil }

  /// The text as written (never a number read as octal); empty where it isn't a scalar, which is reported.
  func text() -> String {
    if let scalar = node.scalar { return scalar.trimmed }
    findings.report(.wrongType(.text, at: place))
    return ""
  }

  private func read<T>(_ parse: (Span<UInt8>) -> T?, else report: (String) -> Diagnostic) -> T? {
    guard let scalar = node.scalar else {
      findings.report(.wrongType(.text, at: place))
      return nil
    }
    let bytes = Array(scalar.trimmed.utf8)
    if let value = parse(bytes.span) { return value }
    findings.report(report(scalar))
    return nil
  }

  func day() -> Day? { read(parseDay) { .malformedDate($0, at: place) } }

  func points(negative: Bool = false) -> Points? {
    hundredths(negative: negative).map { Points(hundredths: $0) }
  }

  func figure(negative: Bool = false) -> Figure? {
    hundredths(negative: negative).map { Figure(hundredths: $0) }
  }

  /// From 0 to 100.
  func score() -> EvaluationScore? {
    guard let value = hundredths() else { return nil }
    if value <= 10_000 { return EvaluationScore(hundredths: Int(value)) }
    findings.report(.scoreOutOfRange(text(), at: place))
    return nil
  }

  private func hundredths(negative: Bool = false) -> Int64? {
    var fault = NumberFault.malformed
    let value = read({ bytes in
      do throws(NumberFault) { return try parseHundredths(bytes) } catch {
        fault = error
        return nil
      }
    }) { fault == .absurd ? .absurdNumber($0, at: place) : .malformedNumber($0, whole: false, at: place) }
    guard let value, value < 0, !negative else { return value }
    findings.report(.negativeNumber(text(), at: place))
    return nil
  }

  /// A sum that the program wrote, with all the decimals it has; larger than any one number of the content may be.
  func sum() -> Points? {
    read({ bytes in try? parseDecimal(bytes, places: 6, most: 1_000_000_000_000) }) {
      .malformedNumber($0, whole: false, at: place)
    }.map { Points(millionths: $0) }
  }

  func whole(in range: ClosedRange<Int>? = nil) -> Int? {
    var fault = NumberFault.malformed
    let number = read({ bytes in
      do throws(NumberFault) { return try parseWhole(bytes) } catch {
        fault = error
        return nil
      }
    }) { fault == .absurd ? .absurdNumber($0, at: place) : .malformedNumber($0, whole: true, at: place) }
    guard let number else { return nil }
    if let range, !range.contains(number) {
      findings.report(.outOfRange("\(number)", range, at: place))
      return nil
    }
    if range == nil, number < 0 {
      findings.report(.negativeNumber("\(number)", at: place))
      return nil
    }
    return number
  }

  func flag() -> Bool? {
    switch node.scalar {
    case "true", "是": return true
    case "false", "否": return false
    default:
      findings.report(.wrongType(.flag, at: place))
      return nil
    }
  }

  func choice<T: Sendable>(_ choices: [Choice<T>]) -> T? {
    guard isScalar else {
      findings.report(.wrongType(.text, at: place))
      return nil
    }
    let text = text()
    if let found = choices.first(where: { $0.accepts(text) }) { return found.value }
    findings.report(.unknownChoice(text, choices.map(\.words), at: place))
    return nil
  }

  func table() -> YAMLTable? {
    if case .mapping(let mapping) = node.value { return YAMLTable(mapping, at: place, source: source) }
    findings.report(.wrongType(.table, at: place))
    return nil
  }

  func list() -> [YAMLValue] {
    if case .sequence(let sequence) = node.value { return sequence.map { YAMLValue($0, source: source) } }
    findings.report(.wrongType(.list, at: place))
    return []
  }

  func reference<E>(_ kind: ReferenceKind, _ names: Names<E>, year: Int? = nil) -> Ref<E>? {
    guard isScalar else {
      findings.report(.wrongType(.text, at: place))
      return nil
    }
    let text = text()
    if let found = names.find(text) { return found }
    findings.unknown(kind, text, year: year, at: place, suggestion: names.suggestion(for: text))
    return nil
  }
}
