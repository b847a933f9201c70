import Diagnostics
import Parsing
@testable import Reading
import Scoring
import Testing
import Texts

/// The smallest project with other lines in its rulebook, and records of none of them.
struct RulebookProject {
  private var project: Project

  /// - Parameters:
  ///   - member: more of the members' items, each a line in braces.
  ///   - branch: of the branches'.
  ///   - members: more of `members`, indented by two.
  ///   - branches: more of `branches`.
  ///   - end: more at the end.
  init(
    member: [String] = [], branch: [String] = [], members: String = "", branches: String = "", end: String = ""
  ) throws {
    project = try Project.base()
    for path in project.files.keys where path.contains("/records/") {
      project.files[path] = project.files[path]?.split(separator: "\n").first.map { $0 + "\n" }
    }
    let lines = { (items: [String]) in items.map { "    - \($0)\n" }.joined() }
    project.files[Self.path]?.replace("branches:\n", with: lines(member) + members + "branches:\n")
    project.files[Self.path]?.replace(
      "proof: 会议记录}\n", with: "proof: 会议记录}\n" + lines(branch) + branches)
    project.files[Self.path]? += end
  }

  static let path = "content/years/2025/rulebook.yaml"

  /// The same with one text in place of another, anywhere in the rulebook.
  func replacing(_ old: String, with new: String) -> RulebookProject {
    var other = self
    other.project.files[Self.path]?.replace(old, with: new)
    return other
  }

  func rulebook() throws -> Rulebook {
    let (content, found, _, _) = project.read()
    try #require(found.map(\.message.en) == [])
    return try #require(content?.ledger.years.first?.rulebook)
  }

  func item(_ key: String) throws -> Item { try #require(try rulebook().items.first { $0.key == key }) }

  func branchItem(_ key: String) throws -> BranchItem {
    try #require(try rulebook().branchItems.first { $0.key == key })
  }

  func diagnostics() -> [Diagnostic] { project.read().diagnostics }
  func codes() -> [String] { diagnostics().map(\.code.rawValue) }
}

extension Points: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
  public init(floatLiteral value: Double) { self.init(hundredths: Int64((value * 100).rounded())) }
}
