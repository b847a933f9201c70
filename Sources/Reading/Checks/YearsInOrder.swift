import Diagnostics
import Parsing
import Scoring
import Texts

/// Years follow one another: a day belongs to one year at most, and each year to its folder.
func checkYears(_ draft: inout Draft) {
  let years = draft.years.values.sorted { $0.year < $1.year }
  for year in years {
    guard let period = year.period, !(period.first.year...period.last.year).contains(year.year) else { continue }
    draft.findings.report(.yearElsewhere(year.year, period, at: year.periodPlace))
  }
  for (earlier, later) in zip(years, years.dropFirst()) {
    guard let before = earlier.period, let after = later.period else { continue }
    if after.first <= before.last {
      draft.findings.report(.yearOverlap(earlier.year, before, later.year, at: later.periodPlace))
    } else if after.first > before.last.adding(days: 1) {
      draft.findings.report(.yearGap(before.last, after.first, at: later.periodPlace))
    }
  }
}

extension Diagnostic {
  static func yearElsewhere(_ year: Int, _ period: Period, at place: Place) -> Diagnostic {
    Diagnostic(
      .dateOutsideYear, at: place,
      message: Bilingual(
        zh: "\(period.first) 至 \(period.last) 没有一天在 \(year) 年",
        en: "no day of \(period.first) to \(period.last) lies in \(year)"),
      remedy: Bilingual(zh: "改正起止日期，或给年度文件夹改名", en: "Correct the period, or rename the year's folder"))
  }

  static func yearOverlap(_ year: Int, _ period: Period, _ next: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .yearOverlap, at: place,
      message: Bilingual(
        zh: "\(next) 年度与 \(year) 年度（\(period.first) 至 \(period.last)）重叠或颠倒",
        en: "\(next) overlaps with or precedes \(year), \(period.first) to \(period.last)"),
      remedy: Bilingual(zh: "让一个年度从上一年度结束的次日开始", en: "Begin a year on the day after the one before it ends"))
  }

  static func yearGap(_ end: Day, _ start: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .yearGap, .warning, at: place,
      message: Bilingual(
        zh: "\(end) 之后、\(start) 之前的日子不属于任何年度", en: "the days after \(end) and before \(start) belong to no year"),
      remedy: Bilingual(
        zh: "确实换了起止日期的不必改；否则让两个年度首尾相接",
        en: "Leave it where the bounds did change; otherwise let the two years meet"))
  }
}
