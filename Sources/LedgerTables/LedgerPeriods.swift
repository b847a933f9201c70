import Composing
import Scoring

/// A part of a year that has a leaderboard of its own.
struct LedgerPeriod {
  /// `2025`, `2025-q1`, `2025-2024-12`: a month may be of two years.
  let key: String
  let kind: String
  let days: Period
  /// As the site has it; `nil` for the year.
  let scope: Period?
}

extension LedgerSource {
  /// Those with a leaderboard on the site, the year first.
  func periods(_ year: Ref<YearLedger>) -> [LedgerPeriod] {
    let ledger = context[year].ledger
    return context.scopes(year).filter { $0.scope.branch == nil && $0.scope.pathway == nil }.map { plan in
      guard let days = plan.scope.period else {
        return LedgerPeriod(key: "\(ledger.year)", kind: "year", days: ledger.period, scope: nil)
      }
      return LedgerPeriod(
        key: "\(ledger.year)-\(plan.key)", kind: plan.scope.months == 3 ? "quarter" : "month", days: days, scope: days)
    }
  }
}

extension LedgerSource {
  /// The year that pages speak of where none is named.
  package var currentYear: Int { ledger.years[ledger.currentYear].year }
}
