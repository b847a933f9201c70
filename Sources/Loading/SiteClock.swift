import Diagnostics
import Disk
import Foundation
import Reading
import Scoring
import Texts

/// The clock that tells a project's day: of the time zone that its `site.yaml` names, else of the machine's.
package struct SiteClock: Sendable {
  /// What `as_of` says; `nil` where nobody can tell, which is reported when all is read.
  package let rule: DayRule?
  package let zone: TimeZone
  /// Whether the content names the zone.
  package let isNamed: Bool
  /// `site.yaml` alone: whose language the project speaks.
  package let site: SourceTree

  /// - Parameter site: the bytes of `site.yaml`.
  package init(site bytes: [UInt8]) {
    let head = siteHead(site: bytes)
    let zone = head?.zone.flatMap { TimeZone(identifier: $0) }
    rule = head?.rule
    self.zone = zone ?? .current
    isNamed = zone != nil
    site = SourceTree(files: [SourceFile(path: "content/site.yaml", bytes: bytes)])
  }

  /// Of a project's folder, whatever else is wrong with it.
  package init(project: String) {
    let bytes = try? siteText(Descriptor(folder: project, path: project))
    self.init(site: decode(bytes ?? [], allowsGB18030: false).bytes)
  }

  /// The day at a moment, where the clock hangs.
  package func day(at moment: Date) -> Day {
    let parts = hands(at: moment)
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let today = Day(year: year, month: month, day: day)
    else { preconditionFailure("the machine's clock shows no day") }
    return today
  }

  /// `2025-04-03 09:05`
  package func minute(at moment: Date) -> String {
    let parts = hands(at: moment)
    let clock = [parts.hour, parts.minute].map { ($0 ?? 0) < 10 ? "0\($0 ?? 0)" : "\($0 ?? 0)" }
    return "\(day(at: moment)) \(clock.joined(separator: ":"))"
  }

  private func hands(at moment: Date) -> DateComponents {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return calendar.dateComponents([.year, .month, .day, .hour, .minute], from: moment)
  }
}

/// A zone that the machine doesn't know.
func zoneMistakes(of tree: SourceTree) -> [Diagnostic] {
  guard let head = siteHead(of: tree), let zone = head.zone, TimeZone(identifier: zone) == nil else { return [] }
  return [.unknownTimeZone(zone, at: head.zonePlace)]
}

extension Diagnostic {
  fileprivate static func unknownTimeZone(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownTimeZone, at: place,
      message: Bilingual(zh: "没有叫“\(name)”的时区", en: "there is no time zone “\(name)”"),
      remedy: Bilingual(
        zh: "写“洲/城市”，如 Asia/Shanghai；不写就用本机的时区",
        en: "Write continent/city, such as Asia/Shanghai; without it the machine's own zone counts"))
  }
}
