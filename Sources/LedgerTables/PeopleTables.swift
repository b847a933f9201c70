import Composing
import Reading
import Scoring
import Wording

let peopleTables: [LedgerTable] = [
  LedgerTable(
    "report", zh: "这份数据：只有一行", en: "what this is: one row",
    [
      .day("day", "统计日", "the day it stands for").asKey, .words("title", "标题", "title"),
      .words("company_name", "单位", "company"), .words("committee", "党委", "committee"),
      .term("profile", "给谁看：intranet、office", "for whom: intranet or office"),
      .count("schema", "表结构的版本", "version of these tables"),
    ]
  ) { source, row in
    let content = source.context.content
    row.day(source.asOf)
    row.text(content.site.title)
    row.text(content.organisation.company)
    row.text(content.organisation.committee)
    row.text(source.context.audience.rawValue)
    row.number(ledgerSchemaVersion)
    try row.end()
  },
  LedgerTable(
    "years", zh: "年度", en: "years of the ledger",
    [
      .figure("year", .key, "年度", "year").asKey, .day("first", "第一天", "first day"), .day("last", "最后一天", "last day"),
      .term("state", "状态：draft草稿、notice公示、final定稿", "state: draft, notice, final"),
      .day("notice_first", "公示自", "notice from").orNone, .day("notice_last", "公示至", "notice until").orNone,
      .words("rulebook", "积分标准", "the year's rulebook"),
      .points("base_total", "基础分满分", "full base points").orNone,
      .place("rulebook_place", "标准的出处", "where the rulebook is"),
    ]
  ) { source, row in
    try source.forEachYear { site, _, _ in
      let year = site.ledger
      row.number(year.year)
      row.day(year.period.first)
      row.day(year.period.last)
      row.text(year.state.key)
      row.day(year.notice?.first)
      row.day(year.notice?.last)
      row.text(year.rulebook.title)
      row.points(year.rulebook.baseTotal)
      row.place(year.rulebook.place)
      try row.end()
    }
  },
  LedgerTable(
    "periods", zh: "统计期：年、季、月，统计日之前开始的", en: "years, quarters and months begun by the day",
    [
      .key("period", "统计期", "period").asKey, .year, .term("kind", "year年、quarter季、month月", "year, quarter or month"),
      .day("first", "第一天", "first day"), .day("last", "最后一天", "last day"),
    ]
  ) { source, row in
    try source.forEachYear { site, _, year in
      for period in source.periods(year) {
        row.text(period.key)
        row.number(site.ledger.year)
        row.text(period.kind)
        row.day(period.days.first)
        row.day(period.days.last)
        try row.end()
      }
    }
  },
  LedgerTable(
    "branches", zh: "支部", en: "branches",
    [
      .key("branch", "支部编号", "id").asKey, .words("name", "名称", "name"), .words("short", "简称", "short name"),
      .words("unit", "业务单位", "business unit").orNone, .place(),
    ]
  ) { source, row in
    for index in source.branches {
      let branch = source.roster.branches[index]
      row.text(branch.id)
      row.text(branch.name)
      row.text(branch.short)
      row.words(branch.unit)
      row.place(branch.place)
      try row.end()
    }
  },
  LedgerTable(
    "members", zh: "党员", en: "members",
    [
      .key("member", "党员编号", "key").asKey, .words("name", "姓名", "name"), .words("pinyin", "拼音", "pinyin"),
      .day("joined", "入党日期（只在办公室版）", "joined the Party (office only)").orNone.ofOffice, .place(),
    ]
  ) { source, row in
    for index in source.members where source.isThere(index) {
      let member = source.roster.members[index]
      row.text(member.key)
      row.text(member.name)
      row.text(member.pinyin)
      row.day(source.isOffice ? member.joined : nil)
      row.place(member.place)
      try row.end()
    }
  },
  LedgerTable(
    "stays", zh: "党员在哪个支部，从哪天到哪天", en: "which branch a member is of, from when to when",
    [
      .id, .member, .branch,
      .day("since", "自（内网版：调入的日期，第一个支部空着）", "from; on the intranet only of those who moved").orNone.ofOffice,
      .day("until", "至", "until, nothing while it lasts").orNone,
      .term("standing", "full正式、probationary预备", "full or probationary"),
      .flag("exempt", "免计", "outside every denominator"),
      .words("exempt_for", "免计事由（只在办公室版）", "why (office only)").orNone.ofOffice, .place(),
    ]
  ) { source, row in
    var number = 0
    for index in source.members {
      for (place, stay) in source.roster.memberships[index].enumerated() where stay.from <= source.asOf {
        number += 1
        row.number(number)
        row.text(source.key(stay.member))
        row.text(source.id(stay.branch))
        let isMove = place > 0 && source.roster.memberships[index][place - 1].branch != stay.branch
        row.day(source.isOffice || isMove ? stay.from : nil)
        row.day(source.past(stay.to))
        row.text("\(stay.standing)")
        row.flag(stay.exemption != nil)
        row.text(source.isOffice ? stay.exemption : nil)
        row.place(stay.place)
        try row.end()
      }
    }
  },
  LedgerTable(
    "offices", zh: "支部职务", en: "offices in branches",
    [
      .id, .branch, .member, .term("duty", "secretary书记、deputy副书记、committee委员", "secretary, deputy or committee"),
      .term("level", "职级（内网版只有书记的）", "staff, supervisor, middle, senior; on the intranet only secretaries'").orNone,
      .flag("is_management", "中层及以上（同上）", "middle or higher; likewise").orNone,
      .words("post", "岗位（同上）", "post in the business; likewise").orNone,
      .day("since", "自（只在办公室版）", "from (office only)").orNone.ofOffice,
      .day("until", "至", "until").orNone, .place(),
    ]
  ) { source, row in
    let offices = source.roster.offices.filter { $0.from <= source.asOf }.sorted { a, b in
      let (p, q) = (source.id(a.branch), source.id(b.branch))
      return p != q ? p < q : (a.from, a.duty.rawValue, a.place) < (b.from, b.duty.rawValue, b.place)
    }
    for (index, office) in offices.enumerated() {
      row.number(index + 1)
      row.text(source.id(office.branch))
      row.text(source.key(office.member))
      row.text(office.duty.rawValue)
      // Of secretaries the honors page says as much.
      if source.isOffice || office.duty == .secretary {
        row.text("\(office.level)")
        row.flag(office.level.isManagement)
        row.words(office.post)
      } else {
        for _ in 0..<3 { row.none() }
      }
      row.day(source.isOffice ? office.from : nil)
      row.day(source.past(office.to))
      row.place(office.place)
      try row.end()
    }
  },
]

/// Moves when a table or a column goes or means something else.
package let ledgerSchemaVersion = 1
