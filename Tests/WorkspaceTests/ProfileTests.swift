import Foundation
import Testing

@testable import Workspace

@Suite("One source, two profiles")
struct ProfileTests {
  /// The boards name one; 李娜 of b01 is below the cut, 陈默 is exempt for a reason that is nobody's business.
  private static func project() throws -> TemporaryFolder {
    let folder = try PublishedProject.folder { path, text in
      switch path {
      case "years/2025/rulebook.yaml": text + "ranking: {published: 1}\nqualification: {per_branch: 1}\n"
      case "members/all.csv": text + "chen-mo,陈默,chen mo\n"
      case "memberships/all.csv":
        text.replacing("standing\n", with: "standing,exempt\n").replacing("正式\n", with: "正式,\n")
          + "chen-mo,b01,2020-01-01,正式,腰椎术后休养\n"
      default: text
      }
    }
    // Reports ask for whatever their edition has.
    try folder.write(
      "content/reports/everybody.md",
      "---\ntitle: 在册\n---\n\n```sql\nSELECT member, branch, standing, exempt, until FROM stays ORDER BY id\n```\n\n"
        + "```sql\nSELECT * FROM standings ORDER BY period, of_branch, of_pathway, member\n```\n")
    try folder.write(
      "content/reports/reasons.md",
      "---\ntitle: 为何免计\naudience: office\n---\n\n```sql\nSELECT member, exempt_for FROM stays ORDER BY id\n```\n")
    return folder
  }

  @Test("what the intranet hides is nowhere in its output, whatever the file; the office has all of it")
  func hidden() throws {
    let folder = try Self.project()
    let intranet = try PublishedProject.build(folder, profile: .intranet).reduce(into: [:]) {
      $0[$1.key] = try words(of: $1.value, at: $1.key)
    }
    let office = try PublishedProject.build(folder, profile: .office).reduce(into: [:]) {
      $0[$1.key] = try words(of: $1.value, at: $1.key)
    }
    let reason = Data("腰椎术后休养".utf8)
    #expect(intranet.filter { $0.value.range(of: reason) != nil }.keys.sorted() == [])
    #expect(office["2025/members/chen-mo.html"]?.range(of: reason) != nil)
    #expect(office["reports/reasons.html"]?.range(of: reason) != nil && intranet["reports/everybody.html"] != nil)
    #expect(intranet.filter { $0.value.range(of: Data("为何免计".utf8)) != nil }.keys.sorted() == [])
    // Company, branch, pathway, quarters and months; pages, CSV and JSON. The other 李娜 leads b02, so keys decide.
    let name = Data("li-na.html".utf8)
    let key = Data("li-na".utf8)
    let named = intranet.filter { path, bytes in
      guard path.contains("/standings/") else { return false }
      if path.hasSuffix(".html") { return bytes.range(of: name) != nil }
      return bytes.range(of: key + Data(",".utf8)) != nil || bytes.range(of: key + Data("\"".utf8)) != nil
    }
    // In April she alone had points: she led, and is named.
    #expect(Set(named.keys.map { $0.split(separator: ".")[0] }) == ["2025/standings/2025-04"])
    #expect(office["2025/standings/index.html"]?.range(of: name) != nil)
    #expect(office["2025/standings/index.csv"]?.range(of: key + Data(",".utf8)) != nil)
  }

  @Test("an account tells its place only as far as the boards do")
  func place() throws {
    let folder = try Self.project()
    let page = try #require(try PublishedProject.build(folder, profile: .intranet)["2025/members/li-na.html"])
    let text = String(decoding: page, as: UTF8.self).asWritten
    #expect(text.contains("名次公布到全公司前1名、支部前1名"))
    #expect(!text.contains("全公司第2名"))
    let office = try #require(try PublishedProject.build(folder, profile: .office)["2025/members/li-na.html"])
    #expect(String(decoding: office, as: UTF8.self).asWritten.contains("全公司第2名，3人参加排名。支部第2名，2人参加排名。"))
  }

  @Test("an office page says on its face that it is one, and asks not to be indexed")
  func marked() throws {
    let folder = try Self.project()
    let page = try #require(try PublishedProject.build(folder, profile: .office)["index.html"])
    let text = String(decoding: page, as: UTF8.self).asWritten
    #expect(text.contains("办公室内部版") && text.contains("noindex"))
    let public_ = try #require(try PublishedProject.build(folder, profile: .intranet)["index.html"])
    #expect(!String(decoding: public_, as: UTF8.self).asWritten.contains("办公室内部版"))
  }
}
