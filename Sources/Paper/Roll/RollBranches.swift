import Composing
import Reading
import Scoring
import Templating
import Wording

/// A branch the committee decided to honor: its points, a sentence on its year, four figures and its days.
struct HonoredBranch: Fillable {
  var standing: BranchRow?
  var name: String
  var unit: String
  var members: Int
  /// Per cent; none for a branch nobody counts in.
  var welfareRate: [String]
  /// What is told of its year; none or one.
  var sentence: [String]
  /// From one of its stories of the year; none or one.
  @WebAddress var drawing: [String]
  @HTML var strip: String

  /// Of a drawing over it, in tenths of a millimetre as the stylesheet has it.
  static let drawing = 400
  /// With what sets it apart.
  var height: Int { 680 - (sentence.isEmpty ? 120 : 0) + (drawing.isEmpty ? 0 : Self.drawing) }

  static let specimen = HonoredBranch(
    standing: .specimen, name: "环境监测支部", unit: "环境事业部", members: 31, welfareRate: ["96.7"],
    sentence: ["九月的两个周六，二十六名党员采完三条河。"], drawing: ["media/rivers/rain.svg"],
    strip: "<svg viewBox=\"0 0 166 17\" aria-hidden=\"true\"></svg>")
}

/// Those of a branch who may enter the PK, over its days.
struct QualifiedBranch: Fillable {
  struct Cell: Fillable {
    @Unprinted var member: Ref<Member>
    @Inlined var name: GridName
    var total: String
    var isWinner: Bool
    /// Whether a decision let her in, against the points.
    var isDecided: Bool
  }

  struct Row: Fillable {
    var cells: [Cell]
  }

  /// Whether names of the same branch stand before these: they are many.
  var isContinued: Bool
  var short: String
  var total: String
  @Unprinted var place: Int?
  var rank: String { place.orDash }
  var isRanked: Bool { place != nil }
  var isTied: Bool
  /// Which of four heights it takes, by its rows of names.
  var rowCount: Int { min(max(rows.count, 1), 4) }
  var rows: [Row]
  @HTML var strip: String

  static let specimen = QualifiedBranch(
    isContinued: true, short: "环境监测", total: "37.00", place: 13, isTied: true,
    rows: [Row(cells: [Cell(member: Ref(0), name: .specimen, total: "97.25", isWinner: true, isDecided: true)])],
    strip: "<svg viewBox=\"0 0 130 6.5\" aria-hidden=\"true\"></svg>")
}

extension SiteContext {
  /// In the order of the record.
  func honoredBranches(_ year: Ref<YearLedger>, _ lines: YearLines) -> [HonoredBranch] {
    self[year].ledger.decisions.compactMap { decision in
      guard case .excellentBranch(let branch) = decision.matter else { return nil }
      let row = self[year].book.branches.first { $0.branch == branch }
      let stories = self[year].stories.byBranch[Int(branch.index)].map { content.stories[$0] }
      return HonoredBranch(
        standing: row.flatMap { branchRow($0, year: year) }, name: roster.branches[branch].name,
        unit: roster.branches[branch].unit, members: self[year].standing.stays[Int(branch.index)].count,
        welfareRate: self[year].book.welfare.branches[Int(branch.index)].perMille.map { [tenths($0)] } ?? [],
        sentence: sentence(decision, stories), drawing: Array(drawings(in: stories).prefix(1)),
        strip: DayStrip(width: 16600, height: 1700).svg(lines.branches[Int(branch.index)], lines.branchScale))
    }
  }

  /// The committee's own words, else what the newest story that fits two lines says of the branch's year.
  private func sentence(_ decision: Decision, _ stories: [Story]) -> [String] {
    if !decision.sentence.isEmpty { return decision.sentence }
    let found = stories.first { !$0.summary.isEmpty && LineFit.lines($0.summary, ems: 42) <= 2 }
    return found.map { [$0.summary] } ?? stories.prefix(1).map(\.title)
  }

  /// Those who may enter the PK, branch by branch in roster order; of many names several pieces.
  func qualifiedBranches(_ year: Ref<YearLedger>, _ lines: YearLines, winners: Set<Ref<Member>>) -> [QualifiedBranch] {
    roster.branches.refs.flatMap { branch in
      let row = self[year].book.branches.first { $0.branch == branch }
      let view = row.flatMap { branchRow($0, year: year) }
      let cells = self[year].book.qualified[Int(branch.index)].filter { $0.obstacle == nil }.map { one in
        QualifiedBranch.Cell(
          member: one.member, name: GridName(roster.members[one.member].name), total: one.total.shown,
          isWinner: winners.contains(one.member), isDecided: one.override != nil)
      }
      let strip = DayStrip(width: 13000, height: 650, hasMonths: false, pen: 30)
        .svg(lines.branches[Int(branch.index)], lines.branchScale)
      let rows = inRows(cells, of: 5).map(QualifiedBranch.Row.init)
      return stride(from: 0, to: max(rows.count, 1), by: QualifiedBranch.mostRows).map { start in
        QualifiedBranch(
          isContinued: start > 0, short: roster.branches[branch].short, total: view?.total ?? "", place: row?.rank,
          isTied: row?.isTied ?? false, rows: Array(rows.dropFirst(start).prefix(QualifiedBranch.mostRows)),
          strip: strip)
      }
    }
  }
}

extension QualifiedBranch {
  /// Of names in one piece.
  static let mostRows = 4

  var members: [Ref<Member>] { rows.flatMap { $0.cells.map(\.member) } }
  /// In tenths of a millimetre, as the stylesheet has it.
  var height: Int { 264 + 115 * (rowCount - 1) }
}

/// Cells of a grid in rows of so many places, in their order; a long name takes two.
private func inRows(_ cells: [QualifiedBranch.Cell], of places: Int) -> [[QualifiedBranch.Cell]] {
  var rows: [[QualifiedBranch.Cell]] = []
  var room = 0
  for cell in cells {
    if cell.name.places > room {
      rows.append([])
      room = places
    }
    rows[rows.count - 1].append(cell)
    room -= cell.name.places
  }
  return rows
}
