import Diagnostics
import Parsing
import Scoring

/// A kind of table that a sheet may be read as: what people call it, and its columns.
package struct FormKind: Sendable {
  package let name: Bilingual
  package let layout: TableLayout

  package init(name: Bilingual, layout: TableLayout) {
    self.name = name
    self.layout = layout
  }
}

/// What is known of a sheet before it is read: what it may hold, and the year it belongs to.
package struct FormContext {
  /// What the sheet holds by where its workbook stands.
  package var kind: FormKind
  /// What else a rule may say that it holds.
  package var others: [FormKind]
  /// Completes a day that is written without its year.
  package var period: Period?
  package var year: Int?
  /// The workbook's colours, under the numbers of cells less one.
  package var colours: [String]
  /// Whether a text names a member, an item, a branch: by id or by name. Asked only to recognise what a sheet holds.
  package var isMember: (String) -> Bool
  package var isItem: (String) -> Bool
  package var isBranch: (String) -> Bool
  /// Whether columns that nobody knows are left out, unless they seem to be known ones misspelt.
  package var leavesOutOthers = false
  /// The names of items, of which a suggestion finds the one that is meant.
  package var items: [String] = []

  package init(
    kind: FormKind, others: [FormKind] = [], period: Period? = nil, year: Int? = nil, colours: [String] = [],
    isMember: @escaping (String) -> Bool = { _ in false }, isItem: @escaping (String) -> Bool = { _ in false },
    isBranch: @escaping (String) -> Bool = { _ in false }
  ) {
    self.kind = kind
    self.others = others
    self.period = period
    self.year = year
    self.colours = colours
    self.isMember = isMember
    self.isItem = isItem
    self.isBranch = isBranch
  }

  var kinds: [FormKind] { [kind] + others }
}
