import Composing
import Templating
import Wording

extension HonorsPage {
  /// A signed decision, with the points it rests on.
  struct Award: Fillable {
    var holder: LinkView
    var branch: String
    /// Nothing is said twice: a branch stands in no other.
    var hasBranch: Bool { branch != holder.text }
    @Unprinted var place: Int?
    var rank: String { place.orDash }
    var isTied: Bool
    var total: String
    var signedBy: String
    var on: String
    var hasNote: Bool { !note.isEmpty }
    var note: String
    var record: String
    var source: String
    /// What was done: the decision's sentence, or the best of what the ledger has; none where neither says anything.
    var deeds: [String]
    var isStreak: Bool { years > 1 }
    /// Years in a row; 0 for a branch.
    var years: Int
    /// Where its certificate's code leads.
    @WebAddress var anchor: String
    /// None while the year isn't final.
    var number: [String]

    static let specimen = Award(
      holder: .specimen, branch: "环境监测支部", place: 2, isTied: true, total: "103.50", signedBy: "公司党委", on: "2025-12-27",
      note: "PK得票第一", record: "years/2025/decisions.yaml:2", source: "决定第2行",
      deeds: ["三条河断面监测"], years: 2,
      anchor: "yx-zhou-jingyi", number: ["2025-YX-ZHOU-JINGYI-12"])
  }
}
