import Composing
import Scoring
import Templating
import Texts
import Wording

/// Members' accounts on paper, each like a bank statement: what its page says, one account after another.
struct PrintedLedger: PrintDocument {
  struct Account: Fillable {
    /// The member's key: its pages are called by it.
    var key: String
    @Inlined var account: MemberAccount
    /// What caps kept from counting in each of its two parts; both together are the account's own.
    var baseUncounted: Kept
    var optionalUncounted: Kept
    /// Her year, a line a day.
    @HTML var dayStrip: String
    /// How many points the longest line stands for.
    var full: String
    var stretches: [Stretch]
  }

  struct Kept: Fillable {
    var capped: String
    var isUndeducted: Bool { !undeducted.isEmpty }
    /// What caps kept from being deducted; empty where nothing was.
    var undeducted: String
  }

  /// A month of the account.
  struct Stretch: Fillable {
    @Inlined var month: MemberAccount.Month
    var lines: [Line]
  }

  struct Line: Fillable {
    @Inlined var posting: MemberAccount.Posting
    /// Where the record stands, short.
    var cited: String
    /// Line of the rule, as a number; the cell's name for a sheet.
    var rule: String
  }

  @Inlined var chrome: Chrome
  var accounts: [Account]

  static let template = "print/ledger"
  static let specimen = PrintedLedger(
    chrome: .specimen,
    accounts: [
      Account(
        key: "zhou-jingyi", account: .specimen, baseUncounted: Kept(capped: "2.00", undeducted: "-1.00"),
        optionalUncounted: Kept(capped: "4.50", undeducted: "-1.00"),
        dayStrip: "<svg viewBox=\"0 0 166 20\" aria-hidden=\"true\"></svg>", full: "5",
        stretches: MemberAccount.specimen.months.map(Stretch.init))
    ])
}

extension PrintedLedger {
  var sheets: [Sheet] {
    accounts.map {
      Sheet(
        "m-\($0.key)", [$0.account.name, $0.account.branch?.text].compactMap(\.self).joined(separator: "　"),
        isCounted: accounts.count > 1)
    }
  }
}

extension PrintedLedger.Kept {
  init(_ awards: some Sequence<Award>, _ decimals: Int) {
    var sum = Uncounted()
    for award in awards { sum += award }
    self.init(capped: sum.gains.shown(decimals), undeducted: sum.deductions.orBlank(decimals))
  }
}

extension PrintedLedger.Stretch {
  init(_ month: MemberAccount.Month) {
    self.init(
      month: month,
      lines: month.postings.map {
        .init(
          posting: $0, cited: CitedPlace($0.record).map(Words.shortSource) ?? $0.record,
          rule: Words.bareSpot($0.ruleSpot))
      })
  }
}

extension PrintPlan {
  /// One member's account of a year.
  /// - Returns: `nil` for somebody without an account in it.
  package static func ledger(_ context: SiteContext, year: Ref<YearLedger>, member: Ref<Member>) -> PrintPlan? {
    guard context.hasAccount(member, year) else { return nil }
    let person = context.roster.members[member]
    return context.ledgers("ledger-\(context[year].ledger.year)-\(person.key)", of: [member], person.name, year)
  }

  /// The accounts of all who are in a branch at the year's end, in the order of names.
  package static func ledger(_ context: SiteContext, year: Ref<YearLedger>, branch: Ref<Branch>) -> PrintPlan {
    let unit = context.roster.branches[branch]
    let people = context[year].standing.stays[Int(branch.index)].map(\.member)
      .filter { context.hasAccount($0, year) }
      .sorted { (context.roster.members[$0].sortKey, $0) < (context.roster.members[$1].sortKey, $1) }
    return context.ledgers("ledger-\(context[year].ledger.year)-\(unit.id)", of: people, unit.name, year)
  }
}

extension SiteContext {
  fileprivate func ledgers(_ name: String, of members: [Ref<Member>], _ whose: String, _ year: Ref<YearLedger>)
    -> PrintPlan
  {
    PrintedLedger.plan(name) { [self] in
      let scale = YearLines(self, year).personScale
      return PrintedLedger(
        chrome: paperChrome(title: Words.account(whose, self[year].ledger.year), year: year),
        accounts: members.map { member in
          let account = memberAccount(member, year: year)
          let awards = self[year].book.awards(of: member)
          let decimals = decimals(of: awards)
          return .init(
            key: roster.members[member].key, account: account,
            baseUncounted: .init(awards.filter { $0.kind == .base }, decimals),
            optionalUncounted: .init(awards.filter { $0.kind != .base }, decimals),
            dayStrip: DayStrip(width: 16600, height: 2000, chosen: Ink.red).svg(dayLines(of: member, year), scale),
            full: scale.words, stretches: account.months.map(PrintedLedger.Stretch.init))
        })
    }
  }
}
