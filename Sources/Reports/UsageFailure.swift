import Diagnostics
import Scoring
import Texts

/// An argument that can't be meant (exit code 64).
package struct UsageFailure: Error {
  package let message: Bilingual

  package init(zh: String, en: String) { message = Bilingual(zh: zh, en: en) }

  package static func dayAfterReport(_ day: Day, _ last: Day) -> UsageFailure {
    UsageFailure(
      zh: "--as-of \(day) 晚于内容的报告日 \(last)（site.yaml 的 as_of）",
      en: "--as-of \(day) is later than the day the content stands for, \(last) (as_of in site.yaml)")
  }

  package static func unknownYear(_ year: Int, _ known: [Int]) -> UsageFailure {
    let list = known.map(String.init).joined(separator: ", ")
    return UsageFailure(zh: "没有 \(year) 年；已有：\(list)", en: "there is no year \(year); there are: \(list)")
  }

  /// More that are equally near say nothing.
  private static let mostNear = 8

  /// - Parameter near: everybody whose key or name is nearest, described.
  static func unknownSubject(_ name: String, near: [Bilingual]) -> UsageFailure {
    let isWorthSaying = (1...mostNear).contains(near.count)
    return UsageFailure(
      zh: "没有叫“\(name)”的党员或支部" + (isWorthSaying ? "；是不是 \(near.map(\.zh).joined(separator: "、"))？" : ""),
      en: "no member or branch is called “\(name)”"
        + (isWorthSaying ? "; did you mean \(near.map(\.en).joined(separator: " or "))?" : ""))
  }

  static func ambiguousSubject(_ name: String, _ subjects: [Bilingual]) -> UsageFailure {
    UsageFailure(
      zh: "“\(name)”不止一个，请用编号：\(subjects.map(\.zh).joined(separator: "、"))",
      en: "there is more than one “\(name)”; use the key: \(subjects.map(\.en).joined(separator: ", "))")
  }
}

/// `2025-03-08` or `2025/3/8` on the command line.
package func reportDay(_ text: String, option: String = "--as-of") throws -> Day {
  let parts = text.replacingBytes("/", with: "-").parts(at: "-", keepingEmpty: true)
  let numbers = parts.compactMap { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil }
  guard parts.count == 3, numbers.count == 3, parts[0].count == 4,
    let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
  else {
    throw UsageFailure(
      zh: "\(option) \(text) 不是日期，例如 2025-06-30", en: "\(option) \(text) is not a day such as 2025-06-30")
  }
  return day
}

extension Ledger {
  package func standing(for day: Day) -> Ledger {
    Ledger(asOf: day, roster: roster, pathways: pathways, works: works, notes: notes, years: years)
  }

  /// The year meant: the one named, or the one that pages speak of.
  package func yearReference(_ year: Int?) throws -> Ref<YearLedger> {
    if let year {
      guard let index = years.firstIndex(where: { $0.year == year }) else {
        throw UsageFailure.unknownYear(year, years.map(\.year))
      }
      return Ref(index)
    }
    return currentYear
  }
}
