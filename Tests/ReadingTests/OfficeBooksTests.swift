import Diagnostics
import Scoring
import Testing

@testable import Reading

/// Rules that offices, schools and villages have in print, in this language.
@Suite("Rules as offices write them")
struct OfficeBooksTests {
  @Test("a book is read whole, without a mistake", arguments: OfficeBook.all)
  func reads(_ book: OfficeBook) throws {
    let found = try book.project().read().diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.message.en) == [])
    for clause in book.clauses where clause.place == "at" {
      // `quiz cap day`: the item that stands elsewhere says it.
      let words = clause.text.split(separator: " ").map(String.init)
      let line = book.clauses.first {
        $0.place != "at" && ($0.text.contains("key: \(words[0]),") || $0.text.hasPrefix("\(words[0]): "))
      }
      let text = try #require(line?.text, "\(clause.text)")
      #expect(words.dropFirst().allSatisfy(text.contains), "\(clause.text)")
    }
  }

  @Test("what a book asks for and no rulebook takes is refused by its name", arguments: OfficeBook.all)
  func refuses(_ book: OfficeBook) throws {
    for clause in book.clauses where clause.place == "refused" {
      let item = "{key: one, name: 一项, kind: 自选, points: 1, \(clause.text)}"
      #expect(try RulebookProject(member: [item]).codes() == ["rule-refused"], "\(clause.text)")
    }
  }

  @Test(
    "a book's rules give for its records what they give by hand",
    arguments: OfficeBook.all.filter { !$0.totals.isEmpty })
  func totals(_ book: OfficeBook) throws {
    let ledger = try #require(try book.project().read().content?.ledger)
    let year = score(ledger).0.years[0]
    for (branch, points) in book.totals {
      let total: Points
      if let branch {
        let index = try #require(ledger.roster.branches.firstIndex { $0.id == branch })
        total = try #require(year.branches.first { $0.branch == Ref(index) }).total
      } else {
        let member = try #require(ledger.roster.members.firstIndex { $0.key == "zhou-jingyi" })
        total = year.total(of: Ref<Member>(member), asOf: ledger.asOf)
      }
      #expect("\(total.exact)" == Points(hundredths: Int64(((Double(points) ?? 0) * 100).rounded())).exact)
    }
  }

  @Test("more than twelve books have an account reckoned by hand")
  func enough() { #expect(OfficeBook.all.count { !$0.totals.isEmpty } >= 12) }
}
