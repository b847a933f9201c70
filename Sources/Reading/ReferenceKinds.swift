import Diagnostics
import Parsing

/// What a name in the content can refer to; each kind has its code and the file that defines it, a table or a workbook.
extension ReferenceKind {
  static let member = ReferenceKind(.unknownMember, zh: "党员", en: "member", home: "content/members/")
  static let branch = ReferenceKind(.unknownBranch, zh: "支部", en: "branch", home: "content/branches.*")
  static let unit = ReferenceKind(.unknownUnit, zh: "上级组织", en: "unit", home: "content/branches.*")
  /// A branch or a unit.
  static let organisation = ReferenceKind(
    .unknownUnit, zh: "支部或上级组织", en: "branch or unit", home: "content/branches.*")
  static let item = ReferenceKind(.unknownItem, zh: "党员积分项目", en: "member item", home: rulebook)
  static let branchItem = ReferenceKind(.unknownItem, zh: "支部考评项目", en: "branch item", home: rulebook)
  static let activity = ReferenceKind(.unknownActivity, zh: "活动", en: "activity", home: year + "activities.*")
  static let work = ReferenceKind(.unknownWork, zh: "工作", en: "work", home: "content/works/<id>.md")
  static let pathway = ReferenceKind(.unknownPathway, zh: "途径", en: "pathway", home: "content/brand.yaml")
  static let series = ReferenceKind(.unknownSeries, zh: "公益系列", en: "welfare series", home: rulebook)
  static let record = ReferenceKind(.unknownRecord, zh: "记录", en: "record", home: year + "records/")

  private static let year = "content/years/<year>/"
  private static let rulebook = year + "rulebook.yaml"
}
