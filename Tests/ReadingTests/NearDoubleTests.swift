import Diagnostics
@testable import Reading
import Scoring
import Testing

@Suite("Entered twice")
struct NearDoubleTests {
  private let header = "日期,党员,项目,级别,活动,事由,记录号\n"

  private func told(_ files: [String: String]) throws -> [Diagnostic] {
    var project = try Project.base()
    project.files["content/years/2025/records/b07.csv"] = ""
    for (name, rows) in files { project.files["content/years/2025/records/\(name).csv"] = header + rows }
    return project.read().diagnostics
  }

  @Test("a day entered again in another file is one warning for the two files, with their number and first places")
  func twoFiles() throws {
    let rows = (1...9).map { "2025-03-0\($0),gao-yuan,theme-day,,,甲\($0),\n" }.joined()
    let found = try told(["b07": rows, "c": rows.replacing("甲", with: "乙")])
    #expect(found.map(\.code) == [.nearDouble])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.message.zh.contains("有 9 处") == true)
    #expect(found.first?.message.zh.contains("records/b07.csv:2 与 content/years/2025/records/c.csv:2") == true)
  }

  @Test("one that leaves the activity out is the same thing entered again")
  func activity() throws {
    let found = try told([
      "b07": "2025-03-08,gao-yuan,theme-day,,a25-01,甲,\n2025-03-08,gao-yuan,theme-day,,,甲,\n"
    ])
    #expect(found.map(\.code) == [.nearDouble])
  }

  @Test(
    "what is paid by quantity, of another level or activity, and what both ids tell apart, is two things",
    arguments: [
      "2025-03-08,gao-yuan,lecture,,,甲,\n2025-03-08,gao-yuan,lecture,,,乙,\n",
      "2025-03-08,gao-yuan,award,市,,甲,\n2025-03-08,gao-yuan,award,省,,乙,\n",
      "2025-03-08,gao-yuan,theme-day,,a25-01,甲,\n2025-03-08,gao-yuan,theme-day,,a25-02,乙,\n",
      "2025-03-08,gao-yuan,theme-day,,,甲,r-1\n2025-03-08,gao-yuan,theme-day,,,乙,r-2\n",
      "2025-03-08,gao-yuan,theme-day,,,甲,\n2025-03-08,zhou-jingyi,theme-day,,,乙,\n",
    ])
  func apart(rows: String) throws { #expect(try told(["b07": rows]) == []) }
}
