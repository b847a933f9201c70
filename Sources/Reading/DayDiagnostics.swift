import Diagnostics
import Scoring
import Texts

extension Diagnostic {
  static func dateOutsideYear(_ day: String, _ period: Period, at place: Place) -> Diagnostic {
    Diagnostic(
      .dateOutsideYear, at: place,
      message: Bilingual(
        zh: "\(day) 不在这一年度的 \(period.first) 至 \(period.last) 之内",
        en: "\(day) lies outside the year's period, \(period.first) to \(period.last)"),
      remedy: Bilingual(zh: "改正日期，或移到所属年度的文件夹", en: "Correct the date, or move it to its year's folder"))
  }

  static func dateAfterReportDay(_ day: Day, _ asOf: Day, at place: Place) -> Diagnostic {
    eventAfterReportDay("\(day)", asOf, at: place)
  }

  /// - Parameter on: a year, a month or a day as written.
  static func eventAfterReportDay(_ on: String, _ asOf: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .dateAfterReportDay, at: place,
      message: Bilingual(zh: "\(on) 晚于统计日 \(asOf)", en: "\(on) is later than the day of the report, \(asOf)"),
      remedy: Bilingual(
        zh: "改正日期，或在 content/site.yaml 里把 as_of 往后移", en: "Correct the date, or move as_of in content/site.yaml"))
  }
}
