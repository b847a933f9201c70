import Composing
import Scoring
import Templating
import Wording

/// What a standard says of its items together: groups with their caps, the total's bounds, grades.
struct BoundsView: Fillable {
  struct Group: Fillable {
    /// Where the page's rows and the members' pages lead to.
    var anchor: String
    var name: String
    var items: [LinkView]
    var caps: [String]
    var isOnce: Bool
    var line: String
  }

  struct Grade: Fillable {
    var name: String
    var from: String
    /// None where any number may have it.
    var atMost: [String]
    var line: String
  }

  var groups: [Group]
  /// Where the members' pages lead to.
  var totalAnchor: String
  var totalCap: [String]
  var totalFloor: [String]
  var totalLine: String
  var hasBands: Bool { !bands.isEmpty }
  var bands: [Grade]
  var hasTotal: Bool { !totalCap.isEmpty || !totalFloor.isEmpty }

  static let specimen = BoundsView(
    groups: [
      Group(
        anchor: "group-study", name: "学习类", items: [.specimen], caps: ["月度上限5分"], isOnce: true,
        line: "years/2025/rulebook.yaml:12")
    ], totalAnchor: "total", totalCap: ["100"], totalFloor: ["0"], totalLine: "years/2025/rulebook.yaml:9",
    bands: [Grade(name: "优秀", from: "90", atMost: ["1/3"], line: "years/2025/rulebook.yaml:15")])
}

extension SiteContext {
  /// - Parameter prefix: of the anchors of the standard's items.
  /// - Returns: `nil` for a standard that says nothing of its items together.
  func bounds(_ framework: Framework, _ items: [Item], prefix: String, year: Ref<YearLedger>) -> BoundsView? {
    let total = framework.total
    guard !framework.groups.isEmpty || !framework.bands.isEmpty || total.cap != nil || total.floor != nil else {
      return nil
    }
    let path = Address.rulebook(self[year].ledger.year)
    return BoundsView(
      groups: framework.groups.enumerated().map { index, group in
        .init(
          anchor: "\(prefix)group-\(group.key)", name: group.name,
          items: items.filter { $0.terms.group == Int32(index) }.map {
            LinkView(href: "\(path)#\(prefix)\($0.key)", text: $0.name)
          }, caps: Words.caps(group.caps), isOnce: group.isOnce, line: citation(group.place))
      }, totalAnchor: "\(prefix)total", totalCap: total.cap.map { [$0.plain] } ?? [],
      totalFloor: total.floor.map { [$0.plain] } ?? [], totalLine: total.place.map(citation) ?? "",
      bands: framework.bands.map {
        .init(
          name: $0.name, from: $0.from.plain, atMost: $0.atMost.map { [Words.share($0)] } ?? [],
          line: citation($0.place))
      })
  }
}
