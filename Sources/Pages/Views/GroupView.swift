import Charting
import Composing
import Reading
import Scoring
import Templating
import Wording

/// A Party group on site (S18): plaque, pledges, and a figure with its formula. It tells; it gives no points.
struct GroupView: Fillable {
  struct Plaque: Fillable {
    var on: String
    var at: String
  }

  struct PledgeView: Fillable {
    var person: PersonView
    var on: String
    var text: String
  }

  /// (members − everybody) ÷ everybody.
  struct MetricView: Fillable {
    var name: String
    var unit: String
    var members: String
    var everybody: String
    /// Without its sign: the template says above or below.
    var percent: String
    var isAbove: Bool
    var isBelow: Bool
    var source: String

    /// `nil` where everybody's figure is zero, since nothing can be compared with it.
    init?(_ metric: PartyGroup.Metric) {
      let (members, everybody) = (metric.members.hundredths, metric.everybody.hundredths)
      guard everybody > 0 else { return nil }
      let difference = members - everybody
      name = metric.name
      unit = metric.unit
      self.members = withMinus(metric.members.description)
      self.everybody = withMinus(metric.everybody.description)
      percent = tenths(Self.perMille(Int(difference.magnitude), of: Int(everybody)))
      isAbove = difference > 0
      isBelow = difference < 0
      source = metric.source
    }

    init(
      name: String, unit: String, members: String, everybody: String, percent: String, isAbove: Bool, isBelow: Bool,
      source: String
    ) {
      self.name = name
      self.unit = unit
      self.members = members
      self.everybody = everybody
      self.percent = percent
      self.isAbove = isAbove
      self.isBelow = isBelow
      self.source = source
    }

    /// Rounded half up; `whole` above zero.
    static func perMille(_ part: Int, of whole: Int) -> Int { (2000 * part + whole) / (2 * whole) }
  }

  var id: String
  var name: String
  var branch: LinkView
  var plaque: Plaque?
  var members: [PersonView]
  var memberTotal: Int { members.count }
  var pledges: [PledgeView]
  var metric: MetricView?

  static let specimen = GroupView(
    id: "north", name: "北原市场党小组", branch: .specimen, plaque: Plaque(on: "2025-03-07", at: "客户大会现场"),
    members: [.specimen], pledges: [PledgeView(person: .specimen, on: "2025-03-07", text: "九天内回复每一张报修单")],
    metric: MetricView(
      name: "人均销售额", unit: "万元", members: "254.80", everybody: "200.00", percent: "27.4", isAbove: true, isBelow: true,
      source: "销售台账"))
}

extension SiteContext {
  func groupView(_ group: PartyGroup, _ year: Ref<YearLedger>) -> GroupView {
    GroupView(
      id: group.id, name: group.name, branch: branchLink(group.branch, year),
      plaque: group.plaqueOn.map { GroupView.Plaque(on: $0.description, at: group.plaqueAt) },
      members: group.members.map { person($0, year) },
      pledges: group.pledges.map {
        GroupView.PledgeView(person: person($0.member, year), on: $0.on.description, text: $0.text)
      }, metric: group.metric.flatMap { GroupView.MetricView($0) })
  }
}
