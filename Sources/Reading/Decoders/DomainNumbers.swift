import Diagnostics
import Parsing
import Scoring
import Texts

// The numbers of this domain, as tables and YAML state them: the kit knows decimals and whole numbers.

extension TableRows {
  func points(_ column: ColumnNumber) -> Points? { hundredths(column).map { Points(hundredths: $0) } }

  /// Negative ones are for the caller to judge.
  func signedPoints(_ column: ColumnNumber) -> Points? {
    hundredths(column, negative: true).map { Points(hundredths: $0) }
  }

  /// Points as the program wrote them, with all the decimals they have.
  func exactPoints(_ column: ColumnNumber) -> Points? {
    decimal(column, places: 6, negative: true).map { Points(millionths: $0) }
  }

  /// Negative ones are for the caller to judge.
  func quantity(_ column: ColumnNumber) -> Quantity? {
    hundredths(column, negative: true).map { Quantity(hundredths: $0) }
  }

  func figure(_ column: ColumnNumber) -> Figure? { hundredths(column, negative: true).map { Figure(hundredths: $0) } }
}

extension YAMLTable {
  func points(_ key: String, negative: Bool = false) -> Points? { value(key)?.points(negative: negative) }
  func figure(_ key: String, negative: Bool = false) -> Figure? { value(key)?.figure(negative: negative) }
  func points(ifAny key: String, negative: Bool = false) -> Points? { value(ifAny: key)?.points(negative: negative) }
}

extension YAMLValue {
  func points(negative: Bool = false) -> Points? {
    hundredths(negative: negative).map { Points(hundredths: $0) }
  }

  func quantity(negative: Bool = false) -> Quantity? {
    hundredths(negative: negative).map { Quantity(hundredths: $0) }
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

  /// A sum that the program wrote, with all the decimals it has; larger than any one number of the content may be.
  func sum() -> Points? {
    decimal(places: 6, most: 1_000_000_000_000).map { Points(millionths: $0) }
  }
}

extension Diagnostic {
  static func scoreOutOfRange(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .absurdNumber, at: place,
      message: Bilingual(zh: "评分“\(text)”不在 0 到 100 之间", en: "the score “\(text)” isn't within 0 to 100"),
      remedy: Bilingual(zh: "写 0 到 100 的数，至多两位小数", en: "Write a number from 0 to 100, with two decimals at most"))
  }
}
