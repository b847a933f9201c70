import Diagnostics
import Scoring
import Texts

/// What cut an award, with the line that says so where that isn't the award's own rule.
extension AwardWords {
  func cut(_ award: Award) -> String {
    let counted = "计入\(award.points.exact)分"
    let item = rule(award)
    switch award.cap {
    case .none: return counted
    case .item(let span):
      return "\(item?.name ?? "")\(Words.span(span))上限\(bound(award, span)?.description ?? "")分，\(counted)"
    case .floor: return "扣完为止，\(counted)"
    case .group(let index, let span):
      let group = framework(award).groups[Int(index)]
      return "“\(group.name)”本组\(Words.span(span))上限\(group.caps[span]?.plain ?? "")分\(at(group.place))，\(counted)"
    case .total: return "总分上限\(framework(award).total.cap?.plain ?? "")分\(at(framework(award).total.place))，\(counted)"
    case .totalFloor:
      return "总分扣到\(framework(award).total.floor?.plain ?? "0")分为止\(at(framework(award).total.place))，\(counted)"
    case .once(let index):
      let other = counting(index, award)
      let cited = tree.citation(of: other.place)
      let place = cited.dropping(prefix: "content/").map { String($0) } ?? cited
      let known = "同一事项取最高：已有\(other.day)的记录（\(place)）"
      switch (award.points == .zero, record(award)?.corrects != nil) {
      case (true, false): return "\(known)，不重复计"
      case (true, true): return "\(known)，原记录本来没有另计，更正不影响得分"
      case (false, false): return "\(known)，本次补差\(award.points.exact)分"
      case (false, true): return "\(known)，\(counted)"
      }
    case .recounted:
      return isOnce(award) ? "同一事项重新取最高，\(counted)" : "\(item?.name ?? "")因更正重新计算封顶，\(counted)"
    }
  }

  func framework(_ award: Award) -> Framework {
    ledger.years[year].rulebook.framework(of: award.heading.standard)
  }

  /// Full marks bound what a branch's dated records give in a year as a cap would.
  private func bound(_ award: Award, _ span: CapSpan) -> Points? {
    let cap = rule(award)?.caps[span]
    guard span == .year, case .branch(let item) = award.heading,
      let most = ledger.years[year].rulebook.branchItems[item].maximum
    else { return cap }
    return cap.map { min($0, most) } ?? most
  }

  private func counting(_ index: Int32, _ award: Award) -> (day: Day, place: Place) {
    let record =
      switch award.heading.standard {
      case .members: ledger.years[year].records[Int(index)]
      case .branches: ledger.years[year].branchRecords[Int(index)].entry
      }
    return (record.day, record.place)
  }

  private func at(_ place: Place?) -> String { place.map { "（标准\(Words.spot(tree.spot(of: $0)))）" } ?? "" }
}
