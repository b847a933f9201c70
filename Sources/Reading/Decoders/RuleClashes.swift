import Diagnostics
import Parsing
import Scoring

/// A key that says nothing, or the contrary, beside the others of its item.
struct RuleClash {
  let key: String
  let reason: Bilingual
  let way: Bilingual

  fileprivate init(_ key: String, _ zh: String, _ en: String, way: Bilingual? = nil) {
    self.key = key
    reason = Bilingual(zh: zh, en: en)
    self.way = way ?? Bilingual(zh: "删去 \(key)，或分成两项写", en: "Remove \(key), or write two items")
  }
}

/// The keys of an item that can't stand beside its way of earning or beside each other.
func clashes(_ table: YAMLTable, _ form: Item.Form, _ terms: Terms, _ caps: Caps) -> [RuleClash] {
  if case .rating = form { return ratedClashes(table) }
  var found = [onceClash(form, terms).flatMap { terms.isOnce ? $0 : nil }].compactMap { $0 }
  let check = { (key: String, isAmiss: Bool, zh: String, en: String) in
    guard isAmiss else { return }
    if table.has(key) { found.append(RuleClash(key, zh, en)) }
    // Neither is it unknown as well, nor offered in place of another.
    table.refuse(key)
  }
  let kind = FormKind(form)
  check("unit", !kind.hasUnit, "只与 per、steps、reach 同写", "belongs to per, steps or reach")
  check("each", kind != .unit, "只与 per 同写：每满多少单位才计一次", "belongs to per: so many units that are full")
  check("weight", kind != .survey, "只与 form: survey 同写", "belongs to form: survey")
  check("min", true, "只用于年底评分的项目", "belongs to what is rated at the year's end")
  check(
    "again", kind != .points && kind != .levels, "只与 points、levels 同写：第二次起按倍数计",
    "belongs to points or levels: the second time counts by a factor")
  check(
    "roles", kind == .reach, "不能与 reach 同写：累计的数量分不出角色",
    "can't stand beside reach: quantities that run together have no roles")
  let takesNone = "不能写在这里：这一项不登记记录"
  let takesNoneInEnglish = "can't stand here: the item takes no records"
  for key in ["roles", "once", "from", "to"] { check(key, !kind.takesRecords, takesNone, takesNoneInEnglish) }
  check("for", kind == .computed, takesNone, takesNoneInEnglish)
  check("cap", kind == .credit, "不能与单独的 start 同写：没有记录可封顶", "can't stand beside start alone: no record could be cut")
  check("start", kind == .computed || kind == .survey, "不能与 form 同写", "can't stand beside form")
  if terms.start != nil, kind.takesRecords {
    for key in ["from", "to"] {
      check(key, true, "不能与 start 同写：基础分从年初起计", "can't stand beside start, which is credited from the year's first day")
    }
  }
  if case .levels(let levels) = form, levels.contains(where: \.takesAll) {
    let zh = "不能与 all 同写：此项不得分就是全部扣完"
    let en = "can't stand beside all, which takes whatever is left"
    for key in ["roles", "once", "again"] { check(key, true, zh, en) }
    check("cap", caps.set.contains { $0.span != .year }, zh, en)
  }
  if caps.record != nil, kind == .reach {
    found.append(
      RuleClash(
        "cap", "不能限制单次：reach 按全年累计计分", "can't bound one record: reach counts the year's sum",
        way: Bilingual(zh: "删去 cap 里的 record", en: "Remove record from cap")))
  }
  return found
}

/// Why an item of this form can't count only the highest record of an affair; `nil` where it can.
func onceClash(_ form: Item.Form, _ terms: Terms) -> RuleClash? {
  if !terms.again.isEmpty {
    return RuleClash(
      "once", "不能与 again 同写：同一事项只计最高，没有第二次", "can't stand beside again: only the highest of an affair counts")
  }
  if case .reach = form {
    return RuleClash("once", "不能与 reach 同写：累计计分不看单条记录", "can't stand beside reach, where no single record counts")
  }
  guard Set(form.values.filter { $0 != .zero }.map { $0 > .zero }).count > 1 else { return nil }
  return RuleClash(
    "once", "不能用在有加有扣的项目上：加分和扣分比不出高低", "can't stand where a record may give or deduct: neither is the higher")
}

/// Of a group that counts an affair once, and has items that give and items that deduct.
let mixedGroup = RuleClash(
  "once", "不能用在有加有扣的组上：加分和扣分比不出高低", "can't stand on a group of gains and deductions: neither is the higher",
  way: Bilingual(zh: "加分项目和扣分项目分成两组", en: "Make two groups, one of gains and one of deductions"))

/// An item of the branches' standard that is typed at the year's end takes no records, and what is said of them is idle.
private func ratedClashes(_ table: YAMLTable) -> [RuleClash] {
  let idle = ["unit", "each", "cap", "roles", "once", "again", "for", "from", "to", "weight"]
  for key in idle { table.refuse(key) }
  return idle.filter { table.has($0) }.map {
    RuleClash(
      $0, "只用于按记录计分的项目；只写 max 的在年底评分", "belongs to items on records; one with max alone is rated at the year's end",
      way: Bilingual(
        zh: "删去 \($0)，或写上 points、per、levels 等计分方式",
        en: "Remove \($0), or add points, per, levels or another way of earning"))
  }
}

private enum FormKind {
  case points, unit, levels, steps, reach, range, credit, survey, computed

  init(_ form: Item.Form) {
    self =
      switch form {
      case .perRecord: .points
      case .perUnit: .unit
      case .levels: .levels
      case .steps: .steps
      case .reach: .reach
      case .range: .range
      case .credit: .credit
      case .survey: .survey
      case .welfareBase, .welfareBeyond, .project, .rating: .computed
      }
  }

  var hasUnit: Bool { self == .unit || self == .steps || self == .reach }
  var takesRecords: Bool { self != .credit && self != .survey && self != .computed }
}
