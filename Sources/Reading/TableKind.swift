import Diagnostics
import Parsing

/// A table of the ledger that may stand as CSV or in a workbook.
enum TableKind: CaseIterable, Sendable {
  case branches, parents, members, memberships, offices, activities, claims, records, corrections, welfare, surveys,
    ratings
  case items

  /// What people call it, and rules of reading.
  var name: Bilingual {
    switch self {
    case .branches: Bilingual(zh: "支部", en: "branches")
    case .parents: Bilingual(zh: "隶属", en: "parents")
    case .members: Bilingual(zh: "党员", en: "members")
    case .memberships: Bilingual(zh: "所在支部", en: "memberships")
    case .offices: Bilingual(zh: "任职", en: "offices")
    case .activities: Bilingual(zh: "活动", en: "activities")
    case .claims: Bilingual(zh: "认领", en: "claims")
    case .records: Bilingual(zh: "积分", en: "records")
    case .corrections: Bilingual(zh: "更正", en: "corrections")
    case .welfare: Bilingual(zh: "公益", en: "welfare")
    case .surveys: Bilingual(zh: "测评", en: "surveys")
    case .ratings: Bilingual(zh: "考评", en: "ratings")
    case .items: Bilingual(zh: "项目", en: "items")
    }
  }

  var layout: TableLayout {
    switch self {
    case .branches: BranchColumns().layout
    case .parents: ParentColumns().layout
    case .members: MemberColumns().layout
    case .memberships: MembershipColumns().layout
    case .offices: OfficeColumns().layout
    case .activities: ActivityColumns().layout
    case .claims: ClaimColumns().layout
    case .records: recordColumns.layout
    case .corrections: CorrectionColumns().layout
    case .welfare: WelfareColumns().layout
    case .surveys: SurveyColumns().layout
    case .ratings: RatingColumns().layout
    case .items: ItemColumns().layout
    }
  }
}
