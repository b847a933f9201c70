import Reading
import Scoring

extension SiteContext {
  package func works(of pathway: Ref<Pathway>) -> [Ref<Work>] {
    ledger.works.indices.filter { ledger.works[$0].pathway == pathway }
      .sorted { (ledger.works[$0].order, ledger.works[$0].id) < (ledger.works[$1].order, ledger.works[$1].id) }
      .map { Ref($0) }
  }

  /// Records, welfare entries, activities, projects and stories that serve a work in a year.
  package func evidenceCount(_ work: Ref<Work>, _ year: Ref<YearLedger>) -> Int {
    self[year].book.evidence[Int(work.index)].count + self[year].stories.byWork[Int(work.index)].count
  }

  /// The days of the year on which something served a work, each once however many did; stories count by theirs.
  package func evidenceDays(_ work: Ref<Work>, _ year: Ref<YearLedger>) -> Int {
    let stories = self[year].stories.byWork[Int(work.index)].map { content.stories[$0].day }
    let days = self[year].book.evidence[Int(work.index)].days
    return stories.isEmpty ? days.count : Set(days).union(stories).count
  }

  /// The day of the newest record, activity, project stage or story that serves a work.
  package func latestEvidence(_ work: Ref<Work>, _ year: Ref<YearLedger>) -> Day? {
    let story = self[year].stories.byWork[Int(work.index)].first.map { content.stories[$0].day }
    return [self[year].book.evidence[Int(work.index)].latest, story].compactMap { $0 }.max()
  }
}
