import Diagnostics
import Texts

/// A figure that a table states beside its records (得分, 小计, 合计). Rules give points, a table never does: it is an
/// assertion, compared with what the rules came to.
package struct StatedFigure: Sendable {
  /// What it is the sum of: indexes into the year's records, or its welfare.
  package enum Sum: Sendable {
    case records([Int32])
    case branchRecords([Int32])
    case minutes([Int32])
    /// Nothing that can be said for certain, so that it is compared with nothing.
    case unclear(Unclear)
  }

  /// Why a figure can't be compared.
  package enum Unclear: Sendable {
    /// A sum of quantities: an empty one may be 1 or nothing.
    case quantity
    /// How many rows there are: one may hold several people, or none.
    case rows
    /// Nobody has this name, or several do.
    case person(String)
    case item(String)
  }

  /// As the table calls it.
  package let label: String
  package let sum: Sum
  /// Whether it may also be what each of them comes to.
  package let isEachs: Bool
  /// In millionths of a point or of a minute.
  package let value: Int64
  package let place: Place
  /// Whether a difference is an error, as the table's rule says.
  package let isBinding: Bool

  package init(label: String, sum: Sum, isEachs: Bool = false, value: Int64, place: Place, isBinding: Bool) {
    self.label = label
    self.sum = sum
    self.isEachs = isEachs
    self.value = value
    self.place = place
    self.isBinding = isBinding
  }
}

/// A stated figure that the rules don't come to, in millionths.
package struct StatedDifference: Sendable {
  package let figure: StatedFigure
  /// What the rules give, before any cap.
  package let given: Int64
  /// What of it counts.
  package let counted: Int64
  /// How many records or entries it is the sum of.
  package let entries: Int
}

extension YearBook {
  /// The figures of the year's tables that neither what the rules give nor what counts of it agrees with, by place.
  package func differences(from year: YearLedger) -> [StatedDifference] {
    guard !year.statedFigures.isEmpty else { return [] }
    let members = EntrySums.byRecord(memberAwards, count: year.records.count) { award in
      if case .record(let index) = award.reason { index } else { nil }
    }
    let branches = EntrySums.byRecord(branchAwards, count: year.branchRecords.count) { award in
      if case .branchRecord(let index) = award.reason { index } else { nil }
    }
    return year.statedFigures.compactMap { figure in
      let sum: EntrySums
      let entries: Int
      switch figure.sum {
      case .records(let indexes): (sum, entries) = (members.sum(indexes), indexes.count)
      case .branchRecords(let indexes): (sum, entries) = (branches.sum(indexes), indexes.count)
      case .minutes(let indexes):
        let minutes = indexes.reduce(0) { $0 + Int64(year.welfare[Int($1)].minutes) }
        (sum, entries) = (EntrySums(minutes: minutes), indexes.count)
      case .unclear: return nil
      }
      let all = figure.isEachs ? figure.value * Int64(entries) : figure.value
      guard ![figure.value, all].contains(where: { $0 == sum.given || $0 == sum.counted }) else { return nil }
      return StatedDifference(figure: figure, given: sum.given, counted: sum.counted, entries: entries)
    }.sorted { $0.figure.place < $1.figure.place }
  }
}

/// What entries come to, in millionths.
private struct EntrySums {
  var given: Int64 = 0
  var counted: Int64 = 0

  init() {}

  init(minutes: Int64) { (given, counted) = (minutes * 1_000_000, minutes * 1_000_000) }

  static func byRecord(_ awards: [Award], count: Int, _ index: (Award) -> Int32?) -> [EntrySums] {
    var sums = [EntrySums](repeating: EntrySums(), count: count)
    for award in awards {
      guard let index = index(award) else { continue }
      sums[Int(index)].counted += award.points.millionths
      sums[Int(index)].given += award.points.millionths + award.capped.millionths
    }
    return sums
  }
}

extension [EntrySums] {
  fileprivate func sum(_ indexes: [Int32]) -> EntrySums {
    indexes.reduce(into: EntrySums()) { sum, index in
      sum.given += self[Int(index)].given
      sum.counted += self[Int(index)].counted
    }
  }
}

extension Diagnostic {
  /// 表上 3 分，按标准 2 分.
  static func statedFigure(_ difference: StatedDifference) -> Diagnostic {
    let figure = difference.figure
    let isMinutes = if case .minutes = figure.sum { true } else { false }
    let unit = isMinutes ? Bilingual(zh: "分钟", en: " minutes") : Bilingual(zh: "分", en: " points")
    let write = { (value: Int64) in "\(Points(millionths: value))" }
    let isCut = difference.counted != difference.given
    return Diagnostic(
      .statedFigure, figure.isBinding ? .error : .warning, at: figure.place,
      message: Bilingual(
        zh:
          "“\(figure.label)”表上 \(write(figure.value)) \(unit.zh)，按标准 \(write(difference.given)) \(unit.zh)（\(difference.entries) 条）"
          + (isCut ? "，封顶后 \(write(difference.counted)) \(unit.zh)" : ""),
        en:
          "“\(figure.label)” states \(write(figure.value))\(unit.en), the rules give \(write(difference.given)) for \(difference.entries) records"
          + (isCut ? ", \(write(difference.counted)) after caps" : "")),
      remedy: Bilingual(
        zh: "核对这一格所指的记录：少记、重记，还是级别、数量写错；分数以标准为准，表上的数不进总分",
        en: "Check the records the cell speaks of; points follow from the rules, what the table states is in no total"))
  }
}
