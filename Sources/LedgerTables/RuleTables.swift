import Composing
import Scoring
import Texts

let ruleTables: [LedgerTable] = [
  LedgerTable(
    "items", zh: "积分项目：党员标准和支部标准的每一条", en: "lines of both standards",
    [
      .id, .year, .term("standard", "members党员、branches支部", "members or branches"), .key("item", "项目编号", "key"),
      .words("name", "名称", "name"), .term("kind", "base规定、optional自选", "base or optional"),
      .term("form", "写法", "form of the rule"), .points("points", "每次、每单位的积分", "points a record or unit").orNone,
      .words("unit", "单位", "unit").orNone, .figure("each", .hundredths, "每满", "for every so many").orNone,
      .points("start", "起始分", "what everybody starts with").orNone,
      .points("least", "最少", "the least it may give").orNone, .points("most", "最多", "the most it may give").orNone,
      .row("item_group", of: "item_groups", "所属的组", "its group").orNone,
      .points("cap_record", "单次封顶", "cap a record").orNone,
      .points("cap_day", "每日封顶", "cap a day").orNone, .points("cap_week", "每周封顶", "cap a week").orNone,
      .points("cap_month", "月度封顶", "cap a month").orNone, .points("cap_quarter", "季度封顶", "cap a quarter").orNone,
      .points("cap_year", "年度封顶", "cap a year").orNone, .flag("is_deduction", "扣分项", "takes points away"),
      .words("proof", "凭据", "proof").orNone, .place(),
    ]
  ) { source, row in
    var groups = 0
    try source.forEachYear { site, rows, _ in
      let rules = site.ledger.rulebook
      for (index, item) in rules.items.enumerated() {
        try row.item(item, maximum: nil, id: rows.item(Ref<Item>(index)), site.ledger.year, "members", after: groups)
      }
      groups += rules.memberFramework.groups.count
      for (index, item) in rules.branchItems.enumerated() {
        try row.item(
          item.rule, maximum: item.maximum, id: rows.item(Ref<BranchItem>(index)), site.ledger.year, "branches",
          after: groups)
      }
      groups += rules.branchFramework.groups.count
    }
  },
  LedgerTable(
    "item_groups", zh: "有共同封顶的组", en: "items that have a cap together",
    [
      .id, .year, .term("standard", "members党员、branches支部", "members or branches"), .key("key", "组", "key"),
      .words("name", "名称", "name"), .points("cap_day", "每日封顶", "cap a day").orNone,
      .points("cap_week", "每周封顶", "cap a week").orNone, .points("cap_month", "月度封顶", "cap a month").orNone,
      .points("cap_quarter", "季度封顶", "cap a quarter").orNone, .points("cap_year", "年度封顶", "cap a year").orNone,
      .place(),
    ]
  ) { source, row in
    var number = 0
    try source.forEachYear { site, _, _ in
      for (standard, framework) in site.ledger.rulebook.frameworks {
        for group in framework.groups {
          number += 1
          row.begin(number, site.ledger)
          row.text(standard)
          row.text(group.key)
          row.text(group.name)
          for span in CapSpan.allCases.dropFirst() { row.points(group.caps[span]) }
          row.place(group.place)
          try row.end()
        }
      }
    }
  },
  LedgerTable(
    "item_works", zh: "项目佐证哪些工作", en: "works an item is evidence of", isLink: true,
    [.row("item", of: "items", "项目", "item").asKey, .key("work", "工作", "work").of("works").asKey]
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      let rules = site.ledger.rulebook
      let all =
        rules.items.enumerated().map { (rows.item(Ref<Item>($0)), $1.works) }
        + rules.branchItems.enumerated().map { (rows.item(Ref<BranchItem>($0)), $1.works) }
      for (id, works) in all {
        for work in source.ids(works) {
          row.row(id)
          row.text(work)
          try row.end()
        }
      }
    }
  },
  LedgerTable(
    "item_levels", zh: "级别和档次各多少分", en: "points of levels and steps", isLink: true,
    [
      .row("item", of: "items", "项目", "item").asKey, .count("position", "次序", "place among them").asKey,
      .words("level", "级别", "level").orNone,
      .figure("from_quantity", .hundredths, "从多少起", "from which quantity").orNone,
      .points("points", "积分", "points"), .flag("takes_all", "此项不得分", "takes all that is left"),
    ]
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      let rules = site.ledger.rulebook
      for (index, item) in rules.items.enumerated() { try row.levels(of: item, rows.item(Ref<Item>(index))) }
      for (index, item) in rules.branchItems.enumerated() {
        try row.levels(of: item.rule, rows.item(Ref<BranchItem>(index)))
      }
    }
  },
  LedgerTable(
    "bands", zh: "档次：按总分", en: "grades by the total", isLink: true,
    [
      .year.asKey, .term("standard", "members党员、branches支部", "members or branches").asKey,
      .count("position", "次序，高的在前", "place, the highest first").asKey, .words("name", "名称", "name"),
      .points("from_points", "从多少分起", "from which total"), .place(),
    ]
  ) { source, row in
    try source.forEachYear { site, _, _ in
      for (standard, framework) in site.ledger.rulebook.frameworks.sorted(by: { $0.0 < $1.0 }) {
        for (index, band) in framework.bands.enumerated() {
          row.number(site.ledger.year)
          row.text(standard)
          row.number(index + 1)
          row.text(band.name)
          row.points(band.from)
          row.place(band.place)
          try row.end()
        }
      }
    }
  },
]

extension Rulebook {
  fileprivate var frameworks: [(String, Framework)] { [("members", memberFramework), ("branches", branchFramework)] }
}

extension LedgerSource {
  /// Works by id, each once: links stand in the order of their keys.
  func ids(_ works: [Ref<Work>]) -> [String] { Set(works.map { ledger.works[$0].id }).sorted() }
}

extension RowWriter {
  /// - Parameter groups: how many groups stand in the tables before those of this standard.
  fileprivate mutating func item(
    _ item: Item, maximum: Points?, id: Int32, _ year: Int, _ standard: String, after groups: Int
  ) throws {
    let form = FormCells(item.form)
    row(id)
    number(year)
    text(standard)
    text(item.key)
    text(item.name)
    text("\(item.kind)")
    text(form.name)
    points(form.points)
    words(form.unit)
    if let each = form.each { hundredths(each) } else { none() }
    points(item.terms.start)
    points(form.least)
    points(maximum ?? form.most)
    number(item.terms.group.map { groups + Int($0) + 1 })
    for span in CapSpan.allCases { points(item.caps[span]) }
    flag(item.form.isDeduction)
    words(item.proof)
    place(item.place)
    try end()
  }

  fileprivate mutating func levels(of item: Item, _ id: Int32) throws {
    func level(_ position: Int, _ name: String?, _ from: Quantity?, _ points: Points, takesAll: Bool) throws {
      row(id)
      number(position + 1)
      text(name)
      if let from { hundredths(from) } else { none() }
      self.points(points)
      flag(takesAll)
      try end()
    }
    switch item.form {
    case .levels(let levels):
      for (index, entry) in levels.enumerated() {
        try level(index, entry.name, nil, entry.points, takesAll: entry.takesAll)
      }
    case .steps(let steps, unit: _), .reach(let steps, unit: _):
      for (index, step) in steps.enumerated() { try level(index, nil, step.from, step.points, takesAll: false) }
    case .perRecord, .perUnit, .range, .credit, .survey, .welfareBase, .welfareBeyond, .project, .rating: break
    }
  }
}

/// What a form of rule says, cell by cell.
private struct FormCells {
  let name: String
  var points: Points?
  var unit = ""
  var each: Quantity?
  var least: Points?
  var most: Points?

  init(_ form: Item.Form) {
    switch form {
    case .perRecord(let value): (name, points) = ("per-record", value)
    case .perUnit(let value, let of, let every): (name, points, unit, each) = ("per-unit", value, of, every)
    case .levels: name = "levels"
    case .steps(_, let of): (name, unit) = ("steps", of)
    case .reach(_, let of): (name, unit) = ("reach", of)
    case .range(let low, let high): (name, least, most) = ("range", low, high)
    case .credit: name = "credit"
    case .survey(let weight): (name, each) = ("survey", weight)
    case .welfareBase(let value): (name, points) = ("welfare-base", value)
    case .welfareBeyond: name = "welfare-beyond"
    case .project: name = "project"
    case .rating(let low, let high): (name, least, most) = ("rating", low, high)
    }
  }
}
