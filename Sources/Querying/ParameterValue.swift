import Scoring
import Diagnostics
import SQLite
import Texts

extension SQLiteStatement.Value {
  /// What was written for a parameter. A number stays one, since in SQL a text never equals a number and is more than any;
  /// but only where it is spelt as it would be printed, so that no key (`007`) is lost.
  static func asWritten(_ text: String) -> Self {
    if let integer = Int64(text), String(integer).isSame(as: text) { return .integer(integer) }
    if let real = Double(text), real.isFinite, "\(real)".isSame(as: text) || plain(real).isSame(as: text) {
      return .real(real)
    }
    return .text(text)
  }
}

extension NamedQuery.Parameter {
  /// What its value must be.
  package enum Kind: Sendable, Equatable {
    /// A whole number from 0.
    case integer
    /// A number from 0.
    case number
    case day
    case text

    var title: Bilingual {
      switch self {
      case .integer: Bilingual(zh: "整数，如 3", en: "a whole number, such as 3")
      case .number: Bilingual(zh: "数，如 12.5", en: "a number, such as 12.5")
      case .day: Bilingual(zh: "日期，如 2025-03-08", en: "a day, such as 2025-03-08")
      case .text: Bilingual(zh: "文字", en: "words")
      }
    }

    /// `nil` for what isn't one.
    func value(_ text: String) -> SQLiteStatement.Value? {
      switch self {
      case .text: return .text(text)
      case .day: return Day(iso: text).map { .text($0.description) }
      case .integer: return Int64(text).flatMap { $0 >= 0 && $0 <= 1_000_000 ? .integer($0) : nil }
      case .number:
        if let integer = Int64(text) { return integer >= 0 && integer <= 1_000_000_000 ? .integer(integer) : nil }
        return Double(text).flatMap { $0.isFinite && $0 >= 0 && $0 <= 1e9 ? .real($0) : nil }
      }
    }
  }
}
