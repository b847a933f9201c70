import Diagnostics
import Scoring
import Texts
import Wording

extension DataTable {
  /// Awards in order of time with the running total, each with its rule and its record.
  /// - Parameters:
  ///   - byKind: base and optional points in two columns (S5), as for a member; a branch has one.
  ///   - decimals: those of the account the awards are a part of; by default as many as they need by themselves.
  package static func ledger<Awards: Sequence<Award>>(
    _ awards: Awards, byKind: Bool, year: Ref<YearLedger>, decimals: Int? = nil,
    _ ledger: Ledger,
    _ scorebook: Scorebook,
    _ tree: SourceTree
  ) -> DataTable {
    let points: [Column] =
      byKind
      ? [.number("base", zh: "规定", en: "Base"), .number("optional", zh: "自选", en: "Optional")]
      : [.number("points", zh: "得分", en: "Points")]
    let ordered = awards.sorted { $0.day < $1.day }
    let decimals = decimals ?? Wording.decimals(of: ordered)
    let words = AwardWords(year: year, ledger, scorebook, tree, isData: true)
    var running = Points.zero
    let rows = ordered.map { award -> [Cell] in
      running += award.points
      let shown = Cell.number(award.points.text(decimals: decimals))
      var row: [Cell] = [.day(award.day)]
      row.reserveCapacity(12)
      if byKind, award.kind != .base { row.append(.none) }
      row.append(shown)
      if byKind, award.kind == .base { row.append(.none) }
      row += [
        cut(award, isDeduction: false, decimals), cut(award, isDeduction: true, decimals),
        .number(running.text(decimals: decimals)),
        .text(reason(of: award, words)),
        .text(tree.citation(of: award.rule)), .text(tree.citation(of: award.record)),
      ]
      return row
    }
    return DataTable(
      columns: [.word("date", zh: "日期", en: "Date")] + points + [
        .number("capped", zh: "封顶未计", en: "Capped"), .number("capped_deductions", zh: "封顶未扣", en: "Not deducted"),
        .number("running", zh: "累计", en: "Running"),
        .word("reason", zh: "事由", en: "Reason"), .word("rule", zh: "规则", en: "Rule"),
        .word("record", zh: "记录", en: "Record"),
      ], rows: rows)
  }

  /// The same words as on the page, whatever language surrounds them: items and notes are the office's own.
  private static func reason(of award: Award, _ words: AwardWords) -> String {
    let detail = words.detail(award)
    return words.reason(award) + (detail.isEmpty ? "" : "（\(detail)）")
  }

  /// What a cap kept from being given, or from being deducted.
  private static func cut(_ award: Award, isDeduction: Bool, _ decimals: Int) -> Cell {
    award.capped == .zero || award.isDeduction != isDeduction ? .none : .number(award.capped.text(decimals: decimals))
  }
}
