import Scoring
import Texts

/// A mapping being decoded. Each question reports what it can't answer and goes on, so that one run finds every mistake;
/// the keys asked for are the keys that exist, and `close` reports the others.
package final class YAMLTable {
  private struct Entry {
    let key: Located<String>
    let value: YAMLValue
    var isAsked = false
  }

  package let place: Place
  private let source: YAMLSource
  private var entries: [Entry]
  /// The keys asked for, in order, for suggestions.
  private var asked: [String] = []
  /// Those of them that have no place beside the others.
  private var refused: Set<String> = []
  /// The commas that were told to be none.
  private var swallowing: Set<Place> = []
  /// Of a table with many keys, each one's number: as many questions as keys would else compare each with each.
  private var numbers: [String: Int] = [:]
  /// Keys compared so far.
  private(set) var comparisons = 0

  package init(_ mapping: [(key: YAMLNode, value: YAMLNode)], at place: Place, source: YAMLSource) {
    self.source = source
    self.place = place
    entries = mapping.map { key, value in
      Entry(key: Located(key.scalar ?? "", key.place), value: YAMLValue(value, source: source))
    }
    if entries.count > 16 {
      numbers = Dictionary(entries.indices.map { (entries[$0].key.value, $0) }) { first, _ in first }
    }
  }

  package var findings: MistakeCollector { source.findings }

  /// The keys as written, for tables whose keys are data.
  package var keys: [Located<String>] { entries.map(\.key) }

  /// Keys and values of a table whose keys are data: no key of it has another name.
  package var pairs: [(key: Located<String>, value: YAMLValue)] { entries.map { ($0.key, $0.value) } }

  /// Of a key that is a number, its hundredths.
  package func hundredths(ofKey key: Located<String>) -> Int64? {
    let (bytes, text) = (Array(key.value.utf8), shortened(key.value))
    do throws(NumberFault) { return try parseHundredths(bytes.span) } catch {
      findings.report(
        error == .absurd
          ? .absurdNumber(text, at: key.place)
          : source.words?.refusal(.number(text), key.place) ?? .malformedNumber(text, whole: false, at: key.place))
      return nil
    }
  }

  private func number(of key: String) -> Int? {
    if let number = number(written: key) { return number }
    return source.words?.names(of: key).lazy.compactMap { self.number(written: $0) }.first
  }

  /// A key as messages call it: in Chinese where its table is written so.
  package func shown(_ key: String) -> String {
    guard let words = source.words, words.areColumns || entries.contains(where: { words.knows($0.key.value) }) else {
      return key
    }
    return words.names(of: key).first ?? key
  }

  private func number(written key: String) -> Int? {
    guard numbers.isEmpty else {
      comparisons += 1
      return numbers[key]
    }
    let number = entries.firstIndex { $0.key.value == key }
    comparisons += number.map { $0 + 1 } ?? entries.count
    return number
  }

  /// The value of a key that may be left out or empty.
  package func value(ifAny key: String) -> YAMLValue? {
    guard let number = number(of: key) else {
      asked.append(key)
      return nil
    }
    if !entries[number].isAsked { asked.append(key) }
    entries[number].isAsked = true
    let value = entries[number].value
    return value.isNull ? nil : value
  }

  package func value(_ key: String) -> YAMLValue? {
    if let value = value(ifAny: key) { return value }
    reportMissing(key)
    return nil
  }

  /// Says that a key isn't there, or why: a comma of another keyboard before it made it a part of another key's value.
  package func reportMissing(_ key: String) {
    let written = number(of: key).map { entries[$0].key.place }
    if written == nil {
      let names = [key] + (source.words?.names(of: key) ?? [])
      for entry in entries {
        guard let text = entry.value.unquoted,
          let found = names.lazy.compactMap({ comma(beforeKey: $0, in: text) }).first
        else { continue }
        let sign = findings.place(of: found.sign, from: entry.value.place) ?? entry.value.place
        if swallowing.insert(sign).inserted { findings.report(.yamlSlip(.comma(found.sign), at: sign)) }
        return
      }
    }
    findings.report(.missingKey(shown(key), isEmpty: written != nil, at: written ?? place))
  }

  package func has(_ key: String) -> Bool { number(of: key).map { !entries[$0].value.isNull } ?? false }

  package func place(of key: String) -> Place { number(of: key).map { entries[$0].value.place } ?? place }

  /// A key that says nothing beside the others here: whoever asks for it reports that, and `close` doesn't offer it.
  package func refuse(_ key: String) {
    _ = value(ifAny: key)
    refused.insert(key)
  }

  /// Reports the keys nobody asked for.
  package func close() {
    for entry in entries where !entry.isAsked {
      let key = entry.key.value
      if let hidden = key.firstHidden(in: .word) {
        findings.report(hidden, at: entry.key.place)
        continue
      }
      if let twin = twin(of: key) {
        let (first, second) =
          twin.place < entry.key.place ? (twin.place, entry.key.place) : (entry.key.place, twin.place)
        findings.report(.duplicateKey(key, other: twin.value, first: first, at: second))
      } else if let refused = source.words?.refusal(.key(key), entry.key.place) {
        findings.report(refused)
      } else {
        reportUnknown(shortened(key), at: entry.key.place)
      }
    }
  }

  /// The key under whose other name the same was answered.
  private func twin(of written: String) -> Located<String>? {
    guard let words = source.words else { return nil }
    return asked.first { $0 == written || words.names(of: $0).contains(written) }.flatMap { number(of: $0) }
      .map { entries[$0].key }
  }

  private func reportUnknown(_ key: String, at place: Place) {
    let asked = asked.filter { !refused.contains($0) }
    let names = asked.flatMap { source.words?.names(of: $0) ?? [] }
    findings.report(
      .unknownKey(key, suggestion: nearest(to: key, in: asked + names), known: asked.map(shown), at: place))
  }

  package func name(_ key: String) -> String { value(key)?.text(.word) ?? "" }
  package func text(_ key: String) -> String { value(key)?.text() ?? "" }
  package func text(ifAny key: String) -> String { value(ifAny: key)?.text() ?? "" }
  package func day(_ key: String) -> Day? { value(key)?.day() }
  package func day(ifAny key: String) -> Day? { value(ifAny: key)?.day() }
  package func whole(_ key: String, in range: ClosedRange<Int>? = nil) -> Int? { value(key)?.whole(in: range) }
  package func whole(ifAny key: String, in range: ClosedRange<Int>? = nil) -> Int? {
    value(ifAny: key)?.whole(in: range)
  }
  package func flag(ifAny key: String) -> Bool { value(ifAny: key)?.flag() ?? false }
  package func choice<T: Sendable>(_ key: String, _ choices: [Choice<T>]) -> T? { value(key)?.choice(choices) }
  package func choice<T: Sendable>(ifAny key: String, _ choices: [Choice<T>]) -> T? {
    value(ifAny: key)?.choice(choices)
  }
  package func table(_ key: String) -> YAMLTable? { value(key)?.table() }
  /// - Parameter isEmpty: whether a table that isn't there is one that says nothing.
  package func table(_ key: String, orEmptyIf isEmpty: Bool) -> YAMLTable? {
    if !isEmpty || has(key) { return table(key) }
    _ = value(ifAny: key)
    return YAMLTable([], at: place, source: source)
  }
  package func table(ifAny key: String) -> YAMLTable? { value(ifAny: key)?.table() }
  package func tables(_ key: String) -> [YAMLTable] { value(key)?.list().compactMap { $0.table() } ?? [] }
  package func tables(ifAny key: String) -> [YAMLTable] { value(ifAny: key)?.list().compactMap { $0.table() } ?? [] }
  package func values(ifAny key: String) -> [YAMLValue] { value(ifAny: key)?.list() ?? [] }

  /// The id under `key`; `nil` if it is missing or malformed, which is reported.
  package func id(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.word(), !text.isEmpty else { return nil }
    if isID(text) { return text }
    findings.report(.malformedID(shortened(text), at: value.place))
    return nil
  }

  package func reference<E>(
    _ key: String, _ kind: ReferenceKind, _ names: Names<E>, year: Int? = nil,
    among fits: (Ref<E>) -> Bool = { _ in true }
  ) -> Ref<E>? {
    value(key)?.reference(kind, names, year: year, among: fits)
  }

  package func reference<E>(
    ifAny key: String, _ kind: ReferenceKind, _ names: Names<E>, year: Int? = nil,
    among fits: (Ref<E>) -> Bool = { _ in true }
  ) -> Ref<E>? {
    value(ifAny: key)?.reference(kind, names, year: year, among: fits)
  }

  package func references<E>(
    ifAny key: String, _ kind: ReferenceKind, _ names: Names<E>, year: Int? = nil,
    among fits: (Ref<E>) -> Bool = { _ in true }
  ) -> [Ref<E>] {
    values(ifAny: key).map { ($0.reference(kind, names, year: year, among: fits), $0.place) }.once(names, findings)
  }

  /// Other names of what the table defines, under `also` or 又名.
  package func otherNames() -> [Located<String>] {
    let keys = source.words?.names(of: "also").isEmpty == false ? ["also"] : ["also", "又名"]
    return keys.flatMap { value(ifAny: $0)?.otherNames() ?? [] }
  }
}
