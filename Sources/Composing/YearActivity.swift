import Reading
import Scoring

/// How much of a year's standing is there by daily work, whatever its points: counts that say the same under any standard.
package struct YearActivity: Sendable {
  /// Who ranks and has at least one posting beside what everybody starts with.
  package let scored: Int
  /// Records that say on which later day they were entered (补录).
  package let late: Int
  /// Stories that are the year's.
  package let stories: Int
}

extension SiteContext {
  package func activity(of year: Ref<YearLedger>) -> YearActivity {
    let (book, records) = (self[year].book, self[year].ledger.records)
    return YearActivity(
      scored: book.members.rows.count { row in
        book.awards(of: row.member).contains { if case .start = $0.reason { false } else { true } }
      }, late: records.count { $0.entered != nil },
      stories: content.stories.count { self.year(of: $0) == year })
  }
}
