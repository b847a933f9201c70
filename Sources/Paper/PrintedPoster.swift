import Composing
import Reading
import Scoring
import Templating
import Wording

/// The honor roll as one A3 sheet to hang up.
struct PrintedPoster: PrintDocument {
  struct Winner: Fillable {
    @Inlined var name: GridName
    var branch: String
    var total: String
    var isStreak: Bool { years > 1 }
    /// Years in a row.
    var years: Int
  }

  struct Honored: Fillable {
    var name: String
    var standing: BranchRow?
  }

  struct Star: Fillable {
    @Inlined var name: GridName
    var hours: String
  }

  struct Branch: Fillable {
    var short: String
    var hasNames: Bool { !names.isEmpty }
    var names: [Name]
  }

  struct Name: Fillable {
    @Inlined var name: GridName
    var isWinner: Bool
    var isDecided: Bool
  }

  /// Branches side by side, so that many take half the height.
  struct Pair: Fillable {
    var branches: [Branch]
  }

  @Inlined var chrome: Chrome
  var company: String
  var committee: String
  var yearInHan: String
  /// The day the year was signed on, else the month: 二〇二五年十二月.
  var dateInHan: String
  @HTML var spectrum: String
  /// How small all is set so that one sheet holds it, 1 to 4.
  var density: Int
  var hasWinners: Bool { !winners.isEmpty }
  var winners: [Winner]
  var hasHonored: Bool { !honored.isEmpty }
  var honored: [Honored]
  var pairs: [Pair]
  var perBranch: Int
  var qualifiedCount: Int
  var overrides: [OverrideView]
  var hasStars: Bool { !stars.isEmpty }
  var stars: [Star]
  var starHours: String
  var starFirst: Int

  static let template = "print/poster"
  static let specimen = PrintedPoster(
    chrome: .specimen, company: "示例仪器公司", committee: "公司党委", yearInHan: "二〇二五", dateInHan: "二〇二五年十二月二十七日",
    spectrum: "<svg viewBox=\"0 0 253 110\" aria-hidden=\"true\"></svg>", density: 1,
    winners: [Winner(name: .specimen, branch: "环境监测支部", total: "97.25", years: 2)],
    honored: [Honored(name: "环境监测支部", standing: .specimen)],
    pairs: [
      Pair(branches: [
        Branch(short: "环境监测", names: [Name(name: .specimen, isWinner: true, isDecided: true)])
      ])
    ], perBranch: 5, qualifiedCount: 76, overrides: [.specimen], stars: [Star(name: .specimen, hours: "32.00")],
    starHours: "10.00", starFirst: 20)
}

extension PrintedPoster {
  var sheets: [Sheet] { [Sheet("poster")] }
}

extension PrintPlan {
  package static func poster(_ context: SiteContext, year: Ref<YearLedger>) -> PrintPlan {
    PrintedPoster.plan("poster-\(context[year].ledger.year)") { context.poster(year) }
  }
}

extension SiteContext {
  fileprivate func poster(_ year: Ref<YearLedger>) -> PrintedPoster {
    let (book, scores) = (self[year].ledger, self[year].book)
    let lines = YearLines(self, year)
    let winners = citations(year, lines)
    let chosen = Set(winners.map(\.member))
    let branches = roster.branches.refs.map { branch in
      PrintedPoster.Branch(
        short: roster.branches[branch].short,
        names: scores.qualified[Int(branch.index)].filter { $0.obstacle == nil }.map {
          .init(
            name: GridName(roster.members[$0.member].name), isWinner: chosen.contains($0.member),
            isDecided: $0.override != nil)
        })
    }
    let names = branches.reduce(0) { $0 + $1.names.count }
    let signed: Day? = if case .final(_, let on) = book.state { on } else { nil }
    let density = PosterRoom(winners: winners.count, branches: branches.count, names: names, stars: scores.stars.count)
      .density
    return PrintedPoster(
      chrome: paperChrome(title: Words.honorRoll(book.year), year: year), company: content.organisation.company,
      committee: content.organisation.committee, yearInHan: Words.digitsInHan(book.year),
      dateInHan: signed.map(Words.formal) ?? Words.monthInHan(ledger.asOf),
      spectrum: spectrum(
        winners, lines, width: 25300, height: [9400, 7600, 4200, 3600][density - 1], nameSize: density == 1 ? 520 : 440),
      density: density,
      winners: winners.map {
        .init(name: GridName($0.name), branch: $0.branch, total: $0.total, years: $0.years)
      },
      honored: honoredBranches(year, lines).map { .init(name: $0.name, standing: $0.standing) },
      pairs: stride(from: 0, to: branches.count, by: 2).map { .init(branches: Array(branches[$0...].prefix(2))) },
      perBranch: book.rulebook.qualification.perBranch, qualifiedCount: names, overrides: overrides(year),
      stars: scores.stars.map {
        .init(name: GridName(roster.members[$0.member].name), hours: Words.hours($0.minutes))
      }, starHours: Words.hours(book.rulebook.welfare.stars.minimumMinutes),
      starFirst: book.rulebook.welfare.stars.first)
  }
}

/// How much stands on a poster, by what its rows take at the four sizes of the stylesheet.
struct PosterRoom {
  let winners: Int
  let branches: Int
  let names: Int
  let stars: Int

  /// In millimetres, of all grids; the sheet has some 240 of them for these and the year's picture.
  private func height(_ density: Int) -> Int {
    let columns = [6, 6, 8, 10][density - 1]
    let (winner, row, star) = ([18, 15, 13, 10][density - 1], [8, 7, 7, 5][density - 1], [9, 8, 6, 5][density - 1])
    let branchRows = max((branches + 1) / 2, (names + 9) / 10)
    return (winners + columns - 1) / columns * winner + branchRows * row + (stars + columns - 2) / (columns - 1) * star
  }

  /// 1 where all stands at its largest, 4 for the smallest.
  var density: Int {
    let room = [146, 164, 190, 204]
    return (1...4).first { height($0) <= room[$0 - 1] } ?? 4
  }
}
