import Composing
import Wording

/// A stretch of a document whose pages say in their margin what they are of.
package struct Sheet: Equatable, Sendable {
  /// `data-sheet` of the elements in the template that stand on these pages.
  package let name: String
  /// `nil` where the pages say nothing of their own.
  package let running: String?
  /// Whether its pages have numbers of their own beside those of the document: it is taken out and handed to somebody.
  package let isCounted: Bool

  init(_ name: String, _ running: String? = nil, isCounted: Bool = false) {
    self.name = name
    self.running = running
    self.isCounted = isCounted
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
  /// What stands around the number within a counted sheet, that within the document, and the document's last.
  package let numberWords: [String]

  /// What fonts must have besides the document's own text.
  package var texts: [String] { [head, foot] + sheets.compactMap(\.running) + numberWords }
}

extension PrintDocument {
  package var margins: Margins {
    Margins(
      head: Words.parted("\(chrome.siteTitle)　\(chrome.pageTitle)"),
      foot: Words.parted("\(chrome.stateWords)　\(chrome.notice)"),
      sheets: sheets.map { Sheet($0.name, $0.running.map(Words.parted), isCounted: $0.isCounted) },
      shift: moved, numberWords: Words.numbersOfPages)
  }
}
