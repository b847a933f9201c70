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

  @Test("what caps kept from counting adds up: items to the foot of their table, both feet to the head")
  func uncounted() throws {
    let page = try printed(["ledger", "--branch", "b07", "--year", "2025"])
    let accounts = page.components(separatedBy: "<td class=\"cut\">").dropFirst()
    #expect(accounts.count > 20)
    var capped = 0
    for account in accounts {
      let head = try #require(account.firstMatch(of: /<b>([\d.]+)<\/b>/)).output.1
      let tables = account.components(separatedBy: "<caption>").dropFirst().prefix(2)
      var feet = 0.0
      for table in tables {
        let row = /<tr><th scope="row">.*?<td class="n">([\d.]+|–)(?:<br>[^\/]*<\/span>)?<\/td><\/tr>/
        let rows = table.matches(of: row).map { Double($0.output.1) ?? 0 }
        let foot = try #require(rows.last)
        #expect(abs(rows.dropLast().reduce(0, +) - foot) < 0.001, "\(table.prefix(2000))")
        feet += foot
      }
      #expect(abs((Double(head) ?? -1) - feet) < 0.001)
      if feet > 0 { capped += 1 }
    }
    #expect(capped > 0)
  }

  @Test("a third of two points stands with the two decimals of its column, marked, and the sum is of what is exact")
  func thirds() throws {
    let page = try printed(["branch-report", "--branch", "b13", "--year", "2025"])
    #expect(page.contains("<td class=\"n\">1.33<span class=\"hung\">*</span></td>"))
    #expect(page.contains("带*的四舍五入到两位，合计按原数相加。"))
    #expect(page.firstMatch(of: /<td class="n">[\d.]*\.\d{3,}/) == nil)
    let other = try printed(["branch-report", "--branch", "b07", "--year", "2025"])
    #expect(other.contains("*</span></td>") == other.contains("带*的"))
  }

  @Test("what stands in margins has a blank between Han and figures")
  func margins() throws {
    let page = try printed(["ledger", "--member", "许文博", "--year", "2025"])
    #expect(page.contains("许文博 2025 年积分账目\" } }"))
  }

  @Test("a member's file says what it holds and what not, and of what her places are")
  func file() throws {
    let page = try printed(["dossier", "--member", "许文博"])
    #expect(page.contains("本档案含各年的积分与名次") && page.contains("；不含逐笔记录"))
    #expect(page.contains("公司12/380<br>支部2/29"))
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
