import Texts

extension Period {
  /// The period in groups of `count` calendar months from its first month on, cut to its own bounds; the last group may
  /// be shorter.
  package func spans(ofMonths count: Int) -> [Period] {
    let months = months
    return stride(from: 0, to: months.count, by: count).map { index in
      let end = months[min(index + count, months.count) - 1]
      return Period(first: max(first, months[index].firstDay), last: min(last, end.lastDay))
    }
  }
}

extension Period {
  /// What part of this year some days are, by the shortest kind that they are whole, else by the shortest they begin.
  fileprivate func monthsOfPart(_ part: Period) -> Int? {
    let kinds = [1, 3, 6].map { (months: $0, spans: spans(ofMonths: $0)) }
    let found =
      kinds.first { $0.spans.contains(part) }
      ?? kinds.first { $0.spans.contains { $0.first == part.first && $0.contains(part.last) } }
    return found?.months
  }
}

/// Quarters of a reporting year: groups of three months from the period's first month (December to February …).
package func quarters(of period: Period) -> [Period] { period.spans(ofMonths: 3) }

extension Ledger {
  /// The period before one that is a month, quarter or half of its year, else `nil`: within the year, or the last such
  /// of the year before. For a whole year (`nil`) the whole year before.
  ///
  /// A quarter may be shorter than three months, at the end of a year or on the report's day, and is still compared with
  /// a quarter: its own length says nothing of what it is.
  /// - Parameter months: 1 for a month, 3 for a quarter, 6 for a half; `nil` where only the days are known.
  func period(before period: Period?, ofMonths months: Int?, year: Ref<YearLedger>) -> (
    year: Ref<YearLedger>, period: Period?
  )? {
    let before = year.previous.flatMap { years[$0].year == years[year].year - 1 ? $0 : nil }
    guard let period else { return before.map { ($0, nil) } }
    let whole = years[year].period
    guard let length = months ?? whole.monthsOfPart(period) else { return nil }
    let spans = whole.spans(ofMonths: length)
    guard let index = spans.firstIndex(where: { $0.first == period.first && $0.contains(period.last) }) else {
      return nil
    }
    if index > 0 { return (year, spans[index - 1]) }
    return before.flatMap { before in years[before].period.spans(ofMonths: length).last.map { (before, $0) } }
  }

  /// What counts for a part of a year as of a day; `nil` if that part has not begun.
  func window(_ period: Period?, year: Ref<YearLedger>, asOf: Day) -> Window? {
    let whole = years[year].period
    let part = period ?? whole
    guard let cut = part.until(asOf) else { return nil }
    // What is settled after the year's end (a rating, a late evaluation, a correction) still belongs to the year, and
    // so to its last month and quarter: else months wouldn't add up to the year.
    return Window(lastDay: cut.last, counted: Period(first: cut.first, last: part.last == whole.last ? asOf : cut.last))
  }
}

/// A part of a year as of a day.
struct Window {
  /// The day that decides about branch and standing: the part's last, or the day of the report.
  let lastDay: Day
  /// Days whose awards count.
  let counted: Period
}

extension Postings {
  /// The holder's awards in a period.
  func awards(of holder: Int, in period: Period) -> ArraySlice<Award> {
    let range = ranges[holder]
    let own = awards[range]
    return own[own.partitioningIndex { $0.day >= period.first }..<own.partitioningIndex { $0.day > period.last }]
  }
}
