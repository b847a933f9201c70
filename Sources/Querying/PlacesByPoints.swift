import Diagnostics
import LedgerTables
import Reporting
import Scoring
import Texts

/// In the intranet's edition a report names nobody's place by points but those the leaderboard names.
extension AskedQuestion {
  /// Functions that give places, or take somebody by hers.
  private static let placing: Set<String> = [
    "rank", "dense_rank", "row_number", "percent_rank", "cume_dist", "ntile", "first_value", "last_value", "nth_value",
  ]
  /// So many rows in the order of points stand so by accident once in sixty.
  private static let fewest = 5

  /// `nil` where it asks for nobody's points, or tells no places by them: not by a function, not by a column that holds
  /// them, not by taking the first or last, not by the order of its rows.
  func placesMistake(
    _ result: ResultTable, _ guardian: QueryGuard, _ places: PublishedPlaces, _ year: Ref<YearLedger>
  ) -> Diagnostic? {
    guard !places.areAll, guardian.read.contains("member_awards.points") else { return nil }
    let withheld = result.rows.compactMap { row -> (row: [ResultTable.Cell], member: Ref<Member>)? in
      let members = row.compactMap { cell -> Ref<Member>? in
        switch cell {
        case .member(let member): member
        case .text(let text): places.member(named: text)
        default: nil
        }
      }
      return members.first { places.isWithheld($0, year) }.map { (row, $0) }
    }
    guard !withheld.isEmpty else { return nil }
    let totals = withheld.compactMap { places.total($0.member, year) }
    let isInOrder = zip(totals, totals.dropFirst()).allSatisfy(<=) || zip(totals, totals.dropFirst()).allSatisfy(>=)
    let isSpread = Set(totals).count > 1
    let isTaken = pieces.contains { $0.isCalled("limit") } || !guardian.called.isDisjoint(with: ["min", "max"])
    let tellsRanks = result.columns.indices.contains { column in
      withheld.count > 1
        && withheld.allSatisfy { entry in
          if case .integer(let number) = entry.row[column] {
            places.rank(entry.member, year).map { Int64($0) == number } ?? false
          } else {
            false
          }
        }
    }
    guard
      !guardian.called.isDisjoint(with: Self.placing) || tellsRanks
        || isInOrder && (isTaken || isSpread && withheld.count >= Self.fewest)
    else { return nil }
    return .placesWithheld(Set(withheld.map(\.member.index)).count, at: place(atByte: pieces.first?.start ?? 0))
  }
}

extension Diagnostic {
  fileprivate static func placesWithheld(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .reportEdition, at: place,
      message: Bilingual(
        zh: "这里按积分排出了先后，其中 \(count) 人的名次榜上不公布",
        en: "this puts members in an order by points, \(count) of whom the leaderboard doesn't name"),
      remedy: Bilingual(
        zh: "名次从 standings 取，只有公布的；名单按支部和姓名排，不取前几名后几名；或在开头写 audience: office",
        en:
          "Take places from standings, which has those that are published; order a list by branch and name and take no first or last; or write audience: office"
      ))
  }
}
