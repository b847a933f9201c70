import Diagnostics
import Foundation
import Tables
import Testing

@testable import Reports
@testable import Workspace

@Suite("Exact figures, from the content to what is read")
struct ExactFiguresEndToEndTests {
  private let rulebook = """
    title: 标准
    members:
      base_total: 60
      items:
        - {key: talk, name: 主讲, kind: 自选, per: 0.5, unit: 学时}
        - {key: award, name: 获奖, kind: 自选, levels: {公司: 2, 省: 6}}
        - {key: duty, name: 值班, kind: 规定, per: 0.25, unit: 次}
        - {key: task, name: 项目任务, kind: 自选, form: project}
    branches:
      items:
        - {key: meetings, name: 三会, kind: 规定, max: 5}

    """

  /// The small project with that rulebook, these records, and whatever else stands in `others`.
  private func project(_ records: String, _ others: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try SmallProject.folder()
    try folder.write("content/years/2025/rulebook.yaml", rulebook)
    try folder.write(
      "content/years/2025/records/b01.csv", "date,member,item,quantity,level,activity,note,id,corrects\n" + records)
    for (path, text) in others { try folder.write("content/years/2025/" + path, text) }
    return folder
  }

  private func explained(_ name: String, _ folder: TemporaryFolder) throws -> String {
    let (scored, tree, found) = try scoreProject(folder.path, asOf: nil)
    let report = DiagnosticFormatter(tree: tree, language: .english).report(found)
    return try explain(name, year: nil, in: try #require(scored, "\(report)")).render(as: .table, in: .chinese)
  }

  private let talks = """
    2025-03-01,wang-wei,talk,0.25,,,一,,
    2025-03-02,wang-wei,talk,0.25,,,二,,
    2025-03-03,wang-wei,talk,0.25,,,三,,
    2025-03-04,li-na,talk,0.76,,,四,,

    """

  @Test("three times 0.125 stands behind 0.38, and the account shows what it is made of")
  func hundredths() throws {
    let folder = try project(talks)
    let text = try explained("wang-wei", folder)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    for running in ["0.125", "0.25", "0.375"] {
      #expect(lines.contains { $0.dropFirst().starts(with: ["0.125", running]) })
    }
    #expect(text.contains("合计 0.375（规定 0.00，自选 0.375；封顶未计 0.00），第 2 名"))
    let site = try PublishedProject.build(folder)
    let file = { (path: String) in String(decoding: site[path] ?? Data(), as: UTF8.self).asWritten }
    let board = file("2025/standings/index.csv")
    #expect(board.contains("1,,li-na,李娜,光谱,0.00,0.38,0.38,0.00"))
    #expect(board.contains("2,,wang-wei,王伟,光谱,0.00,0.38,0.38,0.00"))
    #expect(
      file("2025/members/wang-wei.json").contains(
        "\"optional\": 0.125, \"capped\": null, \"capped_deductions\": null, \"running\": 0.375"))
    #expect(file("2025/members/wang-wei.html").contains("0.375"))
  }

  @Test("parts that wouldn't add up to their total get another decimal, on the board as well")
  func parts() throws {
    // 0.25 × 0.5 base and 0.5 × 0.25 optional: 0.13 + 0.13 isn't 0.25.
    let folder = try project(
      "2025-03-01,wang-wei,talk,0.25,,,一,,\n2025-03-02,wang-wei,duty,0.5,,,二,,\n2025-03-02,li-na,duty,0.5,,,三,,\n")
    let site = try PublishedProject.build(folder)
    let board = String(decoding: try #require(site["2025/standings/index.csv"]), as: UTF8.self)
    #expect(board.contains("1,,wang-wei,王伟,光谱,0.125,0.125,0.25,0.00"))
    #expect(board.contains("2,,li-na,李娜,光谱,0.13,0.00,0.13,0.00"))
  }

  @Test("two halves of a correction leave nothing")
  func correction() throws {
    let folder = try project(
      """
      2025-03-01,wang-wei,award,,省,,一,r1,
      2025-03-05,wang-wei,award,-0.5,省,,二,,r1
      2025-03-06,wang-wei,award,-0.5,,,三,,r1

      """)
    let text = try explained("wang-wei", folder)
    #expect(text.contains("合计 0.00（规定 0.00，自选 0.00；封顶未计 0.00）"))
    #expect(text.contains("-3.00"))
  }

  @Test("below zero, pages have a minus and tables, JSON and the search index a hyphen")
  func minus() throws {
    let folder = try project(
      """
      2025-03-01,wang-wei,award,,省,,一,r1,
      2025-03-05,wang-wei,award,-0.5,省,,二,,r1
      2025-03-06,li-na,talk,2,,,三,t1,
      2025-03-07,li-na,talk,-1,,,四,,t1

      """)
    let site = try PublishedProject.build(folder)
    let page = String(decoding: try #require(site["2025/members/wang-wei.html"]), as: UTF8.self)
    #expect(page.contains(">−3.00<") && !page.contains(">-3.00<"))
    let words = String(decoding: try #require(site["2025/members/li-na.html"]), as: UTF8.self).asWritten
    #expect(words.contains("−1学时×0.50") && !words.contains("-1学时"))
    let csv = String(decoding: try #require(site["2025/members/li-na.csv"]), as: UTF8.self)
    #expect(csv.contains("-1学时×0.50") && csv.contains("-0.50"))
    let data = site.filter { ["csv", "json", "js", "xml"].contains($0.key.split(separator: ".").last) }
    let withMinus = data.filter { String(decoding: $0.value, as: UTF8.self).contains("−") }
    #expect(withMinus.keys.sorted() == ["scripts/tables.js"])
  }

  @Test("100 minutes are 1.67 hours for the member and for the company")
  func hours() throws {
    let folder = try project("", ["welfare/none.csv": "date,member,minutes,note\n2025-03-01,wang-wei,100,清河\n"])
    let site = try PublishedProject.build(folder)
    let file = { (path: String) in String(decoding: site[path] ?? Data(), as: UTF8.self).asWritten }
    #expect(file("2025/welfare.html").contains("合计1.67小时"))
    #expect(file("2025/members/wang-wei.html").contains("公益1.67小时"))
  }

  @Test("a record that names an activity is evidence of the activity's work")
  func evidence() throws {
    let folder = try project(
      "2025-03-12,wang-wei,talk,1,,a1,讲水质,,\n",
      ["welfare/none.csv": "date,member,minutes,activity,note\n2025-03-12,wang-wei,60,a1,采样\n"])
    let site = try PublishedProject.build(folder)
    // The record, the welfare entry and the activity.
    #expect(String(decoding: try #require(site["works/w101.html"]), as: UTF8.self).contains("合计3件"))
  }

  @Test("what was vouched for and decided under the year's own rules says nothing against a trial of others")
  func trial() throws {
    let decisions = """
      winners: [{member: wang-wei, signed_by: 党委, on: 2025-11-30}]
      qualifications: [{member: li-na, qualified: 否, signed_by: 党委, on: 2025-11-30, note: 本人申请不参加}]

      """
    let folder = try project(
      talks,
      ["assertions.yaml": "- {member: wang-wei, on: 2025-11-30, total: \"0.38\"}\n", "decisions.yaml": decisions])
    // Talks cost what they gave: nobody has a point above zero, nobody qualifies, no total is what it was.
    try folder.write("draft.yaml", rulebook.replacing("per: 0.5", with: "per: -0.5"))
    let (report, _, found) = try simulate(
      rulebook: "\(folder.path)/draft.yaml", year: nil, project: folder.path, showsAll: false)
    let text = report?.render(as: .csv, in: .chinese)
    #expect(found.map(\.code.rawValue) == [])
    // 0.38 - 0.75 isn't -0.38: three decimals for the one, two for the other.
    #expect(text?.contains("0.375,-0.375,-0.75,主讲 -0.75") == true, "\(text ?? "")")
    #expect(text?.contains("0.38,-0.38,-0.76,主讲 -0.76") == true, "\(text ?? "")")
  }
}
