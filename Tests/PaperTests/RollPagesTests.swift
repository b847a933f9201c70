import Scoring
import Templating
import Testing

@testable import Composing
@testable import Paper
@testable import Wording

@Suite("The roll's pages are full and none runs over")
struct RollPagesTests {
  /// Pages of 250.5 mm: a chapter of pieces of one height.
  private func pages(_ heights: [Int], gap: Int = 0) -> [Int] {
    var pages = RollPages(first: 3)
    pages.open("winners")
    for height in heights { pages.add(RollPart(), height: height, gap: gap) }
    return pages.pages.map(\.parts.count)
  }

  @Test("two halves of a page stand on one; a third begins another, and so do sixty")
  func halves() {
    // 121 + 8 + 121 mm are 250.
    #expect(pages([1210], gap: 80) == [1])
    #expect(pages([1210, 1210], gap: 80) == [2])
    #expect(pages([1210, 1210, 1210], gap: 80) == [2, 1])
    #expect(pages(Array(repeating: 1210, count: 60), gap: 80) == Array(repeating: 2, count: 30))
  }

  @Test("what is taller than the room left goes to the next page whole; pages are numbered as sections are")
  func whole() {
    #expect(pages([1000, 1506, 999]) == [1, 2])
    var book = RollPages(first: 3)
    book.open("stars")
    #expect(book.add(RollPart(), height: 2000) == 3)
    #expect(book.add(RollPart(), height: 600) == 4)
    #expect(book.pages.map(\.number) == [3, 4])
    #expect(book.pages.map(\.sheet) == ["stars", "stars"])
  }

  @Test("drawings stand at the foot of chapters' last pages with room, each once")
  func feet() {
    var book = RollPages(first: 3)
    book.open("winners")
    for height in [2000, 2000] { book.add(RollPart(), height: height) }
    book.open("stars")
    book.add(RollPart(), height: 1866)
    book.open("index")
    book.add(RollPart(), height: 100)
    var drawings = ["a.svg", "b.svg"]
    book.addFeet(&drawings)
    // 50.5, 50.5, 63.9 and 240.5 mm are left; a drawing takes 64.
    #expect(book.pages.map { $0.parts.compactMap(\.drawing?.address) } == [[], [], [], ["a.svg"]])
    #expect(drawings == ["b.svg"])
  }

  @Test("a message is cut between paragraphs, one that no page holds behind a sentence, and no word is lost")
  func letter() {
    func paragraph(_ lines: Int) -> String { "<p>" + String(repeating: "字", count: 33 * lines - 3) + "。</p>" }
    let short = LetterPages(Array(paragraph(10).utf8))
    #expect(short.pages.count == 1 && short.linesLeft == 22 - 10 - 3)
    let two = LetterPages(Array((paragraph(10) + paragraph(10) + paragraph(5)).utf8))
    #expect(two.pages.count == 2)
    let sentence = String(repeating: "字", count: 32) + "。"
    let long = LetterPages(Array(("<p>" + String(repeating: sentence, count: 60) + "</p>").utf8))
    // Nineteen sentences and what sets a paragraph in take twenty lines; of the last three, with who signs, a page of their own.
    #expect(long.pages.count == 4)
    let text = String(decoding: long.pages.joined(), as: UTF8.self)
    #expect(text.filter { $0 == "字" }.count == 60 * 32)
    #expect(long.pages.allSatisfy { String(decoding: $0, as: UTF8.self).hasSuffix("</p>") })
  }

  @Test("an index is filled in five columns that end alike; a long name takes two rows")
  func index() {
    func line(_ name: String) -> NameIndex.Line { .init(letter: [], name: GridName(name), pages: "6") }
    var lines = (0..<23).map { _ in line("周静怡") }
    let first = NameIndex(filling: 30, from: &lines)
    #expect(first.columns.map(\.lines.count) == [5, 5, 5, 5, 3] && lines.isEmpty)
    lines = (0..<40).map { _ in line("周静怡") }
    #expect(NameIndex(filling: 6, from: &lines).rowCount == 6 && lines.count == 10)
    #expect(line("买买提·阿卜杜热合曼江").height == 2)
  }

  @Test("two Han characters are set apart, others aren't; a name of sixteen takes two places")
  func names() {
    #expect(GridName("高远").first == "高" && GridName("高远").rest == "远")
    #expect(GridName("欧阳远").isPair == false && GridName("欧阳远").isLong == false)
    #expect(GridName("阿依努尔·艾山").isLong && GridName("阿依努尔·艾山").places == 1)
    #expect(GridName("买买提·阿卜杜热合曼·伊斯马伊").places == 2)
  }

  @Test("nineteen of twenty days are shorter than the longest line, which stands for a round figure")
  func scales() {
    let points = Points.perPoint
    #expect(LineScale([]).words == "1")
    #expect(LineScale(Array(repeating: points, count: 19) + [40 * points]).words == "50")
    #expect(LineScale(Array(repeating: 3 * points, count: 99) + [40 * points]).words == "5")
    #expect(LineScale([points / 2]).words == "0.5")
    #expect(LineScale([3 * points]).length(10 * points, most: 700) == 700)
    #expect(LineScale([5 * points]).length(points, most: 700) == 140)
  }

  @Test("a poster is set smaller the more stands on it")
  func poster() {
    func density(_ winners: Int, _ branches: Int, _ names: Int, _ stars: Int) -> Int {
      PosterRoom(winners: winners, branches: branches, names: names, stars: stars).density
    }
    #expect(density(1, 3, 5, 0) == 1)
    #expect(density(12, 16, 76, 15) == 1)
    #expect(density(60, 16, 80, 20) > 2)
    #expect(density(200, 80, 500, 60) == 4)
  }
}
