import Diagnostics
@testable import Reading
import Scoring
import Testing
import Texts

/// Takes the pieces from the last to the first, as threads might.
private struct Backwards: WorkPool {
  func map<Result: Sendable>(_ count: Int, _ piece: @Sendable (Int) -> Result) -> [Result] {
    (0..<count).reversed().map(piece).reversed()
  }
}

@Suite("A large table read in stretches")
struct StretchTests {
  private let path = "content/years/2025/records/b07.csv"
  private let header = "日期,党员,项目,事由,记录号,更正\n"

  /// All that was read and told, whatever the length of the stretches.
  private func outcome(_ project: Project, stretch: Int) -> (records: [String], told: [String]) {
    let (tree, _) = project.tree()
    let (content, diagnostics) = Reading.read(tree, pool: Backwards(), stretch: stretch)
    let ledger = content?.ledger
    let records = ledger?.years.first?.records ?? []
    return (
      records.map { record in
        let corrects = record.corrects.map { " corrects \(records[Int($0)].place.line)" } ?? ""
        return "\(record.place.line) \(record.day) \(ledger?.notes[Int(record.note)] ?? "")\(corrects)"
      },
      diagnostics.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code.rawValue) \($0.message.en)" }
    )
  }

  @Test(
    "a quoted note over several lines may begin, end or lie wherever the file is cut: the same records on the same lines",
    arguments: ["\n", "\r\n", "\r"])
  func quoted(lineEnd: String) throws {
    var project = try Project.base()
    // The third line looks like a row, and is none.
    let note = "\"甲\n2025-03-01,gao-yuan,theme-day,乙,,\n\n\"\"丙\"\"\""
    project.files[path] =
      (header + "2025-03-08,gao-yuan,lecture,一,r-1,\n# 注\n2025-03-09,gao-yuan,theme-day,\(note),,\n\n"
      + "2025-03-10,gao-yuan,theme-day,三,,\n2025-03-11,gao-yuan,lecture,一,,r-1\n")
      .replacing("\n", with: lineEnd)
    let inner = "甲\n2025-03-01,gao-yuan,theme-day,乙,,\n\n\"丙\"".replacing("\n", with: lineEnd)
    for stretch in 1...300 {
      let (records, told) = outcome(project, stretch: stretch)
      #expect(told == [], "stretches of \(stretch) bytes")
      #expect(
        records == ["2 2025-03-08 一", "4 2025-03-09 \(inner)", "9 2025-03-10 三", "10 2025-03-11 一 corrects 2"],
        "stretches of \(stretch) bytes")
    }
  }

  @Test("mistakes in every stretch are told at their lines, once, and a name misspelt in several of them with its uses")
  func mistakes() throws {
    var project = try Project.base()
    project.files[path] =
      header + "2025-03-08,gao-yuan,theme-day,一,,\n2025-02-30,gao-yuan,theme-day,二,,\n"
      + "2025-03-10,gaoyuan,theme-day,三,,\n2025-03-11,gao-yuan,theme-day\n2025-03-12,gao-yuan,theme-day,\"四\n五\",r-1,\n"
      + "2025-03-12,gaoyuan,theme-day,六,r-1,\n2025-03-08,gao-yuan,theme-day,一,,\n2025-03-13,gao-yuan,theme-day,\"七,,\n"
    // A row has 40 bytes or so: every cut within one, and then cuts behind each of the rows.
    for stretch in Array(1...50) + stride(from: 53, through: 400, by: 7) {
      let (records, told) = outcome(project, stretch: stretch)
      #expect(records == [])
      #expect(
        told.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
          "3:1 malformed-date", "4:12 unknown-member", "5:1 ragged-row", "8:32 duplicate-id", "9:1 duplicate-record",
          "10:31 unclosed-quote",
        ], "stretches of \(stretch) bytes")
      #expect(told[1].hasSuffix("(written so in 1 more place)"))
      #expect(told[3].contains("\(path):6"))
      #expect(told[4].contains("\(path):2"))
    }
  }

  @Test("a mistaken header is told once, and nothing behind it")
  func wrongHeader() throws {
    var project = try Project.base()
    project.files[path] = "日期,党员,项目,事油\n2025-02-30,nobody,theme-day,一\n2025-02-30,nobody,theme-day,一\n"
    for stretch in [1, 40, 1000] {
      #expect(outcome(project, stretch: stretch).told.map { $0.split(separator: " ")[1] } == ["unknown-column"])
    }
  }

  @Test("of a file with more mistakes than are told, the same ones are told and the others counted")
  func capped() throws {
    var project = try Project.base()
    let most = Diagnostic.mostPerFile
    project.files[path] =
      header + (0..<most * 2).map { "2025-02-30,nobody-\($0),theme-day,\($0),,\n" }.joined()
    let (tree, _) = project.tree()
    let whole = Reading.read(tree, pool: Backwards(), stretch: 1 << 20).1
    #expect(whole.reduce(0) { $0 + 1 + $1.further } == most * 4, "each row has two mistakes")
    for stretch in [50, 777, 5000] { #expect(Reading.read(tree, pool: Backwards(), stretch: stretch).1 == whole) }
  }

  @Test("welfare is cut like records")
  func welfare() throws {
    var project = try Project.base()
    project.files["content/years/2025/welfare/all.csv"] =
      "日期,党员,分钟,事由\n2025-03-08,gao-yuan,30,\"一\n二\"\n2025-03-09,gao-yuan,60,一\n"
    for stretch in 1...90 {
      let (tree, _) = project.tree()
      let (content, diagnostics) = Reading.read(tree, pool: OneByOne(), stretch: stretch)
      #expect(diagnostics == [])
      let ledger = try #require(content?.ledger)
      let entries = ledger.years[0].welfare.prefix(2)
      #expect(entries.map(\.place.line) == [2, 4])
      #expect(entries.map { ledger.notes[Int($0.note)] } == ["一\n二", "一"])
    }
  }
}
