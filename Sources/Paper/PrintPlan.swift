import Composing
import Scoring
import Templating

/// A document for paper: where it is called what, which kind it is, and how its value is made.
package struct PrintPlan: Sendable {
  /// The file's name without its end, ASCII: `standings-2025-b03`.
  package let name: String
  /// Template name, one of `printCatalog`.
  package let template: String
  package let make: @Sendable () -> any PrintDocument
}

/// A kind of document for paper: its template in `templates/print/`, and its specimen (schema, golden and documentation in
/// one). It states the names of `Chrome` first, as every page does.
package protocol PrintDocument: Fillable {
  static var template: String { get }
  /// Fully populated: every list has an element, every optional a value.
  static var specimen: Self { get }
  var chrome: Chrome { get }
  /// In their order; none where all pages are alike.
  var sheets: [Sheet] { get }
  /// How far the matter is moved; `nil` for what isn't printed onto bought paper.
  var moved: PaperShift? { get }
}

extension PrintDocument {
  package var sheets: [Sheet] { [] }
  package var moved: PaperShift? { nil }

  package static func plan(_ name: String, _ make: @escaping @Sendable () -> Self) -> PrintPlan {
    PrintPlan(name: name, template: template, make: make)
  }
}

/// Every kind of document for paper; a new kind is one line here, its file in Print/, and its template.
package let printCatalog: [any PrintDocument.Type] = [
  PrintedHonorRoll.self, PrintedPoster.self, PrintedNotice.self, PrintedCertificates.self, PrintedRegister.self,
  PrintedCalibration.self,
  PrintedStandings.self, PrintedLedger.self, PrintedBranchReport.self, PrintedDossier.self, PrintedBranchDossier.self,
  HandoverForm.self, PrintedReports.self,
]

extension SiteContext {
  /// What stands around a document's matter. It has no place in the site, so its links begin at the root.
  func paperChrome(title: String, year: Ref<YearLedger>) -> Chrome {
    chrome("", title: title, year: year, section: .honors)
  }
}
