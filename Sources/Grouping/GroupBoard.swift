import Composing
import Diagnostics
import Scoring
import Templating
import Wording

/// A figure and the two counts that give it.
struct FigureView: Fillable {
  var value: String
  var unit: String
  var numerator: String
  var denominator: String

  static let specimen = FigureView(value: "92.3", unit: "%", numerator: "312", denominator: "338")

  /// `nil` where nobody and nothing counts.
  init?(_ figure: Figure, _ measure: Measure) {
    guard let tenths = figure.tenths else { return nil }
    self.init(
      value: Wording.tenths(tenths), unit: GroupWords.unit(measure.rawValue), numerator: grouped(figure.numerator),
      denominator: grouped(figure.denominator))
  }

  private init(value: String, unit: String, numerator: String, denominator: String) {
    self.value = value
    self.unit = unit
    self.numerator = numerator
    self.denominator = denominator
  }
}

/// A company's figure of one measure, and the page of its own site that shows where it is from.
struct FigureRow: Fillable {
  var name: String
  /// Whether the company keeps points in that year at all.
  var isUsed: Bool
  var figure: FigureView?
  @WebAddress var source: String
  /// Where its mark stands on the measure's scale, in hundredths of its width; empty without a figure.
  var mark: String

  static let specimen = FigureRow(
    name: "仪表", isUsed: true, figure: .specimen, source: "../meters/2025/welfare.html", mark: "64.0")
}

/// What companies are compared by, with its definition and where each of them stands.
struct MeasureView: Fillable {
  var key: String
  var name: String
  var definition: String
  var unit: String
  /// What is counted, and of what.
  var counted: String
  var ofWhat: String
  var sum: FigureView?
  /// Where the sum's mark stands.
  var sumMark: String
  /// Figures at the two ends of the scale.
  var ends: [String]
  /// The marks of all companies as one path, for a scale without names.
  var marks: String
  var rows: [FigureRow]
  /// The measure's own page, from the site's root.
  @WebAddress var page: String

  static let specimen = MeasureView(
    key: "welfare", name: "公益参与率", definition: "公益时长达到本公司标准的党员，占计入的党员。", unit: "%", counted: "参加公益的党员",
    ofWhat: "计入的党员", sum: .specimen, sumMark: "71.5", ends: ["85", "100"], marks: "M64.0 4v16M80.0 4v16",
    rows: [.specimen], page: "2025/welfare.html")
}

/// A company, and what its year rests on.
struct CompanyCard: Fillable {
  var name: String
  /// Its own site.
  @WebAddress var href: String
  var isUsed: Bool
  var members: String
  var periodFirst: String
  var periodLast: String
  var rulebook: String
  @WebAddress var rulebookHref: String
  var state: String

  static let specimen = CompanyCard(
    name: "仪表公司", href: "../meters/index.html", isUsed: true, members: "400", periodFirst: "2024-12-01",
    periodLast: "2025-11-30", rulebook: "2025年度积分标准", rulebookHref: "../meters/2025/rulebook.html", state: "草稿")
}

/// A year of the group: its companies side by side.
struct GroupBoard: Fillable {
  var year: Int
  var companyTotal: Int
  /// Companies that keep points in that year.
  var usedTotal: Int
  var memberTotal: String
  /// Whether each measure has a row a company; of many companies it has one scale with all marks.
  var isListed: Bool
  var companies: [CompanyCard]
  var measures: [MeasureView]
  /// Of the two that every company has a page for: whole sentences begin with them.
  var participation: FigureView?
  var welfare: FigureView?
  /// All figures of the year as files, from the site's root.
  @WebAddress var csv: String
  @WebAddress var json: String
  @WebAddress var xlsx: String

  static let specimen = GroupBoard(
    year: 2025, companyTotal: 3, usedTotal: 2, memberTotal: "1,006", isListed: true, companies: [.specimen],
    measures: [.specimen], participation: .specimen, welfare: .specimen, csv: "2025/figures.csv",
    json: "2025/figures.json", xlsx: "2025/figures.xlsx")
}

extension GroupContext {
  /// More rows in each of the blocks make a page that nobody reads and no telephone likes.
  private static let mostListed = 20

  func board(_ year: Int, at path: String) -> GroupBoard {
    let used = companies.compactMap { $0.year(year) }
    return GroupBoard(
      year: year, companyTotal: companies.count, usedTotal: used.count,
      memberTotal: grouped(used.reduce(0) { $0 + $1.members }), isListed: companies.count <= Self.mostListed,
      companies: companies.map { card($0, year, path) }, measures: Measure.allCases.map { view($0, year, at: path) },
      participation: FigureView(sum(.participation, year), .participation),
      welfare: FigureView(sum(.welfare, year), .welfare), csv: GroupAddress.figures(year, "csv"),
      json: GroupAddress.figures(year, "json"), xlsx: GroupAddress.figures(year, "xlsx"))
  }

  func view(_ measure: Measure, _ year: Int, at path: String) -> MeasureView {
    let key = measure.rawValue
    let root = Address.root(of: path)
    let sum = sum(measure, year)
    let figures = companies.map { $0.year(year)?[measure] }
    let scale = MeasureScale(measure, figures.compactMap { $0?.tenths } + (sum.tenths.map { [$0] } ?? []))
    let marks = figures.map { $0?.tenths.map(scale.spot) ?? "" }
    return MeasureView(
      key: key, name: GroupWords.name(key), definition: GroupWords.definition(key),
      unit: GroupWords.unit(key), counted: GroupWords.numerator(key),
      ofWhat: GroupWords.denominator(key), sum: FigureView(sum, measure), sumMark: sum.tenths.map(scale.spot) ?? "",
      ends: scale.ends, marks: marks.filter { !$0.isEmpty }.map { "M\($0) 4v16" }.joined(),
      rows: zip(companies, zip(figures, marks)).map { company, figure in
        FigureRow(
          name: company.short, isUsed: figure.0 != nil, figure: figure.0.flatMap { FigureView($0, measure) },
          source: company.address(measure.source(year), from: root), mark: figure.1)
      }, page: GroupAddress.measure(measure, year))
  }

  private func card(_ company: GroupCompanyFigures, _ year: Int, _ path: String) -> CompanyCard {
    let root = Address.root(of: path)
    let figures = company.year(year)
    return CompanyCard(
      name: company.name, href: company.address(Address.home, from: root), isUsed: figures != nil,
      members: grouped(figures?.members ?? 0), periodFirst: figures.map { "\($0.period.first)" } ?? "",
      periodLast: figures.map { "\($0.period.last)" } ?? "", rulebook: figures?.rulebook ?? "",
      rulebookHref: company.address(Address.rulebook(year), from: root),
      state: figures.map { Words.state($0.state).zh } ?? "")
  }
}
