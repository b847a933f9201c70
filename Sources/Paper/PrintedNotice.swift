import Composing
import Reading
import Scoring
import Templating
import Wording

/// The public notice (公示) to hang up, on A3: who may enter the PK, with the points that say so, and how to object.
struct PrintedNotice: PrintDocument {
  struct Row: Fillable {
    var number: Int
    @Inlined var name: GridName
    var short: String
    var base: String
    var optional: String
    var total: String
    var isTied: Bool
    /// Let in by a decision, against the points.
    var isDecided: Bool
  }

  struct Column: Fillable {
    var rows: [Row]
  }

  /// A sheet of paper: one, unless names are more than it holds at their smallest.
  struct Leaf: Fillable {
    var isFirst: Bool
    var isLast: Bool
    var columns: [Column]
  }

  @Inlined var chrome: Chrome
  var company: String
  var committee: String
  var dateInHan: String
  /// First and last day of the notice; none before it is settled.
  var days: [String]
  var hasDays: Bool { !days.isEmpty }
  var count: Int
  var perBranch: Int
  /// How small the names are set, 1 to 4.
  var density: Int
  var leaves: [Leaf]
  var overrides: [OverrideView]

  static let template = "print/notice"
  static let specimen = PrintedNotice(
    chrome: .specimen, company: "示例仪器公司", committee: "公司党委", dateInHan: "二〇二五年十二月八日",
    days: ["2025-12-08至2025-12-19"], count: 76, perBranch: 5, density: 1,
    leaves: [
      Leaf(
        isFirst: true, isLast: true,
        columns: [
          Column(rows: [
            Row(
              number: 1, name: .specimen, short: "环境监测", base: "60.00", optional: "37.25", total: "97.25", isTied: true,
              isDecided: true)
          ])
        ])
    ], overrides: [.specimen])
}

extension PrintedNotice {
  var sheets: [Sheet] { [Sheet("notice")] }

  /// Rows in a column at each size.
  static let rowsAt = [38, 46, 58, 72]
}

extension PrintPlan {
  package static func notice(_ context: SiteContext, year: Ref<YearLedger>) -> PrintPlan {
    PrintedNotice.plan("notice-\(context[year].ledger.year)") { context.printedNotice(year) }
  }
}

extension SiteContext {
  fileprivate func printedNotice(_ year: Ref<YearLedger>) -> PrintedNotice {
    let (book, scores) = (self[year].ledger, self[year].book)
    let chosen = scores.qualified.joined().filter { $0.obstacle == nil }
    let decided = Set(chosen.filter { $0.override != nil }.map(\.member))
    let members = Set(chosen.map(\.member))
    // As the company's board has them: by points, ties by name.
    let standings = scores.members.rows.filter { members.contains($0.member) }
    let rows = standings.enumerated().map { index, row in
      let isTied =
        index > 0 && standings[index - 1].total == row.total
        || index + 1 < standings.count && standings[index + 1].total == row.total
      return PrintedNotice.Row(
        number: index + 1, name: GridName(roster.members[row.member].name), short: roster.branches[row.branch].short,
        base: row.base.shown(row.decimals), optional: row.optional.shown(row.decimals),
        total: row.total.shown(row.decimals), isTied: isTied, isDecided: decided.contains(row.member))
    }
    let density = (PrintedNotice.rowsAt.firstIndex { 2 * $0 >= rows.count } ?? 3) + 1
    let most = PrintedNotice.rowsAt[density - 1]
    let leaves = stride(from: 0, to: max(1, rows.count), by: 2 * most).map { start in
      let own = rows.dropFirst(start).prefix(2 * most)
      let half = max(1, (own.count + 1) / 2)
      return PrintedNotice.Leaf(
        isFirst: start == 0, isLast: start + 2 * most >= rows.count,
        columns: [own.prefix(half), own.dropFirst(half)].map { .init(rows: Array($0)) })
    }
    return PrintedNotice(
      chrome: paperChrome(title: Words.notice(book.year), year: year), company: content.organisation.company,
      committee: content.organisation.committee,
      dateInHan: Words.formal(book.notice?.first ?? ledger.asOf),
      days: book.notice.map { [Words.days($0)] } ?? [], count: rows.count,
      perBranch: book.rulebook.qualification.perBranch, density: density, leaves: leaves, overrides: overrides(year))
  }
}
