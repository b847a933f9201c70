import Diagnostics
import Scoring
import Templating
import Texts
import Wording

/// What a project's tables state of sums, beside what the rules give.
package struct FoundSums: Fillable {
  package struct Row: Fillable {
    /// A cell, as mistakes name it.
    package var place: String
    /// Whose sum, or which.
    package var figure: String
    package var stated: String
    package var given: String

    package static let specimen = Row(place: "records/积分登记.xlsx[3月]H7", figure: "周静怡 小计", stated: "7.00", given: "5.00")
  }

  /// Those that were compared.
  package var stated: Int
  package var agreeing: Int
  package var differing: Int
  package var hasRows: Bool { differing > 0 }
  package var rows: [Row]
  /// How many more differ than are listed; none or one.
  package var more: [String]
  /// How many weren't compared, as sums of quantities; none or one.
  package var unclear: [String]

  package static let specimen = FoundSums(
    stated: 12, agreeing: 11, differing: 1, rows: [.specimen], more: ["3"], unclear: ["2"])
}

extension FoundSums {
  /// As many as a person looks through.
  private static let most = 50

  /// - Returns: `nil` where no table states anything.
  package init?(_ project: ScoredProject) {
    let years = project.ledger.years
    let all = years.flatMap(\.statedFigures)
    guard !all.isEmpty else { return nil }
    let open = all.count { if case .unclear = $0.sum { true } else { false } }
    let found = zip(years, project.scorebook.years).flatMap { year, book in book.differences(from: year) }
    (stated, differing) = (all.count - open, found.count)
    agreeing = stated - differing
    rows = found.prefix(Self.most).map { difference in
      let place = project.tree.citation(of: difference.figure.place)
      return Row(
        place: shown(place.dropping(prefix: "content/").map(String.init) ?? place),
        figure: shown(difference.figure.label),
        stated: Points(millionths: difference.figure.value).shown, given: Points(millionths: difference.given).shown)
    }
    more = found.count > Self.most ? ["\(found.count - Self.most)"] : []
    unclear = open > 0 ? ["\(open)"] : []
  }
}
