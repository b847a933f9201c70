import Diagnostics
import Parsing
import Scoring
import Texts

extension Diagnostic {
  static func severalWays(_ ways: [String], at place: Place) -> Diagnostic {
    let list = ways.joined(separator: ", ")
    return Diagnostic(
      .ruleCombination, at: place,
      message: Bilingual(zh: "计分方式只能写一种，这里有 \(list)", en: "an item has one way of earning points, here are \(list)"),
      remedy: Bilingual(zh: "留下一种，或分成两项写", en: "Keep one of them, or write two items"))
  }

  static func noWay(_ standard: Standard, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingKey, at: place,
      message: Bilingual(zh: "没有写明怎样计分", en: "the item doesn't say how it earns points"),
      remedy: Bilingual(
        zh: "从 points、per 与 unit、levels、steps、reach、range、form 中选一种，人人都有的写 start",
        en: "Choose one of points, per with unit, levels, steps, reach, range and form, or start for what everybody has"
      ))
  }

  static func ruleCombination(_ clash: RuleClash, at place: Place) -> Diagnostic {
    Diagnostic(
      .ruleCombination, at: place,
      message: Bilingual(zh: "“\(clash.key)”\(clash.reason.zh)", en: "“\(clash.key)” \(clash.reason.en)"),
      remedy: clash.way)
  }

  static func allOfNothing(at place: Place) -> Diagnostic {
    Diagnostic(
      .ruleCombination, at: place,
      message: Bilingual(
        zh: "all（全部）扣去基础分剩下的，这一项没有基础分", en: "“all” takes what is left of the start, and this item has none"),
      remedy: Bilingual(zh: "写上 start，或写明扣多少", en: "Add start, or write how much is deducted"))
  }

  static func allBesideGains(at place: Place) -> Diagnostic {
    Diagnostic(
      .ruleCombination, at: place,
      message: Bilingual(
        zh: "有 all（全部）的项目，其余级别只能扣分", en: "beside “all” the other levels can only deduct"),
      remedy: Bilingual(zh: "把加分的级别另立一项", en: "Put the levels that give into an item of their own"))
  }

  static func idleGroup(at place: Place) -> Diagnostic {
    Diagnostic(
      .missingKey, at: place,
      message: Bilingual(zh: "这个组既没有封顶，也不限同一事项", en: "the group has neither a cap nor once"),
      remedy: Bilingual(
        zh: "写上 cap: {year: …} 或 once: true，或删去这个组", en: "Add cap: {year: …} or once: true, or remove the group"))
  }

  static func itemInTwoGroups(_ key: String, _ group: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .itemInTwoGroups, at: place,
      message: Bilingual(zh: "“\(key)”已经在组“\(group)”里", en: "“\(key)” is in the group “\(group)” already"),
      remedy: Bilingual(zh: "一项至多在一个组里：删去一处", en: "An item is in one group at most: remove it here or there"))
  }

  static func unknownGroupItem(_ key: String, _ group: String, suggestion: Bilingual?, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownItem, at: place,
      message: Bilingual(
        zh: "组“\(group)”里没有项目“\(key)”可列", en: "the group “\(group)” names “\(key)”, which is no item here"),
      remedy: suggestion.map { Bilingual(zh: "是不是“\($0.zh)”？", en: "Did you mean “\($0.en)”?") }
        ?? Bilingual(
          zh: "写上面 items 里一项的编号 key 或名称", en: "Write the key or the name of one of the items above"))
  }
}

extension Diagnostic {
  static func capOrder(_ small: String, _ a: Points, _ large: String, _ b: Points, at place: Place) -> Diagnostic {
    Diagnostic(
      .capOrder, at: place,
      message: Bilingual(
        zh: "上限 \(large)（\(b)）小于 \(small)（\(a)）", en: "the cap of \(large) (\(b)) is below that of \(small) (\(a))"),
      remedy: Bilingual(
        zh: "单次 ≤ 每日 ≤ 每周 ≤ 每月 ≤ 每季 ≤ 全年；下限和基础分不超过封顶和满分",
        en: "Keep record ≤ day ≤ week ≤ month ≤ quarter ≤ year; floor and start no higher than cap and max"))
  }

  static func stepsOrder(_ step: String, _ slip: StepSlip, at place: Place) -> Diagnostic {
    let message =
      switch slip {
      case .notAscending(let before):
        Bilingual(zh: "“\(step)”写在 \(before.short) 之后", en: "“\(step)” stands behind \(before.short)")
      case .same(let other): Bilingual(zh: "“\(step)”与 \(other.short) 是同一档", en: "“\(step)” is the step \(other.short)")
      case .belowZero: Bilingual(zh: "“\(step)”小于零", en: "“\(step)” is below zero")
      case .fromZero: Bilingual(zh: "累计从零起，没有记录会越过它", en: "no record crosses a sum of zero")
      case .otherSign: Bilingual(zh: "累计的各档有加分也有扣分", en: "some steps of the sum give and others deduct")
      case .givesNothing:
        Bilingual(zh: "“\(step)”与前一档同分，不起作用", en: "“\(step)” is worth as much as the step before it")
      case .givesLess: Bilingual(zh: "累计更多的“\(step)”反而分更少", en: "“\(step)”, which takes more, is worth less")
      }
    return Diagnostic(
      .stepsOrder, at: place, message: message,
      remedy: Bilingual(
        zh: "各档从小到大写，如 {60: 0.5, 80: 1}；reach 从大于零起，分越累越多，各档的分不同",
        en:
          "Write steps from small to large, each of other points, as {60: 0.5, 80: 1}; those of reach begin above zero and grow"
      ))
  }

  static func rangeBounds(at place: Place) -> Diagnostic {
    Diagnostic(
      .rangeBounds, at: place,
      message: Bilingual(
        zh: "酌情的分要有两个界限，都大于零或都小于零，小的在前",
        en: "discretion has two bounds, both above or both below zero, the smaller first"),
      remedy: Bilingual(
        zh: "写成 [1, 5]，扣分写成 [-4, -1]；可加可扣的分成两项", en: "Write [1, 5], or [-4, -1] to deduct; for both write two items"))
  }

  static func leastAboveZero(_ least: Points, at place: Place) -> Diagnostic {
    Diagnostic(
      .rangeBounds, at: place,
      message: Bilingual(zh: "评分的下限 \(least) 大于零", en: "the least a rating may give, \(least), is above zero"),
      remedy: Bilingual(zh: "min 写零或负数；人人都有的分写 start", en: "Write min as zero or below; what every branch has is start")
    )
  }

  static func notPositive(_ text: String, most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .absurdNumber, at: place,
      message: Bilingual(
        zh: "“\(text)”应当大于零，不超过 \(most)", en: "“\(text)” should be above zero and not above \(most)"),
      remedy: Bilingual(zh: "改成范围内的数", en: "Write a number of that range"))
  }

  static func malformedShare(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedNumber, at: place,
      message: Bilingual(zh: "“\(text)”不是小于一的分数", en: "“\(text)” is no fraction below one"),
      remedy: Bilingual(zh: "写成 1/3 或 30%", en: "Write 1/3 or 30%"))
  }

  static func bandTwice(_ name: String, at place: Place) -> Diagnostic {
    bandsOrder(
      Bilingual(zh: "档次“\(name)”写了两次", en: "the band “\(name)” stands twice"),
      Bilingual(zh: "每个档次写一次", en: "Write each band once"), at: place)
  }

  static func bandsAlike(_ one: String, _ other: String, _ from: Points, at place: Place) -> Diagnostic {
    bandsOrder(
      Bilingual(zh: "“\(one)”和“\(other)”都从 \(from) 起", en: "“\(one)” and “\(other)” both begin at \(from)"),
      Bilingual(zh: "改一个起点，或删去一个", en: "Change one of them, or remove it"), at: place)
  }

  static func bandsOrder(_ from: Points, _ before: Points, isAscending: Bool, at place: Place) -> Diagnostic {
    bandsOrder(
      isAscending
        ? Bilingual(zh: "前面从低到高，这里 \(from) 低于 \(before)", en: "the bands ascend, and here \(from) is below \(before)")
        : Bilingual(zh: "前面从高到低，这里 \(from) 高于 \(before)", en: "the bands descend, and here \(from) is above \(before)"),
      Bilingual(zh: "从高到低写，或从低到高写", en: "Write them from the highest down, or from the lowest up"), at: place)
  }

  static func tooManyChoices(_ count: Int, most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .absurdNumber, at: place,
      message: Bilingual(zh: "这里写了 \(count) 种，一项最多 \(most) 种", en: "\(count) stand here; an item has \(most) at most"),
      remedy: Bilingual(
        zh: "核对是不是填错了地方；真有这么多，就分成几项", en: "See whether they belong elsewhere; if there are as many, part the item"))
  }

  private static func bandsOrder(_ message: Bilingual, _ remedy: Bilingual, at place: Place) -> Diagnostic {
    Diagnostic(.bandsOrder, at: place, message: message, remedy: remedy)
  }
}

extension Bilingual {
  static let closedUnit = Bilingual(
    zh: "标准已封账或定稿，不必改：单位不起作用", en: "The rulebook is sealed or final and needs no change: the unit says nothing")
}
