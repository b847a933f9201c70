import Diagnostics
import Parsing
import Scoring
import Texts

extension Draft {
  /// What reading came to: content where there is no error, and all that was found.
  func outcome() -> (Content?, [Diagnostic]) {
    if let newerFormat { return (nil, [newerFormat]) }
    let diagnostics = findings.all()
    guard !diagnostics.hasErrors, !tree.refused.contains(where: { $0.begins(with: "content") }) else {
      return (nil, diagnostics)
    }
    return (content(), diagnostics)
  }

  /// The finished content; `nil` where a part is missing, whose reason has then been reported.
  func content() -> Content? {
    guard let asOf, let site, let organisation, let brand, let about else { return nil }
    var years: [YearLedger] = []
    for draft in self.years.values.sorted(by: { $0.year < $1.year }) {
      guard let year = draft.ledger() else { return nil }
      years.append(year)
    }
    let ledger = Ledger(
      asOf: asOf, roster: roster, pathways: pathways.entities, works: works.entities,
      notes: (0..<Int32(notes.count)).map(notes.string), years: years)
    return Content(
      tree: tree, site: site, organisation: organisation, brand: brand, ledger: ledger, workTexts: workTexts,
      campaigns: campaigns, stories: stories, ownPages: ownPages,
      reports: reports.sorted(by: LedgerReport.stands), navigation: navigation, held: held,
      heldStories: heldStories, heldPages: heldPages, groups: groups,
      archives: archives, aboutTitle: aboutTitle, about: about,
      messages: messages, charts: charts, unusedAssets: unusedAssets, recordLinks: recordLinks)
  }
}

extension YearDraft {
  func ledger() -> YearLedger? {
    guard let period, let state, let rulebook else { return nil }
    return YearLedger(
      year: year, period: period, state: state, notice: notice, statePlace: statePlace, rulebook: rulebook,
      activities: claimedActivities, records: records.records,
      branchRecords: branchRecords.records.map { BranchRecord(entry: $0) }, surveys: surveys, welfare: welfare,
      projects: projects, ratings: ratings, decisions: decisions, assertions: assertions, statedFigures: statedFigures,
      objections: objections.sorted { ($0.raisedOn, $0.id) < ($1.raisedOn, $1.id) }, seals: seals)
  }
}
