import Diagnostics
import Forms
import Foundation
import Parsing
import Scoring
import Sheets
import Testing
import Texts
import Workbooks

/// The three workbooks of an office, read by the rules the program suggests with few lines changed by hand, say what a right
/// reading says. Names are looked up by a list of this test's own.
@Suite struct OfficeTruthTests {
  /// What a clerk changes in the suggested rules of the ledger: items whose names the rulebook doesn't have.
  static let ledgerEdits = ["三会一课": "支部党员大会", "政治学习": "集中学习", "讲党课": "党课主讲", "扣分": "无故缺席"]

  @Test func ledgerIsTheTruth() throws {
    let truth = try Truth()
    let book = try Office.workbook("积分登记台账.xlsx")
    let findings = MistakeCollector()
    let context = truth.context(Office.records, book)
    let suggested = suggestedRules(book.sheets, context)
    let (text, changed) = edit(suggested, Self.ledgerEdits)
    #expect(changed == 4)
    let file = try #require(Office.rules(text, findings))
    var found: [String] = []
    for sheet in book.sheets {
      for rule in file.rules(for: sheet.name) {
        let formed = form(sheet, file: 0, by: rule, context, findings)
        #expect(formed.account.closes, "\(sheet.name)")
        for row in formed.texts { found += truth.records(of: row, isDayless: formed.isCompleted(row)) }
      }
    }
    let errors = findings.lines.filter { $0.begins(with: "E") }
    #expect(errors.isEmpty, "\(errors)\n\(text)")
    let wanted = truth.records.map { $0.line(isDayless: false) }
    // The third sheet names no day for four items: only person, item and points can be compared.
    let dayless = found.filter { $0.begins(with: "-") }.count
    #expect(found.count == 436 && dayless > 0)
    var left = wanted
    for line in found where !line.begins(with: "-") {
      if let index = left.firstIndex(of: line) {
        left.remove(at: index)
      } else {
        Issue.record("not in the truth: \(line)")
      }
    }
    let bare = left.map { String($0.drop { $0 != "|" }) }.sorted()
    #expect(bare == found.filter { $0.begins(with: "-") }.map { String($0.drop { $0 != "|" }) }.sorted())
  }

  @Test func hoursAreTheTruth() throws {
    let truth = try Truth()
    let book = try Office.workbook("志愿服务时长.xlsx")
    let findings = MistakeCollector()
    let context = truth.context(Office.welfare, book)
    let (text, changed) = edit(suggestedRules(book.sheets, context), ["半天": "4小时"])
    #expect(changed == 1)
    let file = try #require(Office.rules(text, findings))
    let formed = form(book.sheets[0], file: 0, by: file.rules(for: "1-3月")[0], context, findings)
    #expect(formed.account.closes && formed.account.taken == 91 && formed.account.totals == 1)
    let found = formed.texts.map { row in
      "\(row["date"] ?? "")|\(truth.key(row["member"] ?? "", row["branch"] ?? ""))|\(row["minutes"] ?? "")|\(row["note"] ?? "")"
    }
    #expect(found.sorted() == truth.welfare.sorted(), "\(text)\n\(findings.lines)")
    #expect(findings.all().isEmpty)
  }

  @Test func rosterIsTheTruth() throws {
    let truth = try Truth()
    let book = try Office.workbook("党员花名册.xlsx")
    let findings = MistakeCollector()
    let context = truth.context(Office.roster, book)
    let text = suggestedRules(book.sheets, context)
    let file = try #require(Office.rules(text, findings))
    let formed = form(book.sheets[0], file: 0, by: file.rules(for: "在册党员").first, context, findings)
    #expect(formed.account.closes)
    let rows = formed.texts.filter { !($0["joined"] ?? "").isEmpty }
    #expect(rows.count == 60, "\(text)\n\(findings.lines)\n\(formed.account)")
    for row in rows {
      let key = truth.key(row["name"] ?? "", row["branch"] ?? "")
      let joined = truth.joined[key] ?? ""
      let said = row["joined"] ?? ""
      // A month alone is completed by its first day.
      #expect(
        said == joined || (said.ends(with: "-01") && joined.begins(with: String(said.dropLast(3)))), "\(row) \(joined)")
    }
    let all = String(decoding: formed.table?.bytes ?? [], as: UTF8.self)
    #expect(!all.holds("330102") && !all.holds("1990000"))
  }

  /// The lines whose right side is changed, as a clerk would.
  private func edit(_ text: String, _ edits: [String: String]) -> (text: String, changed: Int) {
    var changed = 0
    let lines = text.writtenLines.map { line -> String in
      for (theirs, ours) in edits where line.trimmed.begins(with: "\(theirs): ") && line.holds("#") {
        changed += 1
        return String(line.prefix { $0 == " " }) + "\(theirs): \(ours)"
      }
      return String(line)
    }
    return (lines.joined(separator: "\n") + "\n", changed)
  }
}
