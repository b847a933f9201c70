import Diagnostics
import Scoring

extension Words {
  /// A year's state with its days.
  package static func state(_ state: YearState) -> Bilingual {
    switch state {
    case .draft: Bilingual(zh: "草稿", en: "draft")
    case .notice(let from, let to): Bilingual(zh: "公示（\(from) 至 \(to)）", en: "public notice (\(from) to \(to))")
    case .final(let signedBy, let on): Bilingual(zh: "定稿（\(signedBy)，\(on)）", en: "final (\(signedBy), \(on))")
    }
  }
}

extension Words {
  /// Which figures of a year these are: `2025 年度，截至 2025-12-11，草稿`.
  package static func stand(of year: YearLedger, asOf day: Day) -> Bilingual {
    let state = state(year.state)
    return Bilingual(
      zh: "\(year.year) 年度，截至 \(day)，\(state.zh)", en: "year \(year.year), as of \(day), \(state.en)")
  }
}

extension YearState {
  /// As data files name it.
  package var key: String {
    switch self {
    case .draft: "draft"
    case .notice: "notice"
    case .final: "final"
    }
  }
}
