import Scoring
import Testing
import Texts

@testable import Grouping

@Suite("Figures of a group")
struct FiguresOfGroupsTests {
  private static func figures(
    _ company: String, years: [Int] = [2025], _ counts: [Measure: (Int, Int)]
  ) throws -> CompanyFigures {
    CompanyFigures(
      company: company, asOf: try #require(Day(year: 2025, month: 12, day: 11)), currentYear: years.max() ?? 0,
      years: try years.map { year in
        YearFigures(
          year: year,
          period: Period(
            first: try #require(Day(year: year - 1, month: 12, day: 1)),
            last: try #require(Day(year: year, month: 11, day: 30))), state: .draft, rulebook: "标准", members: 10,
          figures: Measure.allCases.map {
            let count = counts[$0, default: (0, 0)]
            return Figure(count.0, of: count.1, as: $0.form)
          })
      }, stories: [])
  }

  private static func group(_ companies: [CompanyFigures]) -> GroupContext {
    let order = GroupOrder(folders: companies.map(\.company))
    return GroupContext(
      order: order,
      companies: zip(order.companies, companies).map { GroupCompanyFigures(order: $0, figures: $1) },
      isOffice: false, tree: .init(files: []))
  }

  @Test(
    "a share is rounded half up in tenths of a per cent, and a part is never all, nor something nothing",
    arguments: [
      (312, 400, 780), (1, 3, 333), (2, 3, 667), (1, 800, 1), (1, 1600, 1), (0, 400, 0), (399, 400, 998),
      (4999, 5000, 999), (400, 400, 1000),
    ])
  func shares(numerator: Int, denominator: Int, tenths: Int) {
    // 399/400 is 99.75 %, and half up 99.8; 4999/5000 is 99.98 %, which would show as all.
    #expect(Figure(numerator, of: denominator, as: .share).tenths == tenths)
  }

  @Test("counts a head and a hundred heads; nobody makes no figure")
  func heads() {
    // 66 activities of 412 members: 16.02 a hundred. 15 204 records: 36.90 a head.
    #expect(Figure(66, of: 412, as: .perHundred).tenths == 160)
    #expect(Figure(15_204, of: 412, as: .perHead).tenths == 369)
    #expect(Figure(0, of: 0, as: .share).tenths == nil)
  }

  @Test(
    "the sum of a group is numerators by denominators, not the mean of shares; a company without the year isn't in it")
  func sums() throws {
    let group = Self.group([
      try Self.figures("甲", [.participation: (9, 10)]), try Self.figures("乙", [.participation: (10, 90)]),
      try Self.figures("丙", years: [2024], [.participation: (1, 1)]),
    ])
    // 19 of 100; the mean of 90 % and 11.1 % would be 50.6 %.
    #expect(group.sum(.participation, 2025) == Figure(19, of: 100, as: .share))
    #expect(group.sum(.participation, 2025).tenths == 190)
    #expect(group.years == [2025, 2024])
    #expect(group.currentYear == 2025)
  }

  @Test("whatever the order of the folders, the figures are the same; rows follow the order")
  func order() throws {
    let companies = try (1...6).map { index in
      try Self.figures(
        "c\(index)",
        Dictionary(
          uniqueKeysWithValues: Measure.allCases.enumerated().map { ($1, (index * ($0 + 1), 7 * (index + $0) + 40)) }))
    }
    let forth = Self.group(companies).board(2025, at: "index.html")
    let back = Self.group(companies.reversed()).board(2025, at: "index.html")
    for (one, other) in zip(forth.measures, back.measures) {
      #expect(one.sum?.numerator == other.sum?.numerator && one.sum?.denominator == other.sum?.denominator)
      #expect(one.rows.map(\.name) == other.rows.map(\.name).reversed())
      #expect(one.rows.map(\.figure?.value) == other.rows.map(\.figure?.value).reversed())
      let sum = one.rows.compactMap { $0.figure.flatMap { Int($0.numerator) } }.reduce(0, +)
      #expect("\(sum)" == one.sum?.numerator)
    }
    #expect(forth.companies.map(\.name) == companies.map(\.company))
  }

  @Test("a figure leads to the page of the company's own site that shows both counts, below the group's or elsewhere")
  func sources() throws {
    var order = GroupOrder(folders: ["仪表"])
    order.companies[0].id = "仪表"
    let company = GroupCompanyFigures(order: order.companies[0], figures: try Self.figures("仪表", [.welfare: (1, 2)]))
    let group = GroupContext(order: order, companies: [company], isOffice: false, tree: .init(files: []))
    let page = "2025/welfare.html"
    #expect(
      group.view(.welfare, 2025, at: page).rows[0].source == "../%E4%BB%AA%E8%A1%A8/2025/welfare.html")
    #expect(group.view(.late, 2025, at: "index.html").rows[0].source == "%E4%BB%AA%E8%A1%A8/years.html#y2025")
  }

  @Test("a scale ends at 100 % for shares that are to be high, and begins at zero for all others")
  func scales() {
    let rates = MeasureScale(.welfare, [897, 931, 1000])
    #expect((rates.low, rates.high) == (850, 1000))
    #expect(rates.spot(850) == "0.0" && rates.spot(1000) == "100.0" && rates.spot(925) == "50.0")
    #expect(MeasureScale(.works, [1000]).low == 950)
    let late = MeasureScale(.late, [3, 18])
    #expect((late.low, late.high) == (0, 20))
    #expect(MeasureScale(.records, [369]).high == 500)
  }
}
