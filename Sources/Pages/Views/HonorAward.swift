import Composing
import Templating
import Wording

extension HonorsPage {
  /// A signed decision, with the points it rests on.
  struct Award: Fillable {
    var holder: LinkView
    var branch: String
    var rank: Int?
    var isTied: Bool
    var total: String
    var signedBy: String
    var on: String
    var note: String
    var record: String
    /// Years in a row; 0 for a branch.
    var years: Int
    /// Where its certificate's code leads.
    var anchor: String
    /// None while the year isn't final.
    var number: [String]

    func fill(_ out: inout Filler) {
      out.record("holder", holder)
      out.text("branch", branch)
      out.text("rank", rank.orDash)
      out.flag("isTied", isTied)
      out.text("total", total)
      out.text("signedBy", signedBy)
      out.text("on", on)
      out.flag("hasNote", !note.isEmpty)
      out.text("note", note)
      out.text("record", record)
      out.flag("isStreak", years > 1)
      out.text("years", years)
      out.address("anchor", anchor)
      out.texts("number", number)
    }

    static let specimen = Award(
      holder: .specimen, branch: "环境监测支部", rank: 2, isTied: true, total: "103.50", signedBy: "公司党委", on: "2025-12-27",
      note: "PK得票第一", record: "years/2025/decisions.yaml:2", years: 2,
      anchor: "yx-zhou-jingyi", number: ["2025-YX-ZHOU-JINGYI-12"])
  }
}
