import Diagnostics
import Foundation
import Testing

@testable import Workspace

/// What the small project's honor roll and poster say, as HTML. 王伟 has 2 base points (a third theme day is capped) and 3
/// for a lecture; 李娜 of b01 has 1; 李娜 of b02 has none and so doesn't qualify.
@Suite("The honor roll says what the ledger and the decisions say, and nothing else")
struct HonorRollTests {
  private func folder(decisions: String = "", year: String? = nil) throws -> TemporaryFolder {
    let folder = try SmallProject.folder()
    try folder.write(
      "content/years/2025/welfare/none.csv",
      "date,member,minutes,note\n2025-03-12,wang-wei,630,河道监测\n2025-03-12,li-na,599,河道监测\n")
    if !decisions.isEmpty { try folder.write("content/years/2025/decisions.yaml", decisions) }
    if let year { try folder.write("content/years/2025/year.yaml", year) }
    return folder
  }

  private func html(
    _ folder: TemporaryFolder, _ print: (PrintOrder) throws -> PrintReport = printHonorRoll
  ) throws -> String {
    let order = PrintOrder(
      project: folder.path, year: 2025, profile: .intranet, output: "\(folder.path)/roll.html", isHTML: true)
    let report = try print(order)
    try #require(report.printed != nil, "\(report.diagnostics.map(\.message.zh))")
    return try folder.text("roll.html").asWritten
  }

  @Test("a draft says so plainly on roll and poster, and names no winner")
  func draft() throws {
    let folder = try folder()
    for page in [try html(folder), try html(folder, printPoster)] {
      #expect(page.contains("草　稿"))
      #expect(page.contains("结果还没有登记"))
      #expect(!page.contains("class=\"winner\"") && !page.contains("class=\"heroes\""))
    }
  }

  @Test("a public notice is stamped 公示稿 and not 草稿")
  func notice() throws {
    let state = "period: {from: 2024-12-01, to: 2025-11-30}\nstate: 公示\nnotice: {from: 2025-11-24, to: 2025-12-05}\n"
    let page = try html(folder(year: state))
    #expect(page.contains("<p class=\"stamp\">公示稿</p>"))
    #expect(!page.contains("草　稿"))
  }

  @Test("a winner's citation is her ledger: what she chose before what she owed, summed, capped postings not counted")
  func citation() throws {
    let page = try html(
      folder(decisions: "winners:\n  - {member: wang-wei, signed_by: 甲公司党委, on: 2025-11-30, note: PK第一}\n"))
    #expect(page.contains("<h3 class=\"size-1\">王伟</h3>"))
    let deeds = page.matches(
      of:
        /<td class="fig">([^<]*)<\/td><td class="kind">([^<]*)<\/td><td class="deed">([^<]*)<\/td><td class="src">([^<]*)</
    )
    #expect(deeds.map { "\($0.1) \($0.2) \($0.3)" } == ["3.00 主讲 讲课", "2.00 主题党日 一月党日等2次"])
    #expect(deeds.allSatisfy { $0.4.wholeMatch(of: /.+第\d+行/) != nil })
    // A section is a page: the contents' number is the section her half page stands in.
    let sections = page.components(separatedBy: "<section class=\"sheet leaf")
    let number = try #require(
      page.firstMatch(of: /<span class="person c1"><span class="pg">(\d+)<\/span><span class="nm">王伟</)
    ).output.1
    #expect(sections[try #require(Int(number))].contains("id=\"wang-wei\""))
    // The margins name what the page has on it.
    let notes = try #require(sections.first { $0.contains("说明与来源</h2>") })
    #expect(notes.contains("data-sheet=\"index-notes\"") == notes.contains("人名索引</h2>"))
    #expect(page.contains("优秀党员由甲公司党委2025-11-30决定，程序不推算、不增减；登记在年度的决定里，第2行。"))
  }

  @Test("a sentence of deed with a decision stands among the honors and in the roll, before what the ledger says")
  func deed() throws {
    let folder = try folder(
      decisions: """
        winners:
          - {member: wang-wei, signed_by: 甲公司党委, on: 2025-11-30, note: PK第一, deed: 三条河都走到了。}
        excellent_branches:
          - {branch: b01, signed_by: 甲公司党委, on: 2025-11-30, deed: 一年没有一次缺席。}

        """)
    let roll = try html(folder)
    let told = try #require(roll.range(of: "<p class=\"told\">三条河都走到了。</p>"))
    #expect(roll[told.upperBound...].contains("讲课"), "the ledger's own words follow")
    #expect(roll.contains("<p class=\"told\">一年没有一次缺席。</p>"))
    let honors = try #require(PublishedProject.build(folder)["2025/honors.html"])
    let page = String(decoding: honors, as: UTF8.self).asWritten
    for deed in ["三条河都走到了。", "一年没有一次缺席。"] { #expect(page.contains("<p class=\"deed\">\(deed)<")) }
    #expect(!page.contains("<p class=\"deed\">PK第一</p>"), "a note is none")
  }

  @Test("an override is printed as the committee's decision, with its reason and where it stands")
  func override() throws {
    let decision =
      "qualifications:\n  - {member: li-na-2, qualified: 是, signed_by: 甲公司党委, on: 2025-11-30, note: 驻外半年}\n"
    let roll = try html(folder(decisions: decision))
    #expect(roll.contains("具备PK资格，与积分推算的不同；积分与名次不变，其他人的资格不受影响。理由：驻外半年（甲公司党委，2025-11-30，决定第2行）。"))
    #expect(roll.contains("<b class=\"gold\">党委决定</b>"))
    let poster = try html(folder(decisions: decision), printPoster)
    #expect(poster.contains("<span class=\"n2\">李</span>娜</span><sup>决</sup>"))
    #expect(poster.contains("驻外半年（甲公司党委，2025-11-30）"))
    let prints: [(PrintOrder) throws -> PrintReport] = [
      { try printStandings($0, branch: nil) }, { try printStandings($0, branch: "b02") },
      { try printBranchReport($0, branch: "b02") }, { try printLedger($0, member: "li-na-2", branch: nil) },
    ]
    for print in prints {
      let page = try html(folder(decisions: decision), print)
      #expect(page.contains("具备PK资格，与积分推算的不同；积分与名次不变。理由：驻外半年（甲公司党委，2025-11-30，决定第2行）"))
    }
    // Nobody of the other branch was decided on.
    #expect(try !html(folder(decisions: decision)) { try printStandings($0, branch: "b01") }.contains("驻外半年"))
    #expect(try !html(folder(decisions: decision)) { try printBranchReport($0, branch: "b01") }.contains("驻外半年"))
  }

  @Test("an override without a reason is refused")
  func reason() throws {
    let folder = try folder(
      decisions: "qualifications:\n  - {member: li-na-2, qualified: 是, signed_by: 甲公司党委, on: 2025-11-30}\n")
    let errors = try scoreProject(folder.path, asOf: nil).2.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.overrideWithoutReason])
  }

  @Test("ten hours make a welfare star, a minute less doesn't; the rule stands beside the names")
  func stars() throws {
    let page = try html(folder())
    let stars = try #require(page.components(separatedBy: "data-sheet=\"stars\"").last)
    #expect(stars.contains("全年公益满10.00小时"))
    let lines = try #require(stars.firstMatch(of: /<div class="starlines">(.*?)<\/div>/)).output.1
    // From above down, a character each.
    #expect(lines.contains(">王<") && lines.contains(">伟<") && lines.contains(">10.50<"))
    #expect(!lines.contains(">李<"))
  }

  @Test("the committee's message is printed with who signed it; without one the contents don't name one")
  func message() throws {
    let folder = try folder()
    #expect(try !html(folder).contains("class=\"letter\""))
    try folder.write(
      "content/years/2025/message.md", "---\ntitle: 寄语\nsigned_by: 甲公司党委\non: 2025-11-30\n---\n\n每一分都有**出处**。\n")
    let page = try html(folder)
    #expect(page.contains("<span class=\"pg\">3</span>寄语"))
    #expect(page.contains("每一分都有<strong>出处</strong>。"))
  }
}
