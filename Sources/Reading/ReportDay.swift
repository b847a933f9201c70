import Diagnostics
import Parsing
import Scoring
import Texts

/// The day a report stands for, and what becomes of what is dated later.
struct ReportDay: Sendable, Equatable {
  let day: Day
  /// Whether the content stands for every day (`as_of: 逐日`): what is dated later then waits, and else it is a mistake.
  let isDaily: Bool

  /// Reports a day that is later, or notes that something waits for it.
  func reach(_ other: Day?, _ findings: MistakeCollector, at place: @autoclosure () -> Place) -> Reach {
    guard let other, other > day else { return .reached }
    guard isDaily else {
      findings.report(.dateAfterReportDay(other, day, at: place()))
      return .mistaken
    }
    findings.wait(at: place())
    return .waiting
  }
}

/// How a day stands to the report's.
enum Reach {
  /// It has come, or nothing can be said.
  case reached
  /// It mustn't stand there, which is reported.
  case mistaken
  /// It is to come: what is dated so is no part of the content yet.
  case waiting
}

/// What `as_of` of a project says.
package enum DayRule: Sendable, Equatable {
  case fixed(Day)
  /// Every day: whoever reads the content says which.
  case daily
}

/// What a project's `site.yaml` says of the site, its day, and by which clock that is told.
package struct SiteHead: Sendable, Equatable {
  package let title: String
  /// `nil` where it can't be read, which is reported when it is read with all the others.
  package let rule: DayRule?
  /// The name of a time zone, as `Asia/Shanghai`, with its place; `nil` for the machine's own.
  package let zone: String?
  package let zonePlace: Place
}

/// Read ahead of everything: the shell asks the clock before a stage needs the day.
/// - Parameter file: the number of site.yaml in its tree.
package func siteHead(site bytes: [UInt8], file: Int32 = 0) -> SiteHead? {
  let path = "content/site.yaml"
  let findings = MistakeCollector(tree: SourceTree(files: [SourceFile(path: path, bytes: bytes)]))
  guard let table = InputFile(index: 0, path: path, bytes: bytes, captures: []).yaml(findings) else { return nil }
  let (zone, place) = (table.value(ifAny: "time_zone"), table.place(of: "time_zone"))
  return SiteHead(
    title: table.value(ifAny: "title").map { $0.isScalar ? $0.text() : "" } ?? "",
    rule: table.value(ifAny: "as_of").flatMap(dayRule), zone: zone?.text(),
    zonePlace: Place(file: file, line: place.line, column: place.column))
}

/// A day, or 逐日.
func dayRule(_ value: YAMLValue) -> DayRule? {
  value.isScalar && ["逐日", "daily"].contains(value.text().lowercased())
    ? .daily : value.day().map { .fixed($0) }
}

package func siteHead(of tree: SourceTree) -> SiteHead? {
  tree.index(of: "content/site.yaml").flatMap { siteHead(site: tree.files[Int($0)].bytes, file: $0) }
}

extension Draft {
  /// The day the report stands for: the content's own, or the one it was read for.
  func reportDay(_ table: YAMLTable) -> ReportDay? {
    guard let value = table.value("as_of") else { return nil }
    switch dayRule(value) {
    case .fixed(let day): return ReportDay(day: day, isDaily: false)
    case .daily:
      if let wantedDay { return ReportDay(day: wantedDay, isDaily: true) }
      findings.report(.dayNotNamed(at: value.place))
      return nil
    case nil: return nil
    }
  }
}
