import Diagnostics
import Scoring

/// What workbooks say beside their tables: the names of their sheets, and what stands below a page.
extension Words {
  package static let memberSheet = Bilingual(zh: "党员积分", en: "Members")
  package static let yearSheet = Bilingual(zh: "逐年", en: "Years")
  package static let branchSheet = Bilingual(zh: "支部积分", en: "Branches")
  package static let accountSheet = Bilingual(zh: "积分明细", en: "Awards")
  package static let objectionSheet = Bilingual(zh: "异议与答复", en: "Objections")
  package static let storySheet = Bilingual(zh: "纪实", en: "Stories")

  /// Around the number of a page and their count, which a spreadsheet program sets: 第 1 页，共 3 页.
  package static let beforePageNumber = Bilingual(zh: "第 ", en: "page ")
  package static let beforePageCount = Bilingual(zh: " 页，共 ", en: " of ")
  package static let afterPageCount = Bilingual(zh: " 页", en: "")

  package static func kind(of objection: Objection) -> Bilingual {
    Bilingual(zh: Words.objection(objection.kind), en: objection.kind == .missing ? "missing" : "wrong")
  }

  package static func outcome(of finding: Objection.Finding) -> Bilingual {
    let english =
      switch finding.outcome {
      case .upheld: "upheld"
      case .partly: "partly upheld"
      case .rejected: "rejected"
      }
    return Bilingual(zh: Words.outcome(finding.outcome), en: english)
  }
}
