import Foundation
import Testing

/// The pages that `print --html` writes, which are what the engines are given. PDF itself is looked into by
/// scripts/print-tests, which has the engines.
@Suite("Printing the repository's own project", .serialized)
struct PrintEndToEndTests {
  private func printed(_ arguments: [String]) throws -> String {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      ["print"] + arguments + ["--html", "-o", "\(folder.path)/a.html", "--project", Program.packageRoot])
    #expect(run.status == 0, "\(run.errors)")
    return try folder.text("a.html").asWritten
  }

  @Test(
    "each needs no other file, and says whose data it is and how far the year is",
    arguments: [
      ["standings"], ["ledger", "--branch", "b03"], ["branch-report"],
    ])
  func alone(arguments: [String]) throws {
    let page = try printed(arguments + ["--year", "2025"])
    for reference in page.matches(of: /(?:src|href)="([^"]*)"|url\(([^)]*)\)/) {
      let target = String(reference.output.1 ?? reference.output.2 ?? "")
      #expect(target.hasPrefix("data:") || target.hasPrefix("#"), "\(target)")
    }
    #expect(!page.contains("<script"))
    let foot = try #require(page.firstMatch(of: /@bottom-left { content: "(.*)" }/)).output.1
    #expect(foot.contains("公示稿") && foot.contains("虚构"), "\(foot)")
  }

  @Test("an account states for every entry its rule and its record, and its last running total is the whole")
  func account() throws {
    let page = try printed(["ledger", "--member", "许文博", "--year", "2025"])
    let entries = page.matches(
      of: /<td class="n total">([\d.]+)<\/td><td class="c-rule">\d+<\/td><td class="c-src">[^<]+第\d+行<\/td>/)
    let explained = try Program.run(["explain", "许文博", "--year", "2025", "--project", Program.packageRoot])
    let total = try #require(explained.output.firstMatch(of: /合计 ([\d.]+)/))
    #expect(entries.count > 20)
    #expect(entries.last?.output.1 == total.output.1)
    #expect(page.contains("\(entries.count)笔"))
  }

  @Test("a branch's report stands beside the year before; the first year has none")
  func branchReport() throws {
    let page = try printed(["branch-report", "--branch", "环境监测支部", "--year", "2025"])
    #expect(page.components(separatedBy: "<section class=\"sheet").count == 3)
    #expect(page.contains("<span class=\"before\">2024年第"))
    #expect(!(try printed(["branch-report", "--branch", "b07", "--year", "2024"])).contains("class=\"before\""))
  }

  @Test("who isn't there is a wrong argument, with the nearest name; without an engine the environment fails")
  func wrong() throws {
    let unknown = try Program.run(
      ["print", "ledger", "--member", "许文搏", "--html", "--project", Program.packageRoot], locale: "zh_CN.UTF-8")
    #expect(unknown.status == 64 && unknown.errors.contains("许文博"), "\(unknown.errors)")
    for arguments in [["standings", "--branch", "b99"], ["standings", "--year", "1999"], ["ledger"]] {
      let run = try Program.run(["print"] + arguments + ["--html", "--project", Program.packageRoot])
      #expect(run.status == 64, "\(arguments): \(run.errors)")
    }
    let folder = try TemporaryFolder()
    let bare = try Program.run(
      "/usr/bin/env",
      [
        "PATH=\(folder.path)", Program.path, "print", "standings", "-o", "\(folder.path)/a.pdf", "--project",
        Program.packageRoot,
      ])
    #expect(bare.status == 2 && bare.errors.contains("weasyprint"), "\(bare.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/a.pdf"))
  }
}
