import Foundation
import Testing

@testable import Workspace
import Diagnostics

@Suite("The program on a project full of mistakes")
struct HostileProjectTests {
  private func project(_ changes: [String: String]) throws -> TemporaryFolder {
    let (folder, _) = try MistakeExample(.unusedTemplate).write()
    try FileManager.default.removeItem(atPath: folder.path + "/templates")
    for (path, text) in changes { try folder.write(path, text) }
    return folder
  }

  private func build(_ folder: TemporaryFolder) throws -> Program.Outcome {
    try Program.run(["build", "--project", folder.path], locale: "en_US.UTF-8")
  }

  @Test("all mistakes of all stages come in one run, sorted by file and line, and nothing is written")
  func everything() throws {
    let folder = try project([
      "content/about.md": "---\ntitle: 关于\n---\n\n<b>粗</b>\n\n[走](../../etc/passwd)\n\n[跑](javascript:alert)\n",
      "content/brand.yaml":
        "brand: {name: 红色传感, since: 2014, why: 传感, whi: 重复}\npathways: [{id: p1, name: 一, summary: 一}, {id: p5, name: 五, summary: 五}]\n",
      "content/years/2025/ratings.csv": "支部,项目,分数,日期\nb77,meetings,4.5,2025-12-05\nb07,meetings,9,2025-13-05\n",
      "content/years/2025/records/b07.csv": "日期,党员,项目,事由\n2025-03-08,zhou,theme-day,x\n2025-03-08,gao-yuan\n",
      "templates/about.mustache": "<p>{{pageTitel}}</p>",
    ])
    let outcome = try build(folder)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    let lines = outcome.errors.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let found = lines.compactMap { $0.firstMatch(of: /^error\[([a-z-]+)\]/).map { String($0.1) } }
    #expect(
      found == [
        "raw-html", "unsafe-path", "unsafe-link", "unknown-key", "unknown-branch",
        "malformed-date", "unknown-member", "ragged-row", "unknown-name",
      ])
    let places = lines.filter { $0.hasPrefix("--> ") }.map { $0.split(separator: ":") }
    let paths = places.map { String($0[0]) }
    #expect(paths == paths.sorted())
    #expect(!folder.exists("public"))
  }

  @Test(
    "a text of 100 000 openings ends in a diagnostic, not in a crash",
    arguments: ["> ", "[", "- ", "![", "1. "])
  func nesting(opening: String) throws {
    let text = "---\ntitle: 关于\n---\n\n" + String(repeating: opening, count: 100_000) + "x\n"
    let outcome = try build(try project(["content/about.md": text]))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error[nesting-too-deep]"))
  }

  @Test("numbers of telephones in every row are counted, not all printed")
  func manyNumbers() throws {
    // 138 0000 0000 and so on: 300 rows.
    let rows = (0..<300).map { "2025-03-08,zhou-jingyi,theme-day,电话\(13_800_000_000 + $0)\n" }.joined()
    let outcome = try build(try project(["content/years/2025/records/b07.csv": "日期,党员,项目,事由\n" + rows]))
    #expect(outcome.status == 1)
    #expect(outcome.errors.components(separatedBy: "error[personal-identifier]").count == 201)
    #expect(outcome.errors.contains("100 more errors in content/years/2025/records/b07.csv, not shown"))
  }

  @Test("of a table wrong in every row the first 200 are shown, and how many more there are")
  func manyRows() throws {
    let rows = String(repeating: "2025-02-30,zhou-jingyi,theme-day,x\n", count: 5_000)
    let outcome = try build(try project(["content/years/2025/records/b07.csv": "日期,党员,项目,事由\n" + rows]))
    #expect(outcome.status == 1)
    #expect(outcome.errors.components(separatedBy: "error[malformed-date]").count == 201)
    #expect(outcome.errors.contains("4800 more errors in content/years/2025/records/b07.csv, not shown"))
    #expect(outcome.errors.contains("\n5000 errors\n"))
  }
}
