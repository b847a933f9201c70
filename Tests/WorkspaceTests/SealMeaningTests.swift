import Diagnostics
import Foundation
import Testing

@testable import Workspace

@Suite("A seal holds what was said, not how it was written")
struct SealMeaningTests {
  private let rulebook = "content/years/2025/rulebook.yaml"
  private let seal = "content/years/2025/seals/2025-03"

  private func sealed() throws -> TemporaryFolder {
    let folder = try SmallProject.folder()
    _ = try sealPeriod("2025-03", project: folder.path)
    return folder
  }

  private func found(_ folder: TemporaryFolder) throws -> [Diagnostic] {
    try scoreProject(folder.path, asOf: nil).2.filter { $0.code != .painPointMissing }
  }

  private func windows(_ text: String) -> String { "\u{FEFF}" + text.replacing("\n", with: "\r\n") }

  @Test("the rulebook saved by Notepad, with a comment, other quotes and other order of keys is the same rulebook")
  func rules() throws {
    let folder = try sealed()
    let text = try folder.text(rulebook)
    try folder.write(rulebook, windows(text))
    #expect(try found(folder).isEmpty)
    try folder.write(
      rulebook,
      "# 2025年3月核对\n"
        + text.replacing("key: theme-day, name: 主题党日", with: "name: \"主题党日\", key: theme-day").replacing(
          "points: 1,", with: "points: 1.00,"))
    #expect(try found(folder).isEmpty)
    // Said outright, a default is what it was.
    try folder.write(rulebook, text + "ranking: {published: 20}\n")
    #expect(try found(folder).isEmpty)
    try folder.write(rulebook, text + "ranking: {published: 10}\n")
    #expect(try found(folder).map(\.code) == [.sealBroken])
  }

  @Test("the seal's own table may be saved by a spreadsheet, sorted anew; a figure in it may not change")
  func table() throws {
    let folder = try sealed()
    let lines = try folder.text(seal + ".csv").split(separator: "\n").map(String.init)
    try folder.write(
      seal + ".csv", windows(([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"))
    #expect(try found(folder).isEmpty)
    try folder.write(
      seal + ".csv", lines.joined(separator: "\n").replacing("2025-03-11", with: "\"2025/3/11\"") + "\n")
    #expect(try found(folder).isEmpty)
    try folder.write(seal + ".csv", lines.joined(separator: "\n").replacing(",3.00,", with: ",3.01,") + "\n")
    #expect(try found(folder).map(\.code) == [.sealBroken])
  }

  @Test(
    "the head's sums are what the entries come to: a figure altered there is told at the head",
    arguments: ["entries: ", "points: ", "capped: "])
  func sums(of key: String) throws {
    let folder = try sealed()
    let lines = try folder.text(seal + ".yaml").split(separator: "\n").map(String.init)
    try #require(lines.contains { $0.hasPrefix(key) })
    try folder.write(
      seal + ".yaml", lines.map { $0.hasPrefix(key) ? key + "999" : $0 }.joined(separator: "\n") + "\n")
    let errors = try found(folder)
    #expect(errors.map(\.code) == [.sealBroken])
    #expect(errors.first?.message.zh == "2025-03 的封账文件被改动过")
  }

  @Test("slips of the pen mended in reasons are told once, as reasons, without figures that don't differ")
  func reasons() throws {
    let folder = try sealed()
    let records = "content/years/2025/records/b01.csv"
    let text = try folder.text(records)
    try folder.write(records, text.replacing("三月党日", with: "三月主题党日").replacing("讲课", with: "授课"))
    let errors = try found(folder)
    #expect(errors.map(\.code) == [.sealBroken])
    let message = try #require(errors.first?.message.zh)
    #expect(message.contains("2 条记录的事由却改了，得分没有变"))
    #expect(message.contains("records/b01.csv:4、records/b01.csv:5"))
    #expect(!message.contains("3.00"))
  }

  /// What version 0.4.0 wrote for this project: it rounded every award to hundredths, and kept the rulebook's bytes.
  private func formerlySealed() throws -> TemporaryFolder {
    let folder = try SmallProject.folder()
    let rules = try folder.text(rulebook)
    try folder.write(rulebook, rules.replacing("per: 2,", with: "per: 0.25,"))
    let records = try folder.text("content/years/2025/records/b01.csv")
    try folder.write("content/years/2025/records/b01.csv", records + "2025-03-12,li-na,lecture,0.5,短课\n")
    try folder.write(
      "content/years/2025/claims.csv", "activity,branch,on,share\na1,b01,2025-01-06,1\na1,b02,2025-01-06,2\n")
    try folder.write(
      seal + ".csv",
      """
      类,日期,对象,项目,得分,封顶未计,来源,摘要
      record,2025-03-10,wang-wei,theme-day,0.00,1.00,records/b01.csv:4,7042f2abec9748a4fe171334ca81cf18
      record,2025-03-11,wang-wei,lecture,0.38,0.00,records/b01.csv:5,5626f6c32998a2bb2a1e23267f5f3fe9
      claim,2025-03-12,b01,a1,1.33,0.00,claims.csv:2,15986bc9137a77fdc74557566552177c
      claim,2025-03-12,b02,a1,2.67,0.00,claims.csv:3,0d7cb4c68e478b71659911787f19c093
      record,2025-03-12,li-na,lecture,0.13,0.00,records/b01.csv:7,e270609386633673a7312726cdccf1c7

      """)
    try folder.write(
      seal + ".yaml",
      """
      # 封账：由 dualpoints seal 写成，不要手改；改动封账记录请另记更正或补录。
      period: {from: 2025-03-01, to: 2025-03-31}
      sealed_as_of: 2025-11-30
      entries: 5
      points: "4.51"
      capped: "1.00"
      rulebook_sha256: 092792bcfbc4c7b898e31aea4bad95af3e69b5901ef91b23c67d761f3b9dc647
      entries_sha256: 3b35c28f1d2d1f7c8ed4d46643081a2649e31683c10eaf5e33cf16e2313fa769

      """)
    return folder
  }

  @Test("a sealed figure that the program moved is a warning with both figures and the reason, and bars nobody")
  func moved() throws {
    let folder = try formerlySealed()
    let warnings = try found(folder)
    #expect(warnings.map(\.code) == [DiagnosticCode](repeating: .sealedFigureMoved, count: 4))
    #expect(warnings.allSatisfy { $0.severity == .warning })
    let texts = warnings.map(\.message.zh)
    // 1.5 × 0.25, 0.5 × 0.25, and 4 points for shares of one and two.
    for figures in [
      "当时 0.38 分，现在 0.375 分", "当时 0.13 分，现在 0.125 分", "当时 1.33 分，现在 1.333333 分", "当时 2.67 分，现在 2.666667 分",
    ] {
      #expect(texts.contains { $0.contains(figures) && $0.contains("0.5.0 起") }, "\(texts)")
    }
    _ = try PublishedProject.build(folder)
  }

  @Test("such a seal still tells a change of the content from one of the program, and forgives line ends alone")
  func former() throws {
    let folder = try formerlySealed()
    let rules = try folder.text(rulebook)
    try folder.write(rulebook, windows(rules))
    #expect(try found(folder).allSatisfy { $0.code == .sealedFigureMoved })
    try folder.write(rulebook, rules.replacing("per: 0.25,", with: "per: 0.5,"))
    #expect(try found(folder).map(\.code) == [.sealBroken])
    try folder.write(rulebook, rules)
    try folder.write(
      "content/years/2025/claims.csv", "activity,branch,on,share\na1,b01,2025-01-06,1\na1,b02,2025-01-06,1\n")
    let errors = try found(folder).filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.sealBroken, .sealBroken])
  }

  @Test("a seal says which version wrote it, and a later entry that moves a cap is still no change")
  func version() throws {
    let folder = try sealed()
    #expect(try folder.text(seal + ".yaml").contains("\nwritten_by: \(programVersion)\n"))
    let records = "content/years/2025/records/b01.csv"
    // Unsealed January: one record less, and March's third theme day isn't cut any more.
    let text = try folder.text(records)
    try folder.write(records, text.replacing("2025-01-10,wang-wei,theme-day,,一月党日\n", with: ""))
    #expect(try found(folder).isEmpty)
  }
}
