import Foundation
import Testing

@testable import Workspace

/// A number that a rulebook can set stands in no template and in no table of words.
@Suite("Numbers of the rulebook come from the rulebook")
struct RulebookNumbersTests {
  /// What the defaults would be called: five a branch, twenty published, 90 %, two hours, ten per cent, ten hours,
  /// three tiers, five series, five pathways, twelve months, four grades.
  private static var defaults: Regex<Substring> {
    /前五|五名|前5名|前20名|90%|2\.00小时|2小时|前10%|10\.00小时|三级党务|五个一|五条途径|十二个月|四档|每30分钟|60、70/
  }

  private static let settings = """
    evaluation: {method: weighted, self: 40, head: 60, grades: [50, 75]}
    welfare:
      base_minutes: 90
      step_minutes: 20
      step_points: 0.25
      participant_minutes: 15
      gate: 80
      stars: {minutes: 300, first: 4}
    ranking: {published: 7, tie_key: base}
    qualification: {per_branch: 3, minimum_months: 2}
    cadre: {best_percent: 25, tiers: 4}

    """

  @Test("with every setting unlike its default no page and no print says a default")
  func published() throws {
    let records = (0..<6).map { "2025-03-0\($0 + 1),m00\($0),talk,\(20 - 2 * $0),主讲\n" }.joined()
    let project = try CaseProject(
      members: 6, records: records,
      files: [
        "years/2025/rulebook.yaml": CaseProject.rulebook + Self.settings,
        "years/2025/welfare/b01.csv": "日期,党员,分钟\n2025-03-05,m000,400\n2025-03-05,m001,100\n",
        "years/2025/year.yaml": "period: {from: 2025-01-01, to: 2025-11-30}\nstate: 草稿\n",
      ])
    for profile in SiteProfile.allCases {
      for (path, text) in try project.pages(profile) where path.hasSuffix(".html") {
        #expect(text.firstMatch(of: Self.defaults).map { String($0.output) } == nil, "\(path)")
      }
    }
    let prints = try [
      project.printed { try printStandings($0, branch: nil) },
      project.printed { try printStandings($0, branch: "b01") },
      project.printed { try printBranchReport($0, branch: nil) }, project.printed(printHonorRoll),
      project.printed(printPoster), project.printed { try printLedger($0, member: "m000", branch: nil) },
    ]
    for text in prints { #expect(text.firstMatch(of: Self.defaults).map { String($0.output) } == nil) }
  }

  @Test("nor does a template or a table of words, whatever the page")
  func sources() throws {
    let root = Program.packageRoot
    let templates = try FileManager.default.subpathsOfDirectory(atPath: root + "/templates")
      .filter { $0.hasSuffix(".mustache") && !$0.hasPrefix("archetypes/") }.map { "templates/" + $0 }
    let words = try FileManager.default.contentsOfDirectory(atPath: root + "/Sources/Wording")
      .map { "Sources/Wording/" + $0 }
    #expect(templates.count > 30 && words.count > 5)
    for path in templates + words {
      let text = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
        .replacing(/(^|\n) *\/\/.*/, with: "\n")
      #expect(text.firstMatch(of: Self.defaults).map { String($0.output) } == nil, "\(path)")
    }
  }
}
