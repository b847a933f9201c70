import Composing
import Scoring
import Texts

let activityTables: [LedgerTable] = [
  LedgerTable(
    "activities", zh: "全年活动", en: "activities of the year",
    [
      .id, .year, .key("key", "活动编号", "id"), .words("title", "名称", "title"),
      .term("origin", "committee党委、branch支部", "committee or branch"),
      .month("month", "计划月份", "planned month"), .day("held", "举办日期", "held on").orNone,
      .count("complexity", "复杂度", "complexity, 1 to 3"), .count("coverage", "覆盖面", "coverage, 1 to 3"),
      .points("value", "赋值", "value"), .words("override_reason", "改定赋值的理由", "why its value is another").orNone,
      .count("budget", "预算，元", "budget in yuan"), .words("funder", "出资", "who pays").orNone,
      .row("series", of: "series", "公益系列", "welfare series").orNone, .flag("is_held", "已举办", "held"),
      .flag("is_claimed", "已认领", "claimed"), .count("participants", "参加人数", "members who took part"),
      .words("note", "说明（只在办公室版）", "note (office only)").orNone.ofOffice, .place(),
    ]
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      for index in rows.activities.order {
        let (activity, result) = (site.ledger.activities[Int(index)], site.book.activities[Int(index)])
        row.begin(rows.activities.ids[Int(index)], site.ledger)
        row.text(activity.id)
        row.text(activity.title)
        row.text("\(activity.origin)")
        row.text(activity.month.description)
        row.day(result.isHeld ? activity.held : nil)
        row.number(activity.complexity)
        row.number(activity.coverage)
        row.points(result.value)
        row.text(activity.override?.reason)
        row.number(activity.budget)
        row.words(activity.funder)
        row.row(rows.series(activity.series))
        row.flag(result.isHeld)
        row.flag(result.isClaimed)
        row.number(result.participants.count)
        row.words(source.isOffice ? activity.note : "")
        row.place(activity.place)
        try row.end()
      }
    }
  },
  LedgerTable(
    "claims", zh: "支部认领的活动", en: "claims of activities by branches",
    [
      .id, .row("activity", of: "activities", "活动", "activity"), .branch, .day("day", "认领日期", "claimed on"),
      .count("share", "份额", "share"), .place(),
    ]
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      for index in rows.activities.order {
        let activity = site.ledger.activities[Int(index)]
        for (number, claim) in activity.claims.enumerated()
        where claim.on <= source.asOf || site.book.activities[Int(index)].isHeld {
          row.row(rows.claim(number, ofActivity: index))
          row.row(rows.activities.ids[Int(index)])
          row.text(source.id(claim.branch))
          row.day(claim.on)
          row.number(claim.share)
          row.place(claim.place)
          try row.end()
        }
      }
    }
  },
  LedgerTable(
    "activity_participants", zh: "参加活动的党员", en: "members who took part in an activity", isLink: true,
    [.row("activity", of: "activities", "活动", "activity").asKey, .member.asKey]
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      for index in rows.activities.order {
        for member in site.book.activities[Int(index)].participants.map({ source.key($0) }).sorted() {
          row.row(rows.activities.ids[Int(index)])
          row.text(member)
          try row.end()
        }
      }
    }
  },
  LedgerTable(
    "activity_works", zh: "活动佐证的工作", en: "works an activity is evidence of", isLink: true,
    [
      .row("activity", of: "activities", "活动", "activity").asKey,
      .key("work", "工作", "work").of("works").asKey,
    ]
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      for index in rows.activities.order {
        for work in source.ids(site.ledger.activities[Int(index)].works) {
          row.row(rows.activities.ids[Int(index)])
          row.text(work)
          try row.end()
        }
      }
    }
  },
  LedgerTable(
    "ratings", zh: "支部的年底评分", en: "year-end ratings of branches",
    [
      .id, .year, .branch, .row("item", of: "items", "项目", "item"), .points("points", "分数", "points"),
      .day("day", "日期", "day"), .words("note", "说明", "note").orNone, .place(),
    ]
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      for index in rows.ratings.order {
        let rating = site.ledger.ratings[Int(index)]
        row.begin(rows.ratings.ids[Int(index)], site.ledger)
        row.text(source.id(rating.branch))
        row.row(rows.item(rating.item))
        row.points(rating.points)
        row.day(rating.on)
        row.words(rating.note)
        row.place(rating.place)
        try row.end()
      }
    }
  },
]

extension YearRows {
  func claim(_ number: Int, ofActivity index: Int32) -> Int32 { beforeClaims[Int(index)] + Int32(number) + 1 }
  func task(_ number: Int, ofProject index: Int32) -> Int32 { beforeTasks[Int(index)] + Int32(number) + 1 }
}
