import Scoring

/// The day on which an objection to a record was found to be right.
func objectionAnswered(_ year: Int) -> Day { day(year, 12, year == 2024 ? 18 : 10) }

extension CompanyYear {
  /// What was objected during the public notice: a record that was one hour too long, a shift that nobody signed for,
  /// and in the year still on notice one that waits for its finding.
  func objectionsText(_ company: Company) -> String {
    let short = year % 100
    guard let wrong = records.first(where: { $0.id.hasPrefix("r\(short)-") && hasLateCorrection($0.id) }) else {
      return ""
    }
    let notice = year == 2024 ? 9 : 8
    let duty = standard.place("site-duty")
    let others = company.people.indices.filter { company.people[$0].stay(on: samplePeriod(year).last)?.branch == 13 }
    let guardian =
      others.first { person in records.contains { $0.person == person && $0.item == duty } } ?? wrong.person
    var text = """
      - id: o\(short)-01
        kind: 错记
        member: \(company.people[wrong.person].key)
        record: \(wrong.id)
        raised_by: 同支部党员
        raised_on: \(day(year, 12, notice + 1))
        text: 这次集中学习签到表上是2学时，账上记了3学时。
        finding: {outcome: 成立, by: 党委组织组, on: \(objectionAnswered(year)), text: 核对签到表属实，已记更正减1学时。}
      - id: o\(short)-02
        kind: 漏记
        member: \(company.people[guardian].key)
        raised_by: 本人
        raised_on: \(day(year, 12, notice))
        text: 8月有一次站房值守没有入账。
        finding: {outcome: 不成立, by: 党委组织组, on: \(day(year, 12, notice + 1)), text: 值班表上当天由他人顶班，顶班人已入账。}

      """
    if year == 2025 {
      text += """
        - id: o\(short)-03
          kind: 漏记
          branch: b04
          raised_by: 电子研发支部
          raised_on: \(day(year, 12, 10))
          text: 与兄弟支部共同认领的一项活动，份额请按认领表再核对。

        """
    }
    return text
  }

  private func hasLateCorrection(_ id: String) -> Bool { records.contains { $0.corrects == id && $0.entered != nil } }
}
