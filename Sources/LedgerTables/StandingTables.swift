import Composing
import Scoring

private let period = LedgerColumn.key("period", "统计期", "period").of("periods")
private let rank: [LedgerColumn] = [
  .count("rank", "名次", "rank").orNone, .flag("is_tied", "并列", "tied"),
  .count("previous_rank", "上期名次", "rank before").orNone,
]

let standingTables: [LedgerTable] = [
  LedgerTable(
    "standings", zh: "党员积分榜：网站有的每一张；公开版只到公布的名次",
    en: "members' leaderboards as the site has them; on the intranet as far as it names",
    [
      .id, .year, period, .key("of_branch", "只看这个支部的榜", "board of this branch only").of("branches").orNone,
      .key("of_pathway", "只看这条途径的榜", "board of this pathway only").of("pathways").orNone, .member,
      .key("branch", "期末所在支部", "branch on its last day").of("branches"),
      .term("standing", "full正式、probationary预备", "full or probationary"),
    ] + rank + [
      .points("base", "规定", "base"), .points("optional", "自选", "optional"), .points("total", "合计", "total"),
      .points("capped", "封顶未计", "cut by caps"), .points("undeducted", "封顶未扣", "not deducted"),
    ]
  ) { source, row in
    var last = 0
    try source.forEachYear { site, _, year in
      for plan in source.context.scopes(year) {
        let period =
          plan.scope.period == nil ? "\(site.ledger.year)" : "\(site.ledger.year)-\(plan.key)"
        for standing in source.context.board(plan, year: year).shown {
          last += 1
          row.begin(last, site.ledger)
          row.text(period)
          row.text(plan.scope.branch.map { source.id($0) })
          row.text(plan.scope.pathway.map { source.ledger.pathways[$0].id })
          row.text(source.key(standing.member))
          row.text(source.id(standing.branch))
          row.text("\(standing.standing)")
          row.number(standing.rank)
          row.flag(standing.isTied)
          row.number(standing.previousRank)
          row.points(standing.base)
          row.points(standing.optional)
          row.points(standing.total)
          row.points(standing.uncounted.gains)
          row.points(standing.uncounted.deductions)
          try row.end()
        }
      }
    }
  },
  LedgerTable(
    "branch_standings", zh: "支部积分榜：年、季、月", en: "branches' leaderboards of years, quarters and months", isLink: true,
    [period.asKey, .branch.asKey, .year] + rank + [
      .points("activity_part", "活动积分", "points of activities"), .points("reward_part", "奖励积分", "reward points"),
      .points("total", "合计", "total"), .count("heads", "计人数的党员", "members who count"),
      .points("average", "人均，已舍入到百分之一分", "average a member, rounded to hundredths").orNone,
      .points("member_points", "党员在本支部得的积分", "members' points earned while in it"),
    ]
  ) { source, row in
    try source.forEachYear { site, _, year in
      for period in source.periods(year) {
        let standings =
          period.scope == nil
          ? site.book.branches
          : source.context.scorebook.branchStandings(
            source.ledger, year: year, period: period.scope, asOf: source.asOf)
        for standing in standings.sorted(by: { source.id($0.branch) < source.id($1.branch) }) {
          row.text(period.key)
          row.text(source.id(standing.branch))
          row.number(site.ledger.year)
          row.number(standing.rank)
          row.flag(standing.isTied)
          row.number(standing.previousRank)
          row.points(standing.activityPart)
          row.points(standing.rewardPart)
          row.points(standing.total)
          row.number(standing.heads)
          row.points(standing.average?.rounded)
          row.points(standing.memberPoints)
          try row.end()
        }
      }
    }
  },
  LedgerTable(
    "qualifiers", zh: "各支部参加优秀党员PK的资格", en: "who may enter the contest, by branch", isLink: true,
    [
      .year.asKey, .branch.asKey, .member.asKey, .count("rank", "支部名次", "rank in the branch"),
      .flag("is_tied", "并列", "tied"), .points("total", "合计", "total"),
      .term("obstacle", "不能参加的原因，公开版不写否决", "what keeps the member out; a veto isn't named on the intranet").orNone
        .ofOffice(words: "veto"),
      .flag("is_decided", "由决定改定", "settled by a decision"),
    ]
  ) { source, row in
    try source.forEachYear { site, _, _ in
      for branch in source.branches {
        for qualifier in site.book.qualified[branch].sorted(by: { source.key($0.member) < source.key($1.member) }) {
          row.number(site.ledger.year)
          row.text(source.roster.branches[branch].id)
          row.text(source.key(qualifier.member))
          row.number(qualifier.rank)
          row.flag(qualifier.isTied)
          row.points(qualifier.total)
          row.text(qualifier.obstacle.map { source.key(of: $0) })
          row.flag(qualifier.override != nil)
          try row.end()
        }
      }
    }
  },
  LedgerTable(
    "stars", zh: "公益之星", en: "welfare stars", isLink: true,
    [
      .year.asKey, .member.asKey, .branch, .figure("minutes", .minutes, "分钟", "minutes"), .count("rank", "名次", "rank"),
      .flag("is_tied", "并列", "tied"),
    ]
  ) { source, row in
    try source.forEachYear { site, _, _ in
      for star in site.book.stars.sorted(by: { source.key($0.member) < source.key($1.member) }) {
        row.number(site.ledger.year)
        row.text(source.key(star.member))
        row.text(source.id(star.branch))
        row.number(star.minutes)
        row.number(star.rank)
        row.flag(star.isTied)
        try row.end()
      }
    }
  },
  LedgerTable(
    "cadre_pool", zh: "党务干部后备（只在办公室版）", en: "the pool of cadres (office only)", isLink: true,
    isOfficeOnly: true,
    [.year.asKey, .member.asKey]
  ) { source, row in
    try source.forEachYear { site, _, year in
      for member in source.context.namedCadrePool(year).map({ source.key($0) }).sorted() {
        row.number(site.ledger.year)
        row.text(member)
        try row.end()
      }
    }
  },
]

extension LedgerSource {
  fileprivate func key(of obstacle: Qualifier.Obstacle) -> String {
    switch obstacle {
    case .probationary: "probationary"
    case .tooFewMonths: "too-few-months"
    case .veto: isOffice ? "veto" : "no-contest"
    case .zeroPoints: "zero-points"
    case .baseAlone: "base-alone"
    case .decision: "decision"
    }
  }
}
