import Scoring

/// A rule in sentences that a member understands.
extension Words {
  /// How records become points.
  package static func form(_ form: Item.Form) -> [String] {
    switch form {
    case .perRecord(let points): return ["每条\(points.plain)分"]
    case .perUnit(let points, let unit, let each):
      guard let each else { return ["每\(unit)\(points.plain)分"] }
      return ["每满\(each.plain)\(unit)\(points.plain)分，不满的部分不计"]
    case .levels(let levels):
      return [levels.map { $0.takesAll ? "\($0.name)：此项不得分" : "\($0.name)\($0.points.plain)分" }.joined(separator: "，")]
    case .steps(let steps, let unit):
      let all = steps.map { "\($0.from.plain)\(unit)起\($0.points.plain)分" }.joined(separator: "，")
      return ["取够得上的最高一档：\(all)；不到\(steps.first?.from.plain ?? "")\(unit)不计"]
    case .reach(let steps, let unit):
      let all = steps.map { "满\($0.from.plain)\(unit)\($0.points.plain)分" }.joined(separator: "，")
      return ["全年累计：\(all)；到了新的一档，补足与上一档的差"]
    case .range(let least, let most):
      return least < .zero
        ? ["酌情扣\((-most).plain)至\((-least).plain)分，须写明理由"] : ["酌情\(least.plain)至\(most.plain)分，须写明理由"]
    case .survey(let weight): return ["民主测评得分×\(weight.plain)%，最多\(weight.plain)分"]
    case .rating(let least, let most):
      return least < .zero ? ["年终评定，\(least.plain)至\(most.plain)分"] : []
    case .credit, .welfareBase, .welfareBeyond, .project: return []
    }
  }

  /// What a rule says of its records beside their points.
  /// - Parameter branches: what the branches are called that it is for.
  package static func terms(of item: Item, branches: [String]) -> [String] {
    let terms = item.terms
    var all: [String] = []
    if let start = terms.start {
      all.append("起始\(start.plain)分（基础分）" + (item.form == .credit ? "" : "，有扣分从中扣，扣完为止"))
    }
    if !terms.roles.isEmpty {
      let roles = terms.roles.map { "\($0.name)×\(Quantity(hundredths: $0.hundredths).plain)" }
      all.append("按角色：\(roles.joined(separator: "，"))")
    }
    if terms.isOnce { all.append("同一事项取最高，不重复计") }
    if !terms.again.isEmpty {
      let last = terms.again.count - 1
      let times = terms.again.enumerated().map {
        "第\($0 + 2)次\($0 == last ? "起" : "")按\(Quantity(hundredths: $1).plain)倍"
      }
      all.append("同一年里，\(times.joined(separator: "，"))")
    }
    if let audience = terms.audience {
      let whom = audience.standings.map(standing) + audience.duties.map(duty) + branches
      all.append("只适用于\(whom.joined(separator: "、"))")
    }
    if let validity = terms.validity { all.append("只计\(validity.first)至\(validity.last)的记录") }
    return all
  }

  /// The caps in one sentence each: `月度上限5分`.
  package static func caps(_ caps: Caps) -> [String] { caps.set.map { "\(span($0.span))上限\($0.points.plain)分" } }

  /// Of those who rank, how many may be decided to have a grade: `1/3`.
  package static func share(_ share: Band.Share) -> String { "\(share.numerator)/\(share.denominator)" }
}
