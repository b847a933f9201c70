import Diagnostics
@testable import Reading
import Scoring
import Testing
import Texts

@Suite("Quantities, corrections and the limits of figures")
struct QuantityTests {
  private let head = "日期,党员,项目,数量,级别,活动,工作,事由,记录号,更正,补录日期\n"

  private func read(_ rows: String, _ others: [String: String] = [:]) throws -> (Content?, [Diagnostic]) {
    var project = try Project.base()
    project.lay(["content/years/2025/records/b07.csv": head + rows])
    project.lay(others)
    let (content, diagnostics, _, _) = project.read()
    return (content, diagnostics)
  }

  private func codes(_ rows: String) throws -> [String] { try read(rows).1.map(\.code.rawValue) }

  @Test(
    "a quantity is read only where points are given by it",
    arguments: [
      ("theme-day,3,", true), ("theme-day,0.5,", true), ("theme-day,1,", false), ("theme-day,1.00,", false),
      ("theme-day,,", false), ("award,2,市", true), ("award,1,市", false), ("absence,2,", true), ("absence,1,", false),
      ("lecture,3,", false), ("lecture,0.25,", false),
    ])
  func unused(_ cells: String, isRefused: Bool) throws {
    #expect(try codes("2025-03-08,zhou-jingyi,\(cells),,,一次,,,\n") == (isRefused ? ["quantity-not-used"] : []))
  }

  @Test("a correction of such a record states the part it takes away; one that adds is refused, however it comes about")
  func corrections() throws {
    let record = "2025-03-08,zhou-jingyi,award,,市,,,获奖,r1,,\n"
    let correction = { (quantity: String, id: String, target: String) in
      "2025-03-09,zhou-jingyi,award,\(quantity),市,,,更正\(id),\(id),\(target),\n"
    }
    #expect(try codes(record + correction("-1", "c1", "r1")) == [])
    #expect(try codes(record + correction("-0.5", "c1", "r1") + correction("-0.5", "c2", "r1")) == [])
    #expect(
      try codes(record + correction("-0.75", "c1", "r1") + correction("-0.5", "c2", "r1")) == ["correction-too-large"])
    // Left empty it would be +1: the award twice.
    #expect(try codes(record + correction("", "c1", "r1")) == ["quantity-not-used"])
    #expect(try codes(record + correction("2", "c1", "r1")) == ["quantity-not-used", "quantity-not-used"])
    // A correction of a correction gives back what it took.
    #expect(try codes(record + correction("-1", "c1", "r1") + correction("1", "c2", "c1")) == [])
    // By the unit more may be added: two lectures were three.
    let lecture = "2025-03-08,zhou-jingyi,lecture,2,,,,讲课,r1,,\n2025-03-09,zhou-jingyi,lecture,1,,,,少记一次,,r1,\n"
    #expect(try codes(lecture) == [])
  }

  @Test("a correction has its record's level: it may leave it out, and not state another")
  func levels() throws {
    let record = "2025-03-08,zhou-jingyi,award,,省,,,获奖,r1,,\n"
    let (content, found) = try read(record + "2025-03-09,zhou-jingyi,award,-1,,,,更正,,r1,\n")
    #expect(found.isEmpty)
    #expect(content?.ledger.years[0].records.map(\.level) == [2, 2])
    #expect(try codes(record + "2025-03-09,zhou-jingyi,award,-1,市,,,更正,,r1,\n") == ["correction-at-other-level"])
    // Over another correction it is still the record's level that counts, and lines may stand in any order.
    let chain =
      "2025-03-10,zhou-jingyi,award,0.5,公司,,,更正二,,c1,\n2025-03-09,zhou-jingyi,award,-1,,,,更正一,c1,r1,\n" + record
    #expect(try codes(chain) == ["quantity-not-used", "correction-at-other-level"])
  }

  @Test("on a sealed day such a record is told and bars nobody: it can't be mended any more")
  func sealed() throws {
    let seal = "content/years/2025/seals/2025-03"
    let digest = String(repeating: "0", count: 64)
    let (content, found) = try read(
      "2025-03-08,zhou-jingyi,theme-day,3,,,,三月,,,\n2025-04-08,zhou-jingyi,theme-day,,,,,四月,,,\n",
      [
        "\(seal).yaml": """
        period: {from: 2025-03-01, to: 2025-03-31}
        sealed_as_of: 2025-04-01
        entries: 0
        points: "12,345,678.125"
        capped: "0.00"
        rulebook_sha256: \(digest)
        entries_sha256: \(digest)

        """,
        "\(seal).csv": "类,日期,对象,项目,得分,封顶未计,来源,摘要\n",
      ])
    #expect(found.map(\.code) == [.quantityNotUsed])
    #expect(found.first?.severity == .warning)
    #expect(content != nil)
    let (_, free) = try read("2025-04-08,zhou-jingyi,theme-day,3,,,,四月,,,\n")
    #expect(free.first?.severity == .error)
  }

  @Test("what a record would be worth beyond a million points is refused, like the number itself")
  func limits() throws {
    // 2 points each.
    #expect(try codes("2025-03-08,zhou-jingyi,lecture,\"500,000\",,,,很多,,,\n") == [])
    #expect(try codes("2025-03-08,zhou-jingyi,lecture,500000.01,,,,更多,,,\n") == ["absurd-number"])
    #expect(try codes("2025-03-08,zhou-jingyi,lecture,1000000,,,,更多,,,\n") == ["absurd-number"])
  }

  private func edited(_ path: String, _ old: String, _ new: String) throws -> [String] {
    var project = try Project.base()
    let text = try #require(project.files[path])
    try #require(text.contains(old))
    project.files[path] = text.replacing(old, with: new)
    return project.read().diagnostics.map(\.code.rawValue)
  }

  @Test("an award for welfare isn't worth more than a million either")
  func steps() throws {
    let rulebook = "content/years/2025/rulebook.yaml"
    // 1440 minutes are 1441 steps of a minute at most: 693.96 × 1441 is just below a million.
    let steps = { (points: String) in "base_minutes: 120\n  step_minutes: 1\n  step_points: \(points)" }
    #expect(try edited(rulebook, "base_minutes: 120", steps("693.96")) == [])
    #expect(try edited(rulebook, "base_minutes: 120", steps("693.97")) == ["absurd-number"])
  }

  @Test(
    "a score may have two decimals, from 0 to 100; shares and grades are whole",
    arguments: [
      ("score: 75", "score: 79.5", []), ("score: 75", "score: 79.55", []), ("score: 75", "score: 100", []),
      ("score: 75", "score: 79.555", ["malformed-number"]), ("score: 75", "score: 100.01", ["absurd-number"]),
      ("score: 75", "score: -1", ["negative-number"]), ("gao-yuan: 60}", "gao-yuan: 60.5}", ["malformed-number"]),
      ("grade: 80", "grade: 80.5", ["malformed-number"]),
    ] as [(String, String, [String])])
  func scores(_ old: String, _ new: String, _ codes: [String]) throws {
    #expect(try edited("content/years/2025/projects/station-data.yaml", old, new) == codes)
  }

  @Test("each computed form is for one item", arguments: ["welfare-base, points: 3", "welfare-beyond", "project"])
  func forms(_ form: String) throws {
    let item = "    - {key: absence,"
    let second = "    - {key: second, name: 又一项, kind: 自选, form: \(form)}\n"
    #expect(try edited("content/years/2025/rulebook.yaml", item, second + item) == ["duplicate-form"])
  }

  @Test("content in a newer format than the program knows isn't read at all, and that is all that is said")
  func format() throws {
    let site = "content/site.yaml"
    #expect(try edited(site, "as_of:", "format: 1\nas_of:") == [])
    #expect(try edited(site, "as_of:", "format: 2\nsomething: new\nas_of:") == ["newer-format"])
    #expect(try edited(site, "as_of:", "format: 1.5\nas_of:") == ["malformed-number"])
    #expect(try edited(site, "as_of:", "format: 0\nas_of:") == ["absurd-number"])
  }
}
