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
    /// Whether it says itself by what it was decided and when: the others don't say the same.
    var isApart = true
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

    /// What all of several say alike is said once, in the heading above them: by what and when they were decided, and its note.
    static func told(_ awards: [Award]) -> (awards: [Award], basis: [String]) {
      guard let first = awards.first, awards.count > 1 else { return (awards, []) }
      let isOneDecision = awards.allSatisfy { ($0.signedBy, $0.on) == (first.signedBy, first.on) }
      let isOneNote = first.hasNote && awards.allSatisfy { $0.note == first.note }
      let rest = awards.map { award in
        var award = award
        award.isApart = !isOneDecision
        if isOneNote { award.note = "" }
        return award
      }
      return (rest, (isOneDecision ? [first.signedBy, first.on] : []) + (isOneNote ? [first.note] : []))
    }
  }
}
