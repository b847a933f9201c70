import Composing
import Reading
import Scoring
import Templating
import Wording

/// The sheet that goes with an archive and is signed by both sides: what it is, and the fingerprint that no forgery has.
struct HandoverForm: PrintDocument {
  struct Line: Fillable {
    var groups: [String]

    static let specimen = Line(groups: ["9f86", "d081", "884c", "7d65"])
  }

  @Inlined var chrome: Chrome
  var name: String
  var title: String
  var company: String
  var creator: String
  var items: String
  var files: String
  var bytes: String
  var hasPDF: Bool { !pdf.isEmpty }
  /// What the PDF files in the archive are; empty without one.
  var pdf: String
  /// The fingerprint, four groups of four a line.
  var lines: [Line]

  static let template = "print/handover"
  static let specimen = HandoverForm(
    chrome: .specimen, name: "year-2024", title: "红色传感 2024年度归档", company: "示例仪器公司", creator: "公司党委", items: "38",
    files: "656", bytes: "16,549,302", pdf: "PDF/A-2a", lines: [.specimen])
}

extension PrintPlan {
  /// - Parameters:
  ///   - files: how many stand in the bag.
  ///   - bytes: of the payload.
  package static func handover(
    _ context: SiteContext, of archive: String, title: String, year: Ref<YearLedger>, items: Int, files: Int,
    bytes: Int,
    fingerprint: String, pdf: String?
  ) -> PrintPlan {
    HandoverForm.plan("\(archive)-handover") {
      let groups = inFours(fingerprint)
      return HandoverForm(
        chrome: context.paperChrome(title: title, year: year), name: archive, title: title,
        company: context.content.organisation.company, creator: context.content.organisation.committee,
        items: grouped(items), files: grouped(files), bytes: grouped(bytes), pdf: pdf ?? "",
        lines: stride(from: 0, to: groups.count, by: 4).map {
          HandoverForm.Line(groups: Array(groups[$0..<min($0 + 4, groups.count)]))
        })
    }
  }
}
