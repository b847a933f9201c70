import Templating
import Testing

@testable import Composing
@testable import Paper
@testable import Wording

@Suite("Standings on paper")
struct PrintedStandingsTests {
  private func rows(_ count: Int) -> [[String]] {
    var page = PrintedStandings.specimen
    page.board.cuts = (1...count).map {
      StandingsBoard.Cut(branch: .specimen, cut: "\($0)", first: "", marks: [], cutMark: "")
    }
    return page.cutRows.map { $0.threes.map(\.cut) }
  }

  @Test("the branches' lines are read down a column, then down the next")
  func columns() {
    #expect(rows(7) == [["1", "4", "7"], ["2", "5"], ["3", "6"]])
    #expect(rows(6) == [["1", "3", "5"], ["2", "4", "6"]])
    #expect(rows(4) == [["1", "3"], ["2", "4"]])
    #expect(rows(1) == [["1"]])
  }
}

@Suite("What stands in margins")
struct MarginTests {
  @Test(
    "a blank stands where Han meets letters or figures, none beside marks and blanks",
    arguments: [
      ("许文博2025年积分账目", "许文博 2025 年积分账目"), ("12-08至12-19，截至2025-12-11", "12-08 至 12-19，截至 2025-12-11"),
      ("具备优秀党员PK资格", "具备优秀党员 PK 资格"), ("光谱　许文博", "光谱　许文博"), ("“2025”年", "“2025”年"),
      ("Zoë在", "Zoë 在"), ("", ""),
    ])
  func parted(text: String, parted: String) { #expect(Words.parted(text) == parted) }

  @Test("a page is said to be of what stands on it, also where its matter ends a chapter")
  func renamed() {
    var book = RollPages(first: 3)
    book.open("index")
    book.add(RollPart(), height: 2500)
    book.add(RollPart(), height: 100)
    book.rename("index-notes")
    #expect(book.pages.map(\.sheet) == ["index", "index-notes"])
  }
}
