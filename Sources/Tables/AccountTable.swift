import Diagnostics
import Scoring
import Texts
import Wording

/// An account as one value: awards in order of time, each with what every form of it says. Pages, prints, downloads,
/// archives and the terminal are forms of this.
package struct AccountTable: Sendable {
  package struct Line: Sendable {
    package let award: Award
    /// What for: the same words as on the page, whatever language surrounds them. Items and notes are the office's own.
    package let reason: String
    /// What makes its figure; empty where nothing does.
    package let detail: FigureText
    /// The total up to this line.
    package let running: Points

    package var isBase: Bool { award.kind == .base }
  }

  package let lines: [Line]
  /// With how many every figure of the account is shown, from two to six.
  package let decimals: Int
  package let citations: Citations

  /// - Parameters:
  ///   - decimals: those of the account the awards are a part of; by default as many as they need by themselves.
  package init(
    _ awards: some RandomAccessCollection<Award>, year: Ref<YearLedger>, decimals: Int? = nil, _ ledger: Ledger,
    _ scorebook: Scorebook, _ citations: Citations
  ) {
    self.decimals = decimals ?? Wording.decimals(of: awards)
    self.citations = citations
    let words = AwardWords(year: year, ledger, scorebook, citations.tree)
    var running = Points.zero
    var lines: [Line] = []
    lines.reserveCapacity(awards.count)
    let add = { (award: Award) in
      running += award.points
      lines.append(
        Line(award: award, reason: words.reason(award), detail: words.figures(award), running: running))
    }
    // As the book has them, nearly always.
    if zip(awards, awards.dropFirst()).allSatisfy({ $0.day <= $1.day }) {
      awards.forEach(add)
    } else {
      awards.sorted { $0.day < $1.day }.forEach(add)
    }
    self.lines = lines
  }
}

extension AccountTable {
  /// - Parameter byKind: base and optional points in two columns (S5), as for a member; a branch has one.
  package func data(byKind: Bool) -> DataTable { DataTable(lines, [day] + (byKind ? kinds : [points]) + rest) }

  private var day: TypedColumn<Line> { .word("date", zh: "日期", en: "Date") { .day($0.award.day) } }

  private var points: TypedColumn<Line> {
    .number("points", zh: "得分", en: "Points") { [decimals] in .points($0.award.points, decimals: decimals) }
  }

  private var kinds: [TypedColumn<Line>] {
    [
      .number("base", zh: "规定", en: "Base") { [decimals] in
        $0.isBase ? .points($0.award.points, decimals: decimals) : .none
      },
      .number("optional", zh: "自选", en: "Optional") { [decimals] in
        $0.isBase ? .none : .points($0.award.points, decimals: decimals)
      },
    ]
  }

  private var rest: [TypedColumn<Line>] {
    [
      .number("capped", zh: "封顶未计", en: "Capped") { [decimals] in
        $0.award.isDeduction ? .none : Self.cut($0.award, decimals)
      },
      .number("capped_deductions", zh: "封顶未扣", en: "Not deducted") { [decimals] in
        $0.award.isDeduction ? Self.cut($0.award, decimals) : .none
      },
      .number("running", zh: "累计", en: "Running") { [decimals] in .points($0.running, decimals: decimals) },
      .word("reason", zh: "事由", en: "Reason") {
        .text($0.detail.isEmpty ? $0.reason : "\($0.reason)（\($0.detail.data)）")
      },
      .word("rule", zh: "规则", en: "Rule") { [citations] in .text(citations.data($0.award.rule)) },
      .word("record", zh: "记录", en: "Record") { [citations] in .text(citations.data($0.award.record)) },
    ]
  }

  /// What a cap kept from being given, or from being deducted.
  private static func cut(_ award: Award, _ decimals: Int) -> DataTable.Cell {
    award.capped == .zero ? .none : .points(award.capped, decimals: decimals)
  }
}
