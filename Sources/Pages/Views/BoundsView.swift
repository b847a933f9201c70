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
        line: "第12行")
    ], totalAnchor: "total", totalCap: ["100"], totalFloor: ["0"], totalLine: "第9行",
    bands: [Grade(name: "优秀", from: "90", atMost: ["1/3"], line: "第15行")])
}

extension SiteContext {
  /// - Parameter prefix: of the anchors of the standard's items.
  /// - Returns: `nil` for a standard that says nothing of its items together.
  func bounds(_ framework: Framework, _ items: [Item], prefix: String, year: Ref<YearLedger>) -> BoundsView? {
    let total = framework.total
    guard !framework.groups.isEmpty || !framework.bands.isEmpty || total.cap != nil || total.floor != nil else {
      return nil
    }
    let (path, standard) = (Address.rulebook(self[year].ledger.year), self[year].ledger.rulebook.place)
    return BoundsView(
      groups: framework.groups.enumerated().map { index, group in
        .init(
          anchor: "\(prefix)group-\(group.key)", name: group.name,
          items: items.filter { $0.terms.group == Int32(index) }.map {
            LinkView(href: "\(path)#\(prefix)\($0.key)", text: $0.name)
          }, caps: Words.caps(group.caps), isOnce: group.isOnce, line: source(group.place, besides: standard))
      }, totalAnchor: "\(prefix)total", totalCap: total.cap.map { [$0.plain] } ?? [],
      totalFloor: total.floor.map { [$0.plain] } ?? [],
      totalLine: total.place.map { source($0, besides: standard) } ?? "",
      bands: framework.bands.map {
        .init(
          name: $0.name, from: $0.from.plain, atMost: $0.atMost.map { [Words.share($0)] } ?? [],
          line: source($0.place, besides: standard))
      })
  }
}
