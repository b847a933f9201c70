import Diagnostics
import Foundation
import Loading
import Reading
import Reports
import Scoring
import Texts

/// What a command makes of the day its content stands for.
package enum DayUse: Sendable {
  /// It writes what others keep: a day that the content leaves open is named, or it isn't run.
  case writes
  /// It shows, and takes today where the content leaves the day open.
  case shows
  /// The same, and it may be asked of an earlier day.
  case asks
}

/// The day a run stands for, and where that is from. The one place that asks the clock for it.
package struct StandingDay: Sendable {
  /// What the content is read for where it leaves the day open; `nil` where it names one, or nobody did.
  package let day: Day?
  /// An earlier day that was asked for, of content that names a later one.
  package let earlier: Day?
  /// What to say of a day that came from the clock.
  package let words: Bilingual?
  let clock: SiteClock

  /// `site.yaml` alone: whose language to say it in.
  package var site: SourceTree { clock.site }

  /// Whether the clock has come to another day than the one it gave.
  func isOver(at now: Date) -> Bool { words != nil && clock.day(at: now) != day }
}

/// - Parameters:
///   - asked: `--as-of` of the command line: a day, `today`, or nothing.
///   - now: what the clock says.
/// - Throws: `UsageFailure` for what is no day, and for a day that content which names its own doesn't stand for.
package func standingDay(
  asked: String? = nil, for use: DayUse, project: String, now: Date = Date()
) throws -> StandingDay {
  let clock = SiteClock(project: project)
  let isToday = asked == "today" || asked == nil && use != .writes
  let named = asked == "today" ? nil : try asked.map { try reportDay($0) }
  switch clock.rule {
  case .daily:
    let day = isToday ? clock.day(at: now) : named
    return StandingDay(day: day, earlier: nil, words: isToday ? clock.words(now) : nil, clock: clock)
  case .fixed(let own) where use == .writes:
    guard asked == nil || named == own else { throw UsageFailure.dayIsFixed(own) }
    return StandingDay(day: nil, earlier: nil, words: nil, clock: clock)
  case .fixed, nil:
    let earlier = asked == "today" ? clock.day(at: now) : named
    return StandingDay(day: nil, earlier: earlier, words: nil, clock: clock)
  }
}

extension SiteClock {
  fileprivate func words(_ now: Date) -> Bilingual {
    let (day, zone) = (day(at: now), zone.identifier)
    return isNamed
      ? Bilingual(zh: "统计日：今天 \(day)（\(zone)）", en: "as of today, \(day) (\(zone))")
      : Bilingual(zh: "统计日：今天 \(day)（本机时区 \(zone)）", en: "as of today, \(day) (this machine's zone, \(zone))")
  }
}

extension UsageFailure {
  fileprivate static func dayIsFixed(_ day: Day) -> UsageFailure {
    UsageFailure(
      zh: "内容写明统计日是 \(day)，这里不能另选；要每天不同，在 site.yaml 里写 as_of: 逐日",
      en:
        "the content names its day, \(day), and no other can be chosen; to have one every day write as_of: daily in site.yaml"
    )
  }
}
