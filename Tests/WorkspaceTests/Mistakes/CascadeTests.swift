import Foundation
import Testing

@testable import Workspace
import Diagnostics

/// One mistake, one diagnostic: what only follows from a file that was refused isn't told as well.
@Suite("No cascade")
struct CascadeTests {
  /// The smallest project after `change`, checked.
  private func codes(_ change: (TemporaryFolder) throws -> Void) throws -> [String] {
    // The example's own mistake is mended again.
    let (folder, _) = try MistakeExample(.invalidUTF8).write()
    try folder.write("content/about.md", "---\ntitle: 关于\n---\n\n本站是样例。\n")
    try FileManager.default.copyItem(
      atPath: Program.packageRoot + "/templates", toPath: folder.path + "/templates")
    try change(folder)
    return try checkSite(project: folder.path).diagnostics.map { "\($0.code.rawValue) \($0.path ?? "")" }
  }

  private func replaceByLink(_ path: String, in folder: TemporaryFolder) throws {
    try FileManager.default.moveItem(atPath: "\(folder.path)/\(path)", toPath: "\(folder.path)/elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/\(path)", withDestinationPath: "\(folder.path)/elsewhere")
  }

  @Test("the project itself has no mistake")
  func base() throws { #expect(try codes { _ in } == []) }

  @Test("a story may link to a page that was refused for its size")
  func link() throws {
    let found = try codes { try $0.write("content/works/w101.md", String(repeating: "x", count: 5 << 20)) }
    #expect(found == ["file-too-large content/works/w101.md"])
  }

  @Test(
    "a refused file or folder leaves the names it defines alone",
    arguments: [
      "content/members/b07.csv", "content/members", "content/branches.csv", "content/site.yaml", "content/memberships",
      "content/offices.csv", "content/years/2025/rulebook.yaml", "content/years/2025/year.yaml", "content/years",
      "content/years/2025/activities.csv", "content/years/2025/records/b07.csv", "content/campaigns/rivers/index.md",
      "content/works", "content", "templates", "templates/about.mustache", "templates/parts",
      "templates/parts/state.mustache", "templates/layout.mustache",
    ])
  func refused(path: String) throws {
    #expect(try codes { try replaceByLink(path, in: $0) } == ["unsafe-path \(path)"])
  }

  @Test("a list left as a workbook is one mistake, not one for every person in it")
  func workbook() throws {
    let found = try codes {
      try FileManager.default.moveItem(
        atPath: $0.path + "/content/members/b07.csv", toPath: $0.path + "/content/members/b07.xlsx")
    }
    #expect(found == ["workbook-refused content/members/b07.xlsx"])
  }

  @Test("a partial with damaged bytes is told as bytes, not also as an unknown partial")
  func damagedPartial() throws {
    let found = try codes { try $0.write("templates/parts/exemptions.mustache", bytes: Array("离退休".utf8) + [0xFF]) }
    #expect(found == ["invalid-utf8 "])
  }

  @Test("damaged bytes inside a name are told as bytes, not also as an unknown name")
  func damagedName() throws {
    let found = try codes {
      let table = "日期,党员,项目,事由\n2025-03-08,zhou-jing"
      try $0.write(
        "content/years/2025/records/b07.csv", bytes: Array(table.utf8) + [0xFF] + Array(",theme-day,三月\n".utf8))
    }
    #expect(found == ["invalid-utf8 "])
  }
}
