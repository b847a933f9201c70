import Diagnostics
import LedgerTables

/// What an edition hasn't got, so that a question for it would be answered as if there were none.
struct HiddenNames {
  /// Tables, and columns as `table.column`.
  let names: Set<String>
  /// By `table.column` the words that stand in it in the office's edition only.
  let words: [String: Set<String>]

  private init(_ names: Set<String>, _ words: [String: Set<String>]) {
    self.names = names
    self.words = words
  }

  static let none = HiddenNames([], [:])

  /// - Returns: of a report, which is published, columns too that are nearly empty; of a query whole tables, since who
  ///   asks for all columns of a table sees that one is empty.
  static func of(_ source: LedgerSource, isReport: Bool) -> HiddenNames {
    guard !source.isForOffice else { return .none }
    return HiddenNames(isReport ? officeOnlyNames : officeOnlyTables, officeOnlyWords)
  }
}

extension QueryMistakes {
  /// A word that is asked for and stands in no row of the edition: how many vetoes there were isn't none.
  func hiddenWord(_ hidden: [String: Set<String>]) -> Diagnostic? {
    for (name, words) in hidden.sorted(by: { $0.key < $1.key }) where guardian.read.contains(name) {
      guard let piece = pieces.first(where: { $0.kind == .text && words.contains($0.text) }) else { continue }
      return edition("\(name) = '\(piece.text)'", at: piece.start)
    }
    return nil
  }
}
