@testable import Reading
import Diagnostics
import Testing
import Texts

/// What is settled about a year may be settled after it, never before it began: those points would stand in no total.
@Suite("Days of ratings and evaluations")
struct SettledDayTests {
  private func codes(_ path: String, _ old: String, _ new: String) throws -> [String] {
    var project = try Project.base()
    let text = try #require(project.files[path])
    try #require(text.contains(old))
    project.files[path] = text.replacing(old, with: new)
    return project.read().diagnostics.map(\.code.rawValue)
  }

  @Test("a rating dated before the year began is refused, one after its end is not (S21)")
  func rating() throws {
    let path = "content/years/2025/ratings.csv"
    #expect(try codes(path, "2025-12-05", "2024-11-30") == ["date-outside-year"])
    #expect(try codes(path, "2025-12-05", "2024-12-01") == [])
    #expect(try codes(path, "2025-12-05", "2025-12-12") == ["date-after-report-day"])
  }

  @Test("so is an evaluation (S17)")
  func evaluation() throws {
    let path = "content/years/2025/projects/station-data.yaml"
    #expect(try codes(path, "by: 业务负责人, on: 2025-10-31", "by: 业务负责人, on: 2023-10-31") == ["date-outside-year"])
    #expect(try codes(path, "by: 业务负责人, on: 2025-10-31", "by: 业务负责人, on: 2025-12-10") == [])
  }

  @Test("an evaluation stands after the review, never before or without it (S13)")
  func reviewed() throws {
    let path = "content/years/2025/projects/station-data.yaml"
    // The review was on 2025-10-17.
    #expect(try codes(path, "by: 业务负责人, on: 2025-10-31", "by: 业务负责人, on: 2025-10-16") == ["stage-out-of-order"])
    let stages = """
        - {stage: 成效复盘, on: 2025-10-17, evidence: 复盘纪要}
        - {stage: 综合评价, on: 2025-10-31, evidence: 评价表}

      """
    #expect(try codes(path, stages, "") == ["stage-skipped"])
  }
}
