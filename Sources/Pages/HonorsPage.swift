import Composing
import Scoring
import SearchIndex
import Templating
import Wording

/// What follows from the points of a year (S7–S11): who may enter the PK, what the committee decided and signed, who
/// leads the branches. Nothing here is voted, and nothing the committee hasn't recorded is shown as decided.
struct HonorsPage: Page {
  struct Candidate: Fillable {
    var member: LinkView
    var total: String
    var isTied: Bool
    /// Let in by a decision, against the points.
    var isDecided: Bool
    var isStreak: Bool { years > 1 }
    /// Years in a row.
    var years: Int
  }

  struct BranchFive: Fillable {
    var branch: LinkView
    var candidates: [Candidate]
    var count: Int { candidates.count }
  }

  /// Criteria that one person attested on one day, or that nobody has attested yet.
  struct Attested: Fillable {
    var criteria: [CriterionName]
    var isAttested: Bool
    var by: String
    var on: String
  }

  struct CriterionName: Fillable {
    var name: String
    /// A separator stands before every name but the first.
    var isFirst: Bool
  }

  struct Cadre: Fillable {
    var member: LinkView
    var hasTier: Bool { !tier.isEmpty }
    /// Empty while the committee has decided none.
    var tier: String
    /// All three criteria of S10, each once.
    var attested: [Attested]
    var record: String
  }

  struct Secretary: Fillable {
    var branch: LinkView
    var member: LinkView
    var post: String
    var level: String
    var isManagement: Bool
  }

  /// Who came to an honor in years that follow one another.
  struct Streak: Fillable {
    var honor: String
    var people: [LinkView]
  }

  @Inlined var chrome: Chrome
  var perBranch: Int
  var qualifiedCount: Int
  var hasWinners: Bool { !winners.isEmpty }
  var winners: [Award]
  var winnerCount: Int { winners.count }
  /// What their decisions say alike.
  var winnersBasis: [String]
  /// Every ranked member as a line by total, the winners apart; none without winners.
  var spectrum: Spectrum?
  var hasStreaks: Bool { !streaks.isEmpty }
  var streaks: [Streak]
  var hasExcellentBranches: Bool { !excellentBranches.isEmpty }
  var excellentBranches: [Award]
  var excellentCount: Int { excellentBranches.count }
  var branchesBasis: [String]
  var hasVetoes: Bool { !vetoes.isEmpty }
  var vetoes: [VetoView]
  var fives: [BranchFive]
  var hasFives: Bool { !fives.isEmpty }
  var hasWithout: Bool { !without.isEmpty }
  /// Branches nobody of which qualifies.
  var without: [LinkView]
  var hasOverrides: Bool { !overrides.isEmpty }
  var overrides: [OverrideView]
  var hasStars: Bool { !stars.isEmpty }
  var stars: [StarView]
  var starCount: Int { stars.count }
  /// The rulebook's rule for the stars.
  var starHours: String
  var starFirst: Int
  var bestPercent: Int
  var poolCount: Int
  var hasPool: Bool { !pool.isEmpty }
  /// Named in the office only.
  var pool: [LinkView]
  var hasCadres: Bool { !cadres.isEmpty }
  var cadres: [Cadre]
  var hasSecretaries: Bool { !secretaries.isEmpty }
  var secretaries: [Secretary]
  var secretaryCount: Int { secretaries.count }
  var managers: Int
  var years: [LinkView]

  static let template = "honors"
  static let specimen = HonorsPage(
    chrome: .specimen, perBranch: 5, qualifiedCount: 76, winners: [.specimen], winnersBasis: ["公司党委", "2025-12-27"],
    spectrum: .specimen,
    streaks: [Streak(honor: "优秀党员，连续2年", people: [.specimen])], excellentBranches: [.specimen],
    branchesBasis: ["公司党委", "2025-12-27"],
    vetoes: [.specimen],
    fives: [
      BranchFive(
        branch: .specimen,
        candidates: [Candidate(member: .specimen, total: "103.50", isTied: true, isDecided: true, years: 2)])
    ], without: [.specimen], overrides: [.specimen], stars: [.specimen], starHours: "10.00", starFirst: 20,
    bestPercent: 10, poolCount: 39, pool: [.specimen],
    cadres: [
      Cadre(
        member: .specimen, tier: "2",
        attested: [
          Attested(
            criteria: [
              CriterionName(name: "强烈意愿", isFirst: true),
              CriterionName(name: "品行（政治素质、口碑、能力）", isFirst: false),
            ], isAttested: true, by: "组织委员", on: "2025-12-20"),
          Attested(criteria: [CriterionName(name: "组织协调", isFirst: true)], isAttested: false, by: "", on: ""),
        ], record: "years/2025/decisions.yaml:9")
    ],
    secretaries: [
      Secretary(branch: .specimen, member: .specimen, post: "副总经理", level: "高管", isManagement: true)
    ], managers: 16, years: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.map { year in
      let path = Address.honors(context[year].ledger.year)
      return plan(path, from: .heads) { context.honorsPage(year, path) }
    }
  }
}

extension SiteContext {
  fileprivate func honorsPage(_ year: Ref<YearLedger>, _ path: String) -> HonorsPage {
    let book = self[year].ledger
    let scores = self[year].book
    let fives = roster.branches.indices.map { index in
      HonorsPage.BranchFive(
        branch: branchLink(Ref(index), year),
        candidates: scores.qualified[index].filter { $0.obstacle == nil }.map {
          .init(
            member: memberLink($0.member, year), total: $0.total.shown, isTied: $0.isTied,
            isDecided: $0.override != nil, years: self[year].streaks.qualified[Int($0.member.index)])
        })
    }
    let winners = HonorsPage.Award.told(book.decisions.compactMap { winner($0, year) })
    let excellent = HonorsPage.Award.told(book.decisions.compactMap { excellentBranch($0, year) })
    let secretaries = roster.branches.indices.compactMap { secretary(of: Ref($0), year) }
    return HonorsPage(
      chrome: chrome(path, title: Words.honors(book.year), year: year, section: .honors),
      perBranch: book.rulebook.qualification.perBranch, qualifiedCount: fives.reduce(0) { $0 + $1.candidates.count },
      winners: winners.awards, winnersBasis: winners.basis, spectrum: spectrum(year), streaks: streaks(year),
      excellentBranches: excellent.awards, branchesBasis: excellent.basis, vetoes: vetoes(year),
      fives: fives.filter { !$0.candidates.isEmpty },
      without: fives.filter(\.candidates.isEmpty).map(\.branch), overrides: overrides(year), stars: stars(year),
      starHours: Words.hours(book.rulebook.welfare.stars.minimumMinutes),
      starFirst: book.rulebook.welfare.stars.first, bestPercent: book.rulebook.cadre.bestPercent,
      poolCount: scores.cadrePool.count, pool: namedCadrePool(year).map { memberLink($0, year) },
      cadres: book.decisions.compactMap { cadre($0, year) },
      secretaries: secretaries, managers: secretaries.count { $0.isManagement },
      years: yearLinks(current: year, Address.honors))
  }

  private func winner(_ decision: Decision, _ year: Ref<YearLedger>) -> HonorsPage.Award? {
    guard case .winner(let member) = decision.matter else { return nil }
    let rows = self[year].book.members.rows
    guard let row = rows.first(where: { $0.member == member }) else { return nil }
    return HonorsPage.Award(
      holder: memberLink(member, year), branch: roster.branches[row.branch].name, place: row.rank,
      isTied: row.isTied, total: row.total.shown, signedBy: decision.signedBy, on: decision.on.description,
      note: decision.note,
      record: citation(decision.place), source: source(decision.place),
      deeds: deeds(decision, self[year].book.awards(of: member), year),
      years: self[year].streaks.winner[Int(member.index)],
      anchor: Honor.excellentMember.anchor(of: roster.members[member].key),
      number: certificateNumber(.excellentMember, holder: roster.members[member].key, year).map { [$0] } ?? [])
  }

  private func excellentBranch(_ decision: Decision, _ year: Ref<YearLedger>) -> HonorsPage.Award? {
    guard case .excellentBranch(let branch) = decision.matter,
      let row = self[year].book.branches.first(where: { $0.branch == branch })
    else { return nil }
    return HonorsPage.Award(
      holder: branchLink(branch, year), branch: roster.branches[branch].name, place: row.rank,
      isTied: row.isTied, total: row.total.shown, signedBy: decision.signedBy, on: decision.on.description,
      note: decision.note,
      record: citation(decision.place), source: source(decision.place),
      deeds: deeds(decision, self[year].book.awards(of: branch), year), years: 0,
      anchor: Honor.excellentBranch.anchor(of: roster.branches[branch].id),
      number: certificateNumber(.excellentBranch, holder: roster.branches[branch].id, year).map { [$0] } ?? [])
  }

  private func cadre(_ decision: Decision, _ year: Ref<YearLedger>) -> HonorsPage.Cadre? {
    guard case .cadre(let member, let tier, let attestations) = decision.matter else { return nil }
    var groups: [(criteria: [Criterion], attestation: Attestation?)] = []
    for criterion in Criterion.allCases {
      let attestation = attestations.first { $0.criterion == criterion }
      let same = groups.firstIndex { $0.attestation?.by == attestation?.by && $0.attestation?.on == attestation?.on }
      if let same { groups[same].criteria.append(criterion) } else { groups.append(([criterion], attestation)) }
    }
    return HonorsPage.Cadre(
      member: memberLink(member, year), tier: tier.map { "\($0)" } ?? "",
      attested: groups.map { criteria, attestation in
        HonorsPage.Attested(
          criteria: criteria.enumerated().map { .init(name: Words.criterion($1), isFirst: $0 == 0) },
          isAttested: attestation != nil, by: attestation?.by ?? "", on: attestation?.on.description ?? "")
      }, record: citation(decision.place))
  }

  private func secretary(of branch: Ref<Branch>, _ year: Ref<YearLedger>) -> HonorsPage.Secretary? {
    secretaryOffice(of: branch, year).map {
      HonorsPage.Secretary(
        branch: branchLink(branch, year), member: memberLink($0.member, year), post: $0.post,
        level: Words.level($0.level), isManagement: $0.level.isManagement)
    }
  }
}
