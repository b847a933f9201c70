import Composing
import Templating

/// A project through its five stages (S13–S17), down to the points of each share.
struct ProjectView: Fillable {
  struct Step: Fillable {
    var name: String
    var isDone: Bool
    var date: String
    var evidence: String
  }

  struct ShareRow: Fillable {
    var task: String
    var member: LinkView
    var share: Int
    var points: String
    var isCapped: Bool { !capped.isEmpty }
    /// What a cap of the rulebook cut; empty when nothing.
    var capped: String
  }

  struct FollowUpView: Fillable {
    var on: String
    var by: String
    var text: String
  }

  struct EvaluationView: Fillable {
    var score: String
    var by: String
    var on: String

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

    static let specimen = Combined(
      isWeighted: true, isHeadOnly: true, isLower: true, selfScore: "75", headScore: "84", selfWeight: 30,
      headWeight: 70,
      result: "81.30")
  }

  struct Grade: Fillable {
    var grade: Int
    var value: String
    var points: String

    static let specimen = Grade(grade: 80, value: "20.00", points: "16.00")
  }

  var id: String
  var title: String
  var branch: LinkView
  var isPriority: Bool
  var hasPainPoint: Bool { !painPoint.isEmpty }
  var painPoint: String
  var value: String
  var steps: [Step]
  /// The last stage reached, in words, while it is under way.
  var underway: [String]
  /// The days of the stages, and a line from the first to the last, in a box of 100 × 26 as wide as the year.
  var marks: String
  var line: String
  var doneCount: Int { steps.count(where: \.isDone) }
  var isGraded: Bool { grade != nil }
  /// Of the frame that its value draws, and of the points in it.
  var track: String
  var width: String
  var lacksSelf: Bool
  var lacksHead: Bool
  var lacksBoth: Bool
  var failed: Bool
  var selfEvaluation: EvaluationView?
  var headEvaluation: EvaluationView?
  var combined: Combined?
  var grade: Grade?
  var hasShares: Bool { !shares.isEmpty }
  var shares: [ShareRow]
  var followUps: [FollowUpView]
  var hasWorks: Bool { !works.isEmpty }
  var works: [LinkView]
  /// Where it stands: the whole path, and for readers.
  var citation: String
  var source: String

  static let specimen = ProjectView(
    id: "station-data", title: "站房数据有效率提升", branch: .specimen, isPriority: true, painPoint: "断电丢数",
    value: "20.00", steps: [Step(name: "目标确定", isDone: true, date: "2025-01-22", evidence: "痛点课题会纪要")],
    underway: ["过程控制"], marks: "M14.2 4v20", line: "M14.2 23.5H91.7", track: "100.0", width: "80.0", lacksSelf: true,
    lacksHead: true, lacksBoth: true, failed: true, selfEvaluation: .specimen,
    headEvaluation: .specimen, combined: .specimen, grade: .specimen,
    shares: [ShareRow(task: "查断电", member: .specimen, share: 30, points: "4.80", capped: "0.80")],
    followUps: [FollowUpView(on: "2025-06-30", by: "党委", text: "到站房看记录")], works: [.specimen],
    citation: "years/2025/projects/station-data.yaml:1", source: "项目station-data第1行")
}
