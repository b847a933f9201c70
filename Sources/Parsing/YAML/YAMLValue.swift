import Diagnostics
import Scoring
import Texts

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
package struct YAMLValue {
  private let node: YAMLNode
  private let source: YAMLSource

  package init(_ node: YAMLNode, source: YAMLSource) {
    self.node = node
    self.source = source
  }

  package var place: Place { node.place }
  package var findings: MistakeCollector { source.findings }

  package var isNull: Bool { node.isNull }

  package var isScalar: Bool { node.scalar != nil }

  package var isTable: Bool { if case .mapping = node.value { true } else { false } }

  /// The text as written (never a number read as octal); empty where it isn't a scalar, or nothing is to be seen of it,
  /// or it holds what nobody sees, which are reported.
  package func text(_ kind: TextKind = .prose) -> String {
    guard let scalar = node.scalar else {
      report(wrongType: .text)
      return ""
    }
    let text = scalar.trimmed
    guard let hidden = text.firstHidden(in: kind) else { return text }
    findings.report(hidden, at: place)
    return ""
  }

  /// The text as it stands without quotes; `nil` for all else.
  var unquoted: String? { if case .scalar(let text, isPlain: true) = node.value { text } else { nil } }

  /// The text, with nothing reported.
  package var plain: String? { node.scalar?.trimmed }

  /// The text as one that is compared with others; `nil` if it can't be one, which is reported.
  package func word() -> String? {
    let text = text(.word)
    return text.isEmpty ? nil : text
  }

  /// Whether it is a list of nothing, and not something else in a list's place.
  package var isEmptyList: Bool { if case .sequence(let items) = node.value { items.isEmpty } else { false } }

  /// Whether it is one of some words, with nothing reported.
  package func says(_ words: [String]) -> Bool { node.scalar.map { words.contains($0.trimmed) } ?? false }

  private func read<T>(_ parse: (Span<UInt8>) -> T?, else report: (String) -> Diagnostic) -> T? {
    guard let text = word() else { return nil }
    let bytes = Array(text.utf8)
    if let value = parse(bytes.span) { return value }
    if !reportComma(in: text) { findings.report(report(shortened(text))) }
    return nil
  }

  /// Several values that stand as one, since what parts them isn't a comma.
  private func reportComma(in text: String) -> Bool {
    guard let comma = text.unicodeScalars.first(where: SlippedSign.isComma) else { return false }
    let place = findings.place(of: comma, from: place) ?? place
    findings.report(.yamlSlip(.comma(comma), at: place))
    return true
  }

  /// A text where a list or a table should stand may be one, in the signs of another keyboard.
  private func report(wrongType expected: YAMLType) {
    if expected == .list || expected == .table, let text = node.scalar, let found = slip(inText: text, for: expected) {
      findings.report(.yamlSlip(found.slip, at: findings.place(of: found.sign, from: place) ?? place))
    } else {
      findings.report(.wrongType(expected, at: place))
    }
  }

  package func day() -> Day? { read(parseDay) { .malformedDate($0, at: place) } }

  func number<T>(whole: Bool, _ parse: (Span<UInt8>) throws(NumberFault) -> T) -> T? {
    var fault = NumberFault.malformed
    return read({ bytes in
      do throws(NumberFault) { return try parse(bytes) } catch {
        fault = error
        return nil
      }
    }) {
      fault == .absurd
        ? .absurdNumber($0, at: place)
        : source.words?.refusal(.number($0), place) ?? .malformedNumber($0, whole: whole, at: place)
    }
  }

  /// A number with two decimals at most.
  package func hundredths(negative: Bool = false) -> Int64? {
    let value = number(whole: false, parseHundredths)
    guard let value, value < 0, !negative else { return value }
    findings.report(.negativeNumber(text(), at: place))
    return nil
  }

  /// A number of any size that the program wrote itself.
  package func decimal(places: Int, most: Int64) -> Int64? {
    read({ bytes in try? parseDecimal(bytes, places: places, most: most) }) {
      .malformedNumber($0, whole: false, at: place)
    }
  }

  package func whole(in range: ClosedRange<Int>? = nil) -> Int? {
    guard let number = number(whole: true, parseWhole) else { return nil }
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

  package func flag() -> Bool? {
    guard let text = word() else { return nil }
    switch text {
    case "true", "是": return true
    case "false", "否": return false
    default:
      findings.report(.wrongType(.flag, at: place))
      return nil
    }
  }

  package func choice<T: Sendable>(_ choices: [Choice<T>]) -> T? {
    guard let text = word() else { return nil }
    if let found = choices.first(where: { $0.accepts(text) }) { return found.value }
    if !reportComma(in: text) {
      findings.report(
        source.words?.refusal(.choice(text), place)
          ?? .unknownChoice(shortened(text), choices.map(\.words), at: place))
    }
    return nil
  }

  package func table() -> YAMLTable? {
    if case .mapping(let mapping) = node.value { return YAMLTable(mapping, at: place, source: source) }
    report(wrongType: .table)
    return nil
  }

  package func list() -> [YAMLValue] {
    guard case .sequence(let sequence) = node.value else {
      report(wrongType: .list)
      return []
    }
    return source.items(sequence)
  }

  /// What it names, with nothing reported.
  package func naming<E>(_ names: Names<E>) -> Naming<E> { node.scalar.map { names.naming($0.trimmed) } ?? .unknown }

  /// What it names. A blank that nobody sees is only reported where it is no part of a known name's spelling.
  package func reference<E>(
    _ kind: ReferenceKind, _ names: Names<E>, year: Int? = nil, among fits: (Ref<E>) -> Bool = { _ in true }
  ) -> Ref<E>? {
    let naming = naming(names)
    if case .found(let one) = naming { return one }
    guard let text = word() else { return nil }
    if case .unknown = naming, reportComma(in: text) { return nil }
    return names.settle(
      naming, of: Located(shortened(text), place), kind, year: year, findings, among: fits)
  }

  /// Other names: a list, or one text that parts them by 、 or |.
  func otherNames() -> [Located<String>] {
    if case .sequence = node.value { return list().flatMap { $0.otherNames() } }
    guard let text = word() else { return [] }
    return Parsing.otherNames(text).map { Located($0, place) }
  }
}
