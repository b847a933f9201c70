import Composing
import Templating

/// A project through its five stages (S13–S17), down to the points of each share.
struct ProjectView: Fillable {
  struct Step: Fillable {
    var name: String
    var isDone: Bool
    var date: String
    var evidence: String
    func fill(_ out: inout Filler) {
      out.text("name", name)
      out.flag("isDone", isDone)
      out.text("date", date)
      out.text("evidence", evidence)
    }
  }

  struct ShareRow: Fillable {
    var task: String
    var member: LinkView
    var share: Int
    var points: String
    /// What a cap of the rulebook cut; empty when nothing.
    var capped: String
    func fill(_ out: inout Filler) {
      out.text("task", task)
      out.record("member", member)
      out.text("share", share)
      out.text("points", points)
      out.flag("isCapped", !capped.isEmpty)
      out.text("capped", capped)
    }
  }

  struct FollowUpView: Fillable {
    var on: String
    var by: String
    var text: String
    func fill(_ out: inout Filler) {
      out.text("on", on)
      out.text("by", by)
      out.text("text", text)
    }
  }

  struct EvaluationView: Fillable {
    var score: String
    var by: String
    var on: String
    func fill(_ out: inout Filler) {
      out.text("score", score)
      out.text("by", by)
      out.text("on", on)
    }
    static let specimen = EvaluationView(score: "84", by: "唐一鸣", on: "2025-10-31")
  }

  /// The combined score, and how it came about.
  struct Combined: Fillable {
    var isWeighted: Bool
    var isHeadOnly: Bool
    var isLower: Bool
    var selfScore: String
    var headScore: String
    var selfWeight: Int
    var headWeight: Int
    var result: String
    func fill(_ out: inout Filler) {
      out.flag("isWeighted", isWeighted)
      out.flag("isHeadOnly", isHeadOnly)
      out.flag("isLower", isLower)
      out.text("selfScore", selfScore)
      out.text("headScore", headScore)
      out.text("selfWeight", selfWeight)
      out.text("headWeight", headWeight)
      out.text("result", result)
    }
    static let specimen = Combined(
      isWeighted: true, isHeadOnly: true, isLower: true, selfScore: "75", headScore: "84", selfWeight: 30,
      headWeight: 70,
      result: "81.30")
  }

  struct Grade: Fillable {
    var grade: Int
    var value: String
    var points: String
    func fill(_ out: inout Filler) {
      out.text("grade", grade)
      out.text("value", value)
      out.text("points", points)
    }
    static let specimen = Grade(grade: 80, value: "20.00", points: "16.00")
  }

  var id: String
  var title: String
  var branch: LinkView
  var isPriority: Bool
  var painPoint: String
  var value: String
  var steps: [Step]
  /// The last stage reached, in words, while it is under way.
  var underway: [String]
  var lacksSelf: Bool
  var lacksHead: Bool
  var lacksBoth: Bool
  var failed: Bool
  var selfEvaluation: EvaluationView?
  var headEvaluation: EvaluationView?
  var combined: Combined?
  var grade: Grade?
  var shares: [ShareRow]
  var followUps: [FollowUpView]
  var works: [LinkView]
  var citation: String

  func fill(_ out: inout Filler) {
    out.text("id", id)
    out.text("title", title)
    out.record("branch", branch)
    out.flag("isPriority", isPriority)
    out.flag("hasPainPoint", !painPoint.isEmpty)
    out.text("painPoint", painPoint)
    out.text("value", value)
    out.list("steps", steps)
    out.texts("underway", underway)
    out.flag("lacksSelf", lacksSelf)
    out.flag("lacksHead", lacksHead)
    out.flag("lacksBoth", lacksBoth)
    out.flag("failed", failed)
    out.optional("selfEvaluation", selfEvaluation)
    out.optional("headEvaluation", headEvaluation)
    out.optional("combined", combined)
    out.optional("grade", grade)
    out.flag("hasShares", !shares.isEmpty)
    out.list("shares", shares)
    out.list("followUps", followUps)
    out.flag("hasWorks", !works.isEmpty)
    out.list("works", works)
    out.text("citation", citation)
  }

  static let specimen = ProjectView(
    id: "station-data", title: "站房数据有效率提升", branch: .specimen, isPriority: true, painPoint: "断电丢数",
    value: "20.00", steps: [Step(name: "目标确定", isDone: true, date: "2025-01-22", evidence: "痛点课题会纪要")],
    underway: ["过程控制"], lacksSelf: true, lacksHead: true, lacksBoth: true, failed: true, selfEvaluation: .specimen,
    headEvaluation: .specimen, combined: .specimen, grade: .specimen,
    shares: [ShareRow(task: "查断电", member: .specimen, share: 30, points: "4.80", capped: "0.80")],
    followUps: [FollowUpView(on: "2025-06-30", by: "党委", text: "到站房看记录")], works: [.specimen],
    citation: "years/2025/projects/station-data.yaml:1")
}
