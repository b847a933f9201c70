import Reading
import Scoring
import Tables
import Texts
import Wording

extension SiteContext {
  /// What a member's page, its files and her account on paper are forms of.
  package func account(of member: Ref<Member>, _ year: Ref<YearLedger>) -> AccountTable {
    AccountTable(self[year].book.awards(of: member), year: year, ledger, scorebook, citations)
  }

  package func memberAccount(_ member: Ref<Member>, year: Ref<YearLedger>) -> MemberAccount {
    memberAccount(member, account(of: member, year), year: year)
  }

  /// - Parameter table: her own account of the year.
  package func memberAccount(_ member: Ref<Member>, _ table: AccountTable, year: Ref<YearLedger>) -> MemberAccount {
    let person = roster.members[member]
    let book = self[year].ledger
    let awards = self[year].book.awards(of: member)
    let sum = MemberSum(awards, decimals: table.decimals)
    let (base, optional, uncounted, decimals) = (sum.base, sum.optional, sum.uncounted, sum.decimals)
    let membership = roster.membership(of: member, on: day(ofYear: year))
    var sources: [MemberAccount.SourceFolder] = []
    let months = monthsOf(table, year: year, &sources)
    let sums = tallies(awards, book.rulebook)
    let scale = itemScale(sums, book.rulebook)
    return MemberAccount(
      name: person.name,
      branch: membership.map {
        LinkView(href: Address.branch(roster.branches[$0.branch], book.year), text: roster.branches[$0.branch].name)
      },
      standing: membership.map(standingWords) ?? "", offices: offices(of: member, year),
      honors: honors(of: member, year), overrides: overrides(year, of: member),
      place: place(of: member, year), total: (base + optional).shown(decimals),
      base: base.shown(decimals), optional: optional.shown(decimals),
      capped: uncounted.gains.shown(decimals), undeducted: uncounted.deductions.orBlank(decimals),
      band: band(of: base + optional, book.rulebook.memberFramework, year: year),
      welfareHours: Words.hours(self[year].book.welfare.minutes[Int(member.index)]),
      strip: yearStrip(awards, year: year, decimals: decimals),
      runningChart: runningChart(member, year: year),
      baseItems: items(of: member, sums, .base, year, scale.end, decimals),
      optionalItems: items(of: member, sums, .optional, year, scale.end, decimals), ticks: scale.ticks,
      changes: changes(of: member, sums, year: year),
      caps: capUses(awards, book.rulebook.items, book.rulebook.memberFramework, anchors: "", year: year, decimals),
      months: months, sources: sources, postingCount: awards.count,
      baseCountOfPostings: awards.count { $0.kind == .base },
      optionalCountOfPostings: awards.count { $0.kind != .base }, cutCount: awards.count { $0.capped != .zero },
      history: transfers(of: member, book.period))
  }

  private func monthsOf(
    _ table: AccountTable, year: Ref<YearLedger>, _ sources: inout [MemberAccount.SourceFolder]
  ) -> [MemberAccount.Month] {
    let book = self[year].ledger
    let rulebook = Address.rulebook(book.year)
    let (lines, decimals) = (table.lines, table.decimals)
    var months: [MemberAccount.Month] = []
    var named: Set<String> = []
    var start = 0
    while start < lines.count {
      let month = lines[start].award.day.yearMonth
      let end = lines[start...].firstIndex { $0.award.day.yearMonth != month } ?? lines.count
      var base = Points.zero
      var optional = Points.zero
      var uncounted = Uncounted()
      var postings: [MemberAccount.Posting] = []
      postings.reserveCapacity(end - start)
      for line in lines[start..<end] {
        let (award, isBase) = (line.award, line.isBase)
        uncounted += award
        if isBase { base += award.points } else { optional += award.points }
        let isCut = award.capped != .zero
        let shown = isCut ? award.points.shown(decimals) : award.points.orBlank(decimals)
        let id = citations.rowID(award.record)
        postings.append(
          MemberAccount.Posting(
            date: award.day.description, day: award.day.monthDay, reason: line.reason,
            detail: line.detail.shown,
            ruleAnchor: rulebook + (book.rulebook.item(award.heading).map { "#\($0.key)" } ?? ""),
            ruleSpot: citations.spot(award.rule),
            base: isBase ? shown : "",
            optional: isBase ? "" : shown, capped: award.capped.orBlank(decimals),
            running: line.running.shown(decimals), record: citations.path(award.record),
            source: citations.source(award.record),
            isElsewhere: !isIn(&sources, award.record), id: named.insert(id).inserted ? id : "", isCut: isCut))
      }
      months.append(
        MemberAccount.Month(
          id: "m\(month)", year: month.year, month: month.month, base: base.orDash(decimals),
          optional: optional.orDash(decimals), capped: uncounted.gains.orBlank(decimals),
          undeducted: uncounted.deductions.orBlank(decimals), postings: postings, isLast: end == lines.count))
      start = end
    }
    return months
  }

  /// Whether a record's file lies in one of the folders, which takes the first of each word in.
  private func isIn(_ folders: inout [MemberAccount.SourceFolder], _ record: Place) -> Bool {
    guard let (word, folder) = citations.folder(record) else { return false }
    if let known = folders.first(where: { $0.word == word }) { return known.folder == folder }
    folders.append(MemberAccount.SourceFolder(word: word, folder: folder))
    return true
  }

  /// An office in the branch that stands before it says its duty alone.
  func offices(of member: Ref<Member>, _ year: Ref<YearLedger>) -> [String] {
    let own = roster.membership(of: member, on: day(ofYear: year))?.branch
    return self[year].standing.offices[Int(member.index)].map {
      ($0.branch == own ? "" : roster.branches[$0.branch].name) + Words.duty($0.duty)
    }
  }

  func honors(of member: Ref<Member>, _ year: Ref<YearLedger>) -> [String] {
    var honors: [String] = []
    for decision in self[year].ledger.decisions {
      if case .winner(let winner) = decision.matter, winner == member {
        honors.append(Words.honor(Words.excellentMember, years: self[year].streaks.winner[Int(member.index)]))
      }
      if case .cadre(member, let tier?, _) = decision.matter {
        honors.append(Words.cadre(tier: tier))
      }
    }
    if honors.isEmpty, let qualifier = self[year].ranks.qualifiers[Int(member.index)], qualifier.obstacle == nil {
      honors.append(Words.honor(Words.qualified, years: self[year].streaks.qualified[Int(member.index)]))
    }
    let star = self[year].streaks.star[Int(member.index)]
    if star > 0 { honors.append(Words.honor(Words.welfareStar, years: star)) }
    return honors
  }

  func place(of member: Ref<Member>, _ year: Ref<YearLedger>) -> MemberAccount.Place? {
    self[year].ranks.entries[Int(member.index)].map { entry in
      let rank = { [self] (place: RankTable.Place?, branch: Ref<Branch>?, count: Int) -> MemberAccount.Rank? in
        guard let place, namesRank(place.rank, of: branch, year) else { return nil }
        return MemberAccount.Rank(rank: place.rank, isTied: place.isTied, count: count)
      }
      return MemberAccount.Place(
        inCompany: rank(entry.inCompany, nil, self[year].ranks.count),
        inBranch: rank(entry.inBranch, entry.branch, entry.branchCount), isBegun: entry.inCompany != nil,
        published: boardLength(of: nil, year), perBranch: boardLength(of: entry.branch, year))
    }
  }

  private func transfers(of member: Ref<Member>, _ period: Period) -> [String] {
    let stays = roster.memberships[Int(member.index)]
    return zip(stays, stays.dropFirst()).filter { period.contains($1.from) }.map { before, after in
      before.branch == after.branch
        ? "\(after.from) \(standingWords(before)) → \(standingWords(after))"
        : "\(after.from) \(roster.branches[before.branch].name) → \(roster.branches[after.branch].name)"
    }
  }
}

/// What a member's awards of a year come to, and with how many decimals all of them are shown.
package struct MemberSum: Sendable {
  package private(set) var base = Points.zero
  package private(set) var optional = Points.zero
  package private(set) var uncounted = Uncounted()
  package let decimals: Int
  package var total: Points { base + optional }

  init(_ awards: ArraySlice<Award>, decimals: Int? = nil) {
    self.decimals = decimals ?? Wording.decimals(of: awards)
    for award in awards {
      if award.kind == .base { base += award.points } else { optional += award.points }
      uncounted += award
    }
  }

  private init(base: Points, optional: Points, uncounted: Uncounted) {
    (self.base, self.optional, self.uncounted, decimals) = (base, optional, uncounted, 2)
  }

  static let specimen = MemberSum(
    base: Points(60), optional: Points(hundredths: 4350),
    uncounted: Uncounted(gains: Points(hundredths: 650), deductions: Points(-1)))
}
