import Testing

@testable import Charting

/// A word of a drawing and the room it takes, in units.
private struct Word: CustomStringConvertible {
  let text: String
  let left: Double
  let right: Double
  let baseline: Double

  var description: String { "\(text) (\(left)–\(right), \(baseline))" }

  func touches(_ other: Word) -> Bool {
    left < other.right && other.left < right && abs(baseline - other.baseline) < 12
  }
}

private func words(of svg: String) throws -> [Word] {
  var anchor = "start"
  return try svg.split(separator: "<", omittingEmptySubsequences: true).compactMap { part in
    // A group says once how its texts stand.
    if part.starts(with: "g ") || part.starts(with: "/g>") { anchor = "start" }
    func attribute(_ name: String) -> String {
      part.split(separator: " \(name)=\"", omittingEmptySubsequences: false).dropFirst().first.map {
        String($0.prefix { $0 != "\"" })
      } ?? ""
    }
    if part.starts(with: "g ") { anchor = attribute("text-anchor") }
    guard part.starts(with: "text ") else { return nil }
    let text = String(part.split(separator: ">", maxSplits: 1)[1])
    // As wide as a phone shows it.
    let width = Double(TextSpace.width(text)) / 10
    let x = try #require(Double(attribute("x")))
    let own = attribute("text-anchor").isEmpty ? anchor : attribute("text-anchor")
    let left = own == "end" ? x - width : own == "middle" ? x - width / 2 : x
    return Word(text: text, left: left, right: left + width, baseline: try #require(Double(attribute("y"))))
  }
}

private func data(_ labels: [String], _ series: [[Int64?]], highlights: [Int] = [], mark: Int64? = nil) -> ChartData {
  ChartData(
    heading: "月", labels: labels, series: series.enumerated().map { ChartSeries("系列\($0 + 1)", $1) }, unit: "分",
    highlights: highlights, mark: mark.map { ChartMark("要求", $0) })
}

/// If these broke, an unusual month would make a chart that can't be read, or one that attacks its reader.
@Suite struct EdgeTests {
  private static let months = (1...12).map { "\($0)" }
  private static let branches = (1...16).map { "第\($0)支部" }

  private static let charts: [ChartData] = [
    data(months, [months.indices.map { Int64($0 * 150 + 50) }], highlights: [11]),
    data(months, [Array(repeating: 99_999, count: 12), Array(repeating: 1, count: 12)], highlights: [0]),
    data(months, [Array(repeating: 1000, count: 12), Array(repeating: 1001, count: 12)], highlights: [3]),
    data(months, [months.indices.map { Int64($0 - 6) * 1000 }], highlights: [0], mark: 500),
    data(months, (0..<5).map { order in months.indices.map { _ in Int64(order) } }),
    data((1...60).map { "2025-\($0)" }, [(1...60).map { Int64($0 * $0) * 100 }], highlights: [59]),
    data(branches, [branches.indices.map { Int64($0) * 12_345_678 }, branches.indices.map { _ in 3 }], mark: 9),
    data(branches, [branches.indices.map { _ in 100_000_000 }]),
    data(["一"], [[700]], highlights: [0]),
    data(["一", "二"], [[0, 0]], highlights: [0]),
    data(["一", "二", "三"], [[nil, 5, nil]], mark: 5),
    data(["甲", "乙"], [[100_000_000_000_000, -100_000_000_000_000]], highlights: [0, 1]),
  ]

  @Test(
    "no word of a drawing touches another or leaves it, whatever the figures", arguments: charts.indices,
    [ChartKind.bar, .stacked, .line, .profile])
  func noOverlap(index: Int, kind: ChartKind) throws {
    let data = Self.charts[index]
    let words = try words(of: try #require(draw(data, as: kind, label: "")).svg)
    #expect(!words.isEmpty)
    for (index, word) in words.enumerated() {
      #expect(word.left >= -0.1 && word.right <= 480.1, "\(word) leaves the drawing")
      for other in words[(index + 1)...] { #expect(!word.touches(other), "\(word) touches \(other)") }
    }
  }

  @Test("the same figures draw the same bytes", arguments: ChartKind.allCases)
  func deterministic(kind: ChartKind) {
    for one in Self.charts { #expect(draw(one, as: kind, label: "图") == draw(one, as: kind, label: "图")) }
  }

  @Test("a hostile label stays text, in the drawing and in its name", arguments: ChartKind.allCases)
  func hostile(kind: ChartKind) throws {
    let evil = "\"><script>alert('1')</script>&\u{0}\u{8}"
    let chart = try #require(
      draw(
        ChartData(
          heading: evil, labels: [evil, "乙"], series: [ChartSeries(evil, [100, 200]), ChartSeries("乙", [1, 2])],
          unit: evil, highlights: [0], mark: ChartMark(evil, 100)), as: kind, label: evil))
    for svg in [chart.svg] + chart.panels.map(\.svg) {
      #expect(!svg.contains("<script") && !svg.contains("'1'") && !svg.contains("\u{0}") && !svg.contains("\u{8}"))
      // Nothing inside an attribute ended it: every tag is one the module writes.
      let tags = Set(svg.split(separator: "<").map { String($0.prefix { $0.isLetter || $0 == "/" }) })
      #expect(
        tags.isSubset(of: ["svg", "line", "rect", "path", "circle", "text", "/text", "g", "/g", "/svg"]), "\(tags)")
    }
  }

  @Test("no figure is no chart, and zeros are an empty axis", arguments: ChartKind.allCases)
  func empty(kind: ChartKind) throws {
    #expect(draw(data([], [[]]), as: kind, label: "") == nil)
    #expect(draw(data(["一"], [[nil]]), as: kind, label: "") == nil)
    #expect(draw(data([], []), as: kind, label: "") == nil)
    let zeros = try #require(draw(data(["一", "二"], [[0, 0]]), as: kind, label: ""))
    #expect(!zeros.svg.contains("<rect"), "nothing has no bar")
    #expect(zeros.rows.isEmpty == false)
  }

  @Test("what is drawn is also told: a role, a name, and every figure in the table")
  func told() throws {
    let chart = try #require(draw(data(["1", "2"], [[100, nil], [-50, 200]]), as: .stacked, label: "一月最高"))
    #expect(chart.svg.hasPrefix("<svg class=\"plot\" viewBox=\"0 0 480 "))
    #expect(chart.svg.contains(" role=\"img\" aria-label=\"一月最高\""))
    #expect(chart.columns == ["月", "系列1（分）", "系列2（分）"])
    #expect(chart.rows == [["1", "1.00", "−0.50"], ["2", "–", "2.00"]])
    let panels = try #require(draw(data(["1", "2"], [[100, nil], [-50, 200]]), as: .multiples, label: ""))
    #expect(panels.columns == ["月", "1", "2"] && panels.rows == [["系列1", "1.00", "–"], ["系列2", "−0.50", "2.00"]])
  }

  @Test("no drawing says a colour in a style: the stylesheet may, and a printer has the literal beside the class")
  func colours() throws {
    for kind in ChartKind.allCases {
      let chart = try #require(draw(Self.charts[3], as: kind, label: ""))
      let svg = chart.svg + chart.panels.map(\.svg).joined()
      #expect(!svg.contains("style="))
      var group = ""
      for element in svg.split(separator: "<") {
        if element.starts(with: "g ") { group = String(element) }
        if element.starts(with: "/g>") { group = "" }
        guard ["rect ", "line ", "path ", "circl"].contains(element.prefix(5)) else { continue }
        let look = element.contains("class=\"") ? String(element) : group
        #expect(look.contains("class=\"") && look.contains("=\"#"), "\(element)")
      }
    }
  }
}
