import Archiving
import Composing
import Diagnostics
import Pages
import Reading
import Reports
import Scoring
import Texts

/// What `archive` is asked for.
package struct ArchiveOrder: Sendable {
  package enum Subject: Sendable {
    case year(Int)
    /// By the name of its folder.
    case campaign(String)
  }
  package var project: String
  /// The day to stand for where the content leaves it open.
  package var day: Day?
  package var subject: Subject
  /// The folder that archives stand in, each in a folder of its own.
  package var output: String
  /// Whether to leave out PDF although an engine is at hand.
  package var leavesOutPDF: Bool
  /// Whether photographs keep all their pixels, instead of those the site shows.
  package var keepsOriginals: Bool
  /// Whether to enter the archive into `content/archives.csv`.
  package var records: Bool

  package init(
    project: String, on day: Day? = nil, subject: Subject, output: String, leavesOutPDF: Bool = false,
    keepsOriginals: Bool = false, records: Bool = false
  ) {
    self.project = project
    self.day = day
    self.subject = subject
    self.output = output
    self.leavesOutPDF = leavesOutPDF
    self.keepsOriginals = keepsOriginals
    self.records = records
  }
}

/// What `archive` found and did.
package struct ArchiveReport: Sendable {
  package let tree: SourceTree
  /// Sorted as a person reads.
  package let diagnostics: [Diagnostic]
  /// `nil` where a mistake in the content stopped it, and nothing was written.
  package let archived: Archived?
}

/// An archive that stands on the disk: a bag, a zip of the same and the form, in one folder.
package struct Archived: Sendable {
  package let folder: String
  package let zip: String
  package let items: Int
  package let files: Int
  /// Bytes of the payload.
  package let size: Int
  package let fingerprint: String
  /// The hand-over form to sign: PDF where an engine is at hand, else HTML.
  package let form: String
  /// What the PDF files are; `nil` where there are none.
  package let pdf: String?
  /// Lines that name where, and the characters which no font of this machine has: then the PDF is no PDF/A.
  package let boxes: [String]
  /// Workbooks with columns of numbers of persons, of which the tables are kept as they were read.
  package let withheld: [String]
  /// Its line for `content/archives.csv`.
  package let record: ArchiveRecord
  package let isRecorded: Bool
}

extension ArchiveOrder {
  /// - Throws: `UsageFailure` where the content has no such year or campaign.
  func plan(_ context: SiteContext) throws -> ArchivePlan {
    switch subject {
    case .year(let year): return .year(context, try context.content.ledger.yearReference(year))
    case .campaign(let name):
      let campaigns = context.content.campaigns
      let called = campaigns.indices.filter { campaigns[$0].title == name }
      let own = campaigns.firstIndex { $0.id == name }
      if own == nil, called.count > 1 {
        let ids = called.map { campaigns[$0].id }.joined(separator: ", ")
        throw UsageFailure(
          zh: "叫“\(name)”的专题不止一个，请用编号：\(ids)", en: "there is more than one “\(name)”; use the id: \(ids)")
      }
      guard let index = own ?? called.first else {
        let close = nearest(to: name, in: campaigns.map(\.id))
        let all = campaigns.map(\.id).joined(separator: ", ")
        throw UsageFailure(
          zh: "没有叫“\(name)”的专题" + (close.map { "；是不是“\($0)”？" } ?? "；已有：\(all)"),
          en: "there is no campaign “\(name)”" + (close.map { "; did you mean “\($0)”?" } ?? "; there are: \(all)"))
      }
      return .campaign(context, index)
    }
  }
}
