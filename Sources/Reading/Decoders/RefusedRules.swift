import Diagnostics
import Parsing
import Texts

/// A kind of rule that no rulebook takes: by which words it is known, why, and what to do instead.
private struct RefusedRule {
  /// Chinese ones and English ones of several parts anywhere in a key, other English ones as one of its parts.
  let words: [String]
  let reason: Bilingual
  let way: Bilingual
}

/// Why a text of a rulebook is refused, if it stands for a rule that none takes; else it is simply a mistake.
@Sendable func refusedRule(_ text: YAMLWords.Refused, at place: Place) -> Diagnostic? {
  switch text {
  case .key(let key), .choice(let key): rule(named: key).map { .ruleRefused(key, $0, at: place) }
  case .number(let number):
    isFormula(number) ? .ruleRefused(number, formula, at: place) : nil
  }
}

private func rule(named key: String) -> RefusedRule? {
  let parts = key.lowercased().unicodeScalars.split { $0 == "_" || $0 == "-" || $0 == " " }.map { String($0) }
  let name = parts.joined(separator: "_")
  return refusedRules.first { rule in
    rule.words.contains { word in
      word.utf8.allSatisfy { $0 < 0x80 && $0 != 0x5F } ? parts.contains(word) : name.contains(word)
    }
  }
}

/// Whether somebody reckons where a number should stand.
private func isFormula(_ text: String) -> Bool {
  if text.unicodeScalars.contains(where: { "=*/^()+×÷＝＊／（）＋<>≥≤".unicodeScalars.contains($0) }) { return true }
  return ["总分", "人数", "合计", "平均", "次数", "sum", "average"].contains { text.lowercased().contains($0) }
}

private let formula = RefusedRule(
  words: [
    "公式", "算式", "表达式", "如果", "条件", "前提", "formula", "formulas", "expression", "expr", "calc", "compute", "if",
    "when", "condition", "conditions",
  ],
  reason: Bilingual(
    zh: "这里不写公式和条件：每一分都由一行标准和一条记录得出，谁都能核对",
    en:
      "there are no formulas and conditions: each point comes of one rule and one record, so that anybody can check it"),
  way: Bilingual(
    zh: "写成数；按数量计分用 per，分档用 steps，累计用 reach，有前提的另立一项",
    en:
      "Write a number; by quantity use per, in steps use steps, in sum use reach, and under a condition an item of its own"
  )
)

/// The more special ones first: 党员平均 is a branch's points, not a mean of terms.
private let refusedRules = [
  RefusedRule(
    words: [
      "人均", "党员合计", "党员总分", "党员平均", "党员积分", "成员积分", "成员平均", "capita", "headcount", "members_sum",
      "members_total", "members_average", "member_points", "members_points", "per_member",
    ],
    reason: Bilingual(
      zh: "支部积分不由党员积分合计或平均得出：支部大小不同，两边都不公平；人均已列在排名旁",
      en:
        "a branch's points don't come of its members' sum or average: branches differ in size, and the average stands beside the ranking already"
    ),
    way: Bilingual(
      zh: "支部要记的事写成支部项目，按日登记或年底评分",
      en: "Make what a branch is to do an item of the branches, recorded by day or rated at the year's end")),
  RefusedRule(
    words: [
      "末位", "淘汰", "不合格", "除名", "辞退", "免职", "降级", "取消资格", "处分", "后果", "eliminate", "elimination", "dismiss",
      "dismissal", "fail", "failed", "unqualified", "disqualify", "demote", "expel", "bottom", "consequence", "result",
      "results",
    ],
    reason: Bilingual(
      zh: "结果不由分数自动产生：由人讨论、决定并签字（S7）",
      en: "no result follows from points by itself: people discuss, decide and sign it (S7)"),
    way: Bilingual(
      zh: "档次写在 bands，取消评先资格的事由写在 vetoes，决定记入 decisions.yaml",
      en: "Put grades into bands, reasons that bar from honors into vetoes, and decisions into decisions.yaml")),
  RefusedRule(
    words: [
      "名次", "排名", "排位", "倒数", "前几", "rank", "ranks", "ranking", "rankings", "place", "places", "position", "top",
      "last",
    ],
    reason: Bilingual(
      zh: "积分榜的名次不再变成积分：别人的一条记录就会移动你的分",
      en: "ranks of the standings don't become points again: another's record would move yours"),
    way: Bilingual(
      zh: "比赛、考核的名次写成 levels，得了名次登记一条记录",
      en: "Write the places of a contest as levels, and record who took one")),
  RefusedRule(
    words: [
      "自动", "未完成", "未登记", "没有记录", "无记录", "默认", "auto", "automatic", "automatically", "default", "unless", "missing",
      "absent",
    ],
    reason: Bilingual(
      zh: "没有记录就没有积分，也不扣分（S6）", en: "without a record nothing is given or taken (S6)"),
    way: Bilingual(
      zh: "立一个计分或扣分的项目，由记录员登记日期和证明；人人都有的写 start",
      en: "Make it an item, and let the clerk record the day and the proof; what everybody has is start")),
  RefusedRule(
    words: [
      "折算", "换算", "折合", "百分制", "标准化", "系数", "scale", "scaled", "scaling", "normalize", "normalise", "convert",
      "conversion", "coefficient", "factor", "factors",
    ],
    reason: Bilingual(
      zh: "积分不折算：折算以后，一条条得分加起来就不是总分",
      en: "points aren't scaled: the awards would no longer add up to the total"),
    way: Bilingual(
      zh: "把折好的分直接写进 points、levels、steps；分工写 roles，测评写 form: survey 和 weight",
      en:
        "Write the points as they are to count into points, levels or steps; parts of a team are roles, a survey is form: survey with weight"
    )),
  RefusedRule(
    words: ["平均", "均分", "均值", "average", "averages", "mean", "avg"],
    reason: Bilingual(
      zh: "不取学期、季度的平均：积分是全年一条条加出来的",
      en: "no average of terms is taken: points are added up record by record over the year"),
    way: Bilingual(
      zh: "各期分别登记，用 cap 的 month、quarter 限制每期",
      en: "Record each term, and bound it by cap with month or quarter")),
  RefusedRule(
    words: [
      "结转", "上年", "往年", "跨年", "下年", "来年", "有效期", "过期", "carry", "carryover", "rollover", "expire", "expires", "expiry",
    ],
    reason: Bilingual(
      zh: "积分每年重新计，不结转（S4、S6）", en: "each year begins anew, nothing is carried over (S4, S6)"),
    way: Bilingual(
      zh: "上年的积分看上一年度的页面；年度中途改规则用 from、to",
      en: "The year before has its own pages; a rule changed within the year has from and to")),
  RefusedRule(
    words: [
      "兑换", "换购", "奖金", "奖品", "礼品", "现金", "工资", "薪", "绩效", "晋升", "提拔", "加薪", "redeem", "redemption", "bonus",
      "pay", "wage", "wages", "salary", "money", "cash", "prize", "gift", "gifts", "reward", "rewards", "promotion",
      "promote",
    ],
    reason: Bilingual(
      zh: "积分不兑换、不连奖金和工资，也不决定晋升：党务与业绩考核分开（S12）",
      en: "points buy nothing and decide no pay and no promotion: Party work stands apart from job performance (S12)"),
    way: Bilingual(
      zh: "从标准里删去；表彰写进 decisions.yaml", en: "Take it out of the rulebook; honors stand in decisions.yaml")),
  RefusedRule(
    words: [
      "家属", "亲属", "子女", "配偶", "家庭", "家人", "relative", "relatives", "family", "household", "kin", "spouse", "children",
    ],
    reason: Bilingual(
      zh: "积分只记党员本人做的事，不记家属的", en: "points are for what members do themselves, not their relatives"),
    way: Bilingual(
      zh: "删去；党员本人带头或组织的，登记在本人名下", en: "Take it out; record what the member did or organised")),
  RefusedRule(
    words: ["黑名单", "失信", "曝光", "blacklist", "denylist"],
    reason: Bilingual(
      zh: "不列黑名单：扣分写明依据和记录就够了",
      en: "there is no black list: a deduction names its rule and its record, and that is enough"),
    way: Bilingual(
      zh: "扣分写成扣分项目；不能评先的事由写在 vetoes",
      en: "Make it an item that deducts; reasons that bar from honors stand in vetoes")),
  formula,
]

extension Diagnostic {
  fileprivate static func ruleRefused(_ text: String, _ rule: RefusedRule, at place: Place) -> Diagnostic {
    Diagnostic(
      .ruleRefused, at: place,
      message: Bilingual(
        zh: "标准里不写“\(shortened(text))”：\(rule.reason.zh)",
        en: "a rulebook doesn't take “\(shortened(text))”: \(rule.reason.en)"),
      remedy: rule.way)
  }
}
