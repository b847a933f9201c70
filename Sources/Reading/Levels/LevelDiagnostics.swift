import Diagnostics
import Parsing
import Scoring
import Texts

extension Diagnostic {
  static func nameOfBranchAndUnit(
    _ name: String, branch: String, unit: String, first: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .duplicateName, at: place,
      message: Bilingual(
        zh: "“\(name)”既是支部 \(branch) 的，又是上级组织 \(unit) 的（\(first)）",
        en: "“\(name)” belongs to the branch \(branch) and to the unit \(unit) (\(first))"),
      remedy: Bilingual(
        zh: "编号、名称、简称、又名在支部和上级组织之间也不能重复：给其中一个换一个",
        en: "Ids, names, short forms and other names are one organisation's alone: change one of the two"))
  }

  static func unitCircle(_ circle: [PartyUnit], at place: Place) -> Diagnostic {
    let (first, rest) = (circle.first?.name ?? "", circle.dropFirst().map(\.name))
    let way = ([first] + rest + [first]).joined(separator: " → ")
    let ids = ((circle + circle.prefix(1)).map(\.id)).joined(separator: " → ")
    return Diagnostic(
      .unitCircle, at: place,
      message: Bilingual(zh: "上级组织绕成了一圈：\(way)", en: "the units stand above themselves: \(ids)"),
      remedy: Bilingual(
        zh: "改正其中一个的上级组织；直属公司的，空着不填",
        en: "Correct the parent of one of them; directly under the company it is left empty"))
  }

  static func unitsTooDeep(_ unit: PartyUnit, at place: Place) -> Diagnostic {
    Diagnostic(
      .unitsTooDeep, at: place,
      message: Bilingual(
        zh: "\(unit.name)上面已有 \(OrganisationTree.deepest) 级上级组织",
        en: "\(unit.id) has \(OrganisationTree.deepest) levels of units above it"),
      remedy: Bilingual(
        zh: "公司与支部之间至多 \(OrganisationTree.deepest) 级：去掉只管一个组织的那一级",
        en:
          "There are at most \(OrganisationTree.deepest) levels between company and branch: leave out one that holds a single unit"
      ))
  }

  static func emptyUnit(_ unit: PartyUnit) -> Diagnostic {
    Diagnostic(
      .emptyUnit, .warning, at: unit.place,
      message: Bilingual(zh: "\(unit.name)下面没有支部，页面上不出现", en: "\(unit.id) holds no branch, and pages leave it out"),
      remedy: Bilingual(
        zh: "在支部的“上级组织”一格写 \(unit.id)，或删去这一行", en: "Write \(unit.id) as the parent of a branch, or remove the row"))
  }

  static func parentWithinYear(_ day: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .parentWithinYear, at: place,
      message: Bilingual(
        zh: "“自年度”写的是某一天（\(day)）；一个年度之内不改隶属，全年都算在一个上级组织名下",
        en:
          "a day (\(day)) stands for a year: nobody comes under another unit within a year, all of which counts in one"),
      remedy: Bilingual(
        zh: "写年度：\(day.year) 是全年算在新的名下，\(day.year + 1) 是下一年起",
        en: "Write the year: \(day.year) counts all of it in the new unit, \(day.year + 1) begins with the next"))
  }

  static func parentTwice(_ year: Int, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .parentWithinYear, at: place,
      message: Bilingual(
        zh: "同一个组织在 \(year) 年度已有上级组织（\(first)）",
        en: "the same organisation has a parent from \(year) on already (\(first))"),
      remedy: Bilingual(
        zh: "一个年度只留一行：全年的积分只能算在一个上级组织名下", en: "Keep one row a year: all of it counts in one unit"))
  }
}

extension Misnomer {
  static func unitForBranch(_ name: String, _ unit: PartyUnit, holding branches: [Bilingual]) -> Misnomer {
    let (zh, en) = (branches.map(\.zh).listed(with: "、"), branches.map(\.en).listed(with: ", "))
    return Misnomer(
      code: .wrongLevel,
      message: Bilingual(zh: "“\(name)”是上级组织，不是支部", en: "“\(name)” is a unit and no branch"),
      remedy: branches.isEmpty
        ? Bilingual(zh: "党员、记录和认领都在支部：写支部的编号或名称", en: "Members, records and claims are a branch's: write the branch")
        : Bilingual(
          zh: "党员、记录和认领都在支部，写它的一个支部：\(zh)",
          en: "Members, records and claims are a branch's; write one of its own: \(en)"))
  }

  static func branchForUnit(_ name: String, id: String) -> Misnomer {
    Misnomer(
      code: .wrongLevel,
      message: Bilingual(zh: "“\(name)”是支部，不能作上级组织", en: "“\(name)” is a branch and can't be a parent"),
      remedy: Bilingual(
        zh: "写上级组织的编号或名称；\(id) 本身是总支或党委，就填它的“类别”",
        en: "Write a unit; where \(id) is one itself, say so in its column “kind”"))
  }
}
