import Diagnostics
import Sheets
import Testing
import Texts

@Suite("Places as people cite them")
struct CitedPlaceTests {
  private let workbook = SourceTree(files: [
    SourceFile(path: "content/years/2025/records/b07.csv", text: "日期\n"),
    SourceFile(path: "content/years/2025/records/积分登记.xlsx", sheet: WorkbookSheet(name: "3月(新表)", rows: [:])),
    SourceFile(
      path: "content/years/2025/records/积分登记.xlsx",
      sheet: WorkbookSheet(name: "1月", rows: [7: ["2025-03-08", "王伟", "主题党日", "一分"]])),
  ])

  @Test("a line and a cell read back as they are written")
  func roundTrip() {
    let spots: [CitedPlace.Spot] = [
      .line(1), .line(31_415), .cell(sheet: "3月", row: 7, column: 4), .cell(sheet: "2025年2月 ", row: 1, column: 703),
      .cell(sheet: "3月(新表)", row: 1_048_576, column: 16_384),
    ]
    for spot in spots {
      for path in ["records/积分登记.xlsx", "a[1].csv", "a:b.csv"] {
        let cited = CitedPlace(path: path, spot: spot)
        #expect(CitedPlace(cited.description) == cited)
      }
    }
    #expect(CitedPlace(path: "a.xlsx", spot: spots[2]).description == "a.xlsx[3月]D7")
  }

  @Test("columns are headed A to Z, AA to ZZ, AAA to XFD")
  func letters() {
    let known: [(Int32, String)] = [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")]
    for (number, letters) in known {
      #expect(columnLetters(number) == letters)
      #expect(columnNumber(letters) == number)
    }
    #expect(columnNumber("XFE") == nil)
    #expect(columnNumber("") == nil)
    #expect(columnNumber("A\u{301}") == nil)
  }

  @Test(
    "what a Chinese keyboard writes is understood, and what cites nothing isn't",
    arguments: [
      ("records/b07.csv：38", "records/b07.csv:38"), (" records/b07.csv:３８ ", "records/b07.csv:38"),
      ("a.xlsx【3月】d７", "a.xlsx[3月]D7"), ("r-12", nil), ("a.csv:0", nil), ("a.csv:+3", nil), (":3", nil),
      ("[3月]D7", nil),
      ("a.xlsx[3月]7D", nil), ("a.xlsx[3月]D", nil), ("a.csv:99999999999", nil),
    ] as [(String, String?)])
  func typed(text: String, cited: String?) {
    #expect(CitedPlace(text)?.description == cited)
  }

  @Test("the sheets of a workbook stand as it has them, and each is found by its name")
  func sheets() throws {
    #expect(workbook.files.map { $0.sheet?.name } == [nil, "3月(新表)", "1月"])
    let place = Place(file: 2, line: 7, column: 4)
    let cited = try #require(CitedPlace("content/years/2025/records/积分登记.xlsx[1月]D7"))
    #expect(workbook.cited(place) == cited)
    #expect(workbook.rows(of: cited) == [Place(file: 2, line: 7)])
    #expect(workbook.rows(of: CitedPlace(path: cited.path, spot: .line(7))).isEmpty)
    #expect(workbook.rows(of: CitedPlace(path: cited.path, spot: .cell(sheet: "4月", row: 7, column: 4))).isEmpty)
  }

  @Test(
    "rows that came from a workbook which isn't here are cited as its cells, and found by them; a mistake names the file"
  )
  func origins() throws {
    let cell = try #require(CitedPlace("a.xlsx[1月]D7"))
    var origins = RowOrigins()
    // A row of two people became two rows.
    let line = CitedPlace(path: "a.csv", spot: .line(3))
    // A row has one origin, which is a cell.
    let taken = [(cell, 2), (cell, 3), (cell, 3), (line, 4)].map { origins.add($0, of: Place(file: 0, line: $1)) }
    #expect(taken == [true, true, false, false])
    let tree = SourceTree(files: [SourceFile(path: "a.csv", text: "姓名\n甲\n乙\n丙\n")]).citing(origins)
    #expect(tree.citation(of: Place(file: 0, line: 3, column: 2)) == "a.xlsx[1月]D7")
    #expect(tree.location(of: Place(file: 0, line: 3, column: 2)) == "a.csv:3:2")
    #expect(tree.citation(of: Place(file: 0, line: 4)) == "a.csv:4")
    let found = try #require(CitedPlace("a.xlsx[1月]A7"))
    #expect(tree.rows(of: found) == [Place(file: 0, line: 2), Place(file: 0, line: 3)])
  }

  @Test("a mistake in a cell shows its row, with the mark under the cell")
  func cell() {
    let mistake = Diagnostic(
      .malformedNumber, at: Place(file: 2, line: 7, column: 4), message: Bilingual(zh: "不是数字", en: "no number"),
      remedy: Bilingual(zh: "写数字", en: "Write a number"))
    // Three cells before it: 10 + 4 + 8 columns, and three strokes of three.
    let caret = String(repeating: " ", count: 31) + "^"
    #expect(
      DiagnosticFormatter(tree: workbook, language: .chinese).text(of: mistake) == """
        错误[malformed-number]: 不是数字
         --> content/years/2025/records/积分登记.xlsx[1月]D7
          |
        7 | 2025-03-08 │ 王伟 │ 主题党日 │ 一分
          | \(caret)
          = 改法：写数字

        """)
  }

  @Test("a place beyond the row's last cell has its mark there")
  func beyond() {
    let excerpt = DiagnosticFormatter(tree: workbook, language: .english)
      .excerpt(at: Place(file: 2, line: 7, column: 6))
    #expect(excerpt.before == "2025-03-08 │ 王伟 │ 主题党日 │ 一分 │  │ ")
    #expect(excerpt.after == "")
  }
}
