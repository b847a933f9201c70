import Diagnostics
import Scoring
import Sheets
import Testing
import Texts
import TinyWorkbooks
import Workbooks

@testable import Reading

/// What a clerk's table does that the format doesn't say: each is told once, or is no mistake at all.
@Suite("Slips of tables and sheets")
struct SheetSlipTests {
  private static let records = "content/years/2025/records"
  private static let rows = "2025-03-08,周静怡,主题党日,三月主题党日\n2025-03-09,高远,主题党日,三月主题党日\n"

  private func read(_ files: [String: String]) throws -> (content: Content?, diagnostics: [Diagnostic], marked: String?)
  {
    var project = try Project.base()
    project.files["\(Self.records)/b07.csv"] = nil
    project.files["content/years/2025/assertions.yaml"] = nil
    project.lay(files)
    let (content, diagnostics, _, marked) = project.read()
    return (content, diagnostics, marked.map { "\($0.line):\($0.column)" })
  }

  @Test(
    "a header in the third row of a CSV is one error, which names the row, however many rows follow",
    arguments: ["三月积分登记\n制表：支部\n", "三月积分登记,,,\n,,,制表：支部\n", "三月,积分,登记,表\n\n", "环境监测支部\n\n"])
  func title(above: String) throws {
    let many = String(repeating: Self.rows, count: 7)
    let (content, diagnostics, _) = try read(["\(Self.records)/b07.csv": above + "日期,党员,项目,事由\n" + many])
    #expect(content == nil && diagnostics.map(\.code) == [.missingColumn], "\(diagnostics.map(\.message.zh))")
    #expect(diagnostics.first?.message.zh.contains("列名在第 3 行") == true)
    // The remedy is one: a # before each line.
    let commented = above.split(separator: "\n").map { "#\($0)\n" }.joined()
    let mended = try read(["\(Self.records)/b07.csv": commented + "日期,党员,项目,事由\n" + Self.rows])
    #expect(mended.content?.ledger.years[0].records.count == 2, "\(mended.diagnostics.map(\.message.zh))")
  }

  @Test("in a plain sheet a title above the header is no mistake")
  func titleOfSheet() throws {
    let (content, diagnostics, _) = try read([
      "\(Self.records)/a.xlsx[3月]": "三月积分登记\n制表：支部\n日期,党员,项目,事由\n" + Self.rows
    ])
    #expect(content?.ledger.years[0].records.count == 2 && diagnostics.isEmpty, "\(diagnostics.map(\.message.zh))")
  }

  @Test("a sheet that two rules read as one kind, under its name and by its folder, is read once")
  func ruledTwice() throws {
    let rules = "表格:\n  - 工作表: 3月\n  - 工作表: 3月\n    内容: "
    let (content, _, _) = try read([
      "\(Self.records)/a.xlsx[3月]": "日期,党员,项目,事由,记录号\n2025-03-08,周静怡,主题党日,一,a-1\n",
      "\(Self.records)/a.yaml": rules + "积分\n",
      "content/years/2025/welfare/b.xlsx[3月]": "日期,党员,分钟,系列\n2025-03-08,周静怡,30,公益献血\n",
      "content/years/2025/welfare/b.yaml": rules + "公益\n",
      "content/members/c.xlsx[3月]": "编号,姓名,拼音\nli-na,李娜,li na\n", "content/members/c.yaml": rules + "党员\n",
    ])
    let year = try #require(content?.ledger.years.first)
    #expect(year.records.count == 1)
    #expect(year.welfare.count { $0.minutes == 30 } == 1)
    #expect(content?.ledger.roster.members.count { $0.name == "李娜" } == 1)
  }

  @Test("what looks like no header at all keeps its own words")
  func noHeader() throws {
    let (_, diagnostics, _) = try read(["\(Self.records)/b07.csv": "甲,乙\n" + Self.rows])
    #expect(diagnostics.allSatisfy { [.unknownColumn, .missingColumn].contains($0.code) })
    #expect(diagnostics.allSatisfy { !$0.message.zh.contains("列名在第") } && !diagnostics.isEmpty)
  }

  @Test("a column nobody knows is told once a workbook, with the sheets that have it too")
  func unknownColumn() throws {
    let bytes = TinyWorkbook(
      sheets: ["1月", "2月", "3月"].map { month in
        ("\(month)", "日期,党员,项目,事由,天气\n2025-0\(month.prefix(1))-08,周静怡,主题党日,\(month)党日,晴\n")
      }
    ).bytes
    let (_, diagnostics) = Reading.read(try tree(with: bytes))
    let found = diagnostics.filter { $0.code == .unknownColumn }
    #expect(found.count == 1)
    #expect(
      found.first?.message.zh.contains("天气") == true && found.first?.message.zh.contains("（另有 2 张表也是：2月、3月）") == true)
  }

  /// The base without its records, and a workbook of them.
  private func tree(with workbook: [UInt8]) throws -> SourceTree {
    var project = try Project.base()
    project.files["\(Self.records)/b07.csv"] = nil
    project.files["content/years/2025/assertions.yaml"] = nil
    let sheets = try readWorkbook(workbook).get().sheets
    return SourceTree(
      files: project.tree().tree.files + sheets.map { SourceFile(path: "\(Self.records)/a.xlsx", sheet: $0) })
  }

  /// A sheet of one record, whose days are given as cells; style 1 is a day.
  private func sheet(day: String, entered: String, more: String = "") -> TinyWorkbook {
    let words = { (row: Int, texts: [String]) in
      texts.enumerated().map { column, text in
        "<c r=\"\(UnicodeScalar(UInt8(0x42 + column)))\(row)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }.joined()
    }
    return TinyWorkbook(
      rows: """
        <row r="1"><c r="A1" t="inlineStr"><is><t>日期</t></is></c>\(words(1, ["党员", "项目", "事由", "补录日期"]))</row>\
        <row r="2"><c r="A2" s="1">\(day)</c>\(words(2, ["周静怡", "主题党日", "三月党日"]))<c r="E2" s="1">\(entered)</c></row>
        """, styles: "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>")
  }

  @Test("a formula that shows an empty cell gives 0, which is no day: nobody wrote one")
  func zeroDay() throws {
    // 45724 is 8 March 2025.
    let (content, found) = Reading.read(
      try tree(with: sheet(day: "<v>45724</v>", entered: "<f>H1</f><v>0</v>").bytes))
    #expect(found.isEmpty, "\(found.map(\.message.zh))")
    #expect(content?.ledger.years[0].records.map { $0.entered == nil } == [true])
    let (_, missing) = Reading.read(try tree(with: sheet(day: "<f>H1</f><v>0</v>", entered: "<v>45725</v>").bytes))
    #expect(missing.map(\.code) == [.missingValue], "\(missing.map(\.message.zh))")
    // Any other number that is no day stays a mistake with its cell.
    let (_, negative) = Reading.read(try tree(with: sheet(day: "<v>-3</v>", entered: "<v>45725</v>").bytes))
    #expect(negative.map(\.code) == [.spreadsheetError], "\(negative.map(\.message.zh))")
  }

  @Test("a row of a written table begins in the line that a reader of CSV counts")
  func lines() {
    let rows = [["甲\n乙", "1"], ["丙\r\n丁\r戊", "2"], ["己", "3"]]
    let table = WrittenTable(
      path: "a.csv", heading: ["事由", "数量"], rows: rows, places: rows.indices.map { Place(file: 0, line: Int32($0)) })
    #expect(table.csv == "事由,数量\n\"甲\n乙\",1\n\"丙\r\n丁\r戊\",2\n己,3\n")
    #expect(table.lines == [2, 4, 7])
  }

  @Test("comments of cells are passed over: the sheet reads as without them")
  func comments() throws {
    var book = sheet(day: "<v>45724</v>", entered: "")
    book.put(
      "xl/worksheets/_rels/sheet1.xml.rels", TinyWorkbook.relationships([("c1", "comments", "../comments1.xml")]))
    book.put(
      "xl/comments1.xml",
      """
      <comments xmlns="\(TinyWorkbook.main)"><authors><author>办公室</author></authors><commentList>\
      <comment ref="C2" authorId="0"><text><t>其实是两次</t></text></comment></commentList></comments>
      """)
    let (content, found) = Reading.read(try tree(with: book.bytes))
    #expect(found.isEmpty && content?.ledger.years[0].records.count == 1, "\(found.map(\.message.zh))")
  }
}
