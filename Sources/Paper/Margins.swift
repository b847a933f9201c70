import Composing
import Wording

/// A stretch of a document whose pages say in their margin what they are of.
package struct Sheet: Equatable, Sendable {
  /// `data-sheet` of the elements in the template that stand on these pages.
  package let name: String
  /// `nil` where the pages say nothing of their own.
  package let running: String?

  init(_ name: String, _ running: String? = nil) {
    self.name = name
    self.running = running
  }
}

/// What stands in the margins of a document for paper, and how far its matter is moved on bought paper. Words have a blank
/// between Han and figures, which the stylesheet narrows, since a margin holds no element.
package struct Margins: Equatable, Sendable {
  /// On every page, above and below.
  package let head: String
  package let foot: String
  package let sheets: [Sheet]
  package let shift: PaperShift?

  /// What fonts must have besides the document's own text.
  package var texts: [String] { [head, foot] + sheets.compactMap(\.running) }
}

extension PrintDocument {
  package var margins: Margins {
    Margins(
      head: Words.parted("\(chrome.siteTitle)　\(chrome.pageTitle)"),
      foot: Words.parted("\(chrome.stateWords)　\(chrome.notice)"),
      sheets: sheets.map { Sheet($0.name, $0.running.map(Words.parted)) },
      shift: moved)
  }
}
