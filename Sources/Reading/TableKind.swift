import Parsing
import Diagnostics
import Texts

/// A table of the ledger that may stand as CSV or in a workbook: what people call it, and its columns.
struct TableKind: Sendable {
  let name: Bilingual
  let layout: TableLayout

  private init(_ zh: String, _ en: String, _ columns: some TableColumns) {
    name = Bilingual(zh: zh, en: en)
    layout = columns.layout
  }

  static let branches = TableKind("支部", "branches", BranchColumns())
  static let members = TableKind("党员", "members", MemberColumns())
  static let memberships = TableKind("所在支部", "memberships", MembershipColumns())
  static let offices = TableKind("任职", "offices", OfficeColumns())
  static let activities = TableKind("活动", "activities", ActivityColumns())
  static let claims = TableKind("认领", "claims", ClaimColumns())
  static let records = TableKind("积分", "records", RecordColumns())
  static let welfare = TableKind("公益", "welfare", WelfareColumns())
  static let surveys = TableKind("测评", "surveys", SurveyColumns())
  static let ratings = TableKind("考评", "ratings", RatingColumns())
}
