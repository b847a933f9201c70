import Scoring
import Texts

/// The company's year with its winners: a grey line a day as long as everybody's points, and a gold one a winner, on the day
/// of one of her deeds, as long as what she chose to do.
struct YearSpectrum {
  struct Winner {
    /// Its signs, from above down.
    let name: [String]
    let optional: Points
    /// Days of her deeds, the best first; empty for who has none.
    let days: [Int]
  }

  let width: Int
  let height: Int
  /// Of the names; in hundredths of a millimetre.
  let nameSize: Int

  /// - Parameter scale: of the grey lines.
  func svg(_ company: DayLines, _ scale: LineScale, _ winners: [Winner]) -> String {
    let ground = height - 500
    let count = company.days.count
    var drawing = MillimetreDrawing(width: width, height: height)
    // Alone, the year fills its place.
    let most = ground * (winners.isEmpty ? 75 : 38) / 100
    drawing.stroke(
      company.days.map { day in
        let length = scale.length(company[day].base + company[day].optional, most: most)
        return length > 0 ? "M\(mm(dayPosition(day, of: count, width: width))) \(mm(ground))v-\(mm(length))" : ""
      }.joined(), Ink.pale, pen: 30)
    let places = places(winners, days: count)
    let areNamed = zip(places, places.dropFirst()).allSatisfy { $1.x - $0.x >= nameSize * 108 / 100 }
    let longest = winners.map(\.optional).max() ?? .zero
    for (winner, x) in places {
      let name = areNamed ? winner.name.count * MillimetreDrawing.step(nameSize) + nameSize / 2 : 0
      let share =
        longest > .zero
        ? Int(Int128(max(0, winner.optional.millionths)) * 100 / Int128(longest.millionths)) : 100
      let line = min(ground * (36 + 40 * share / 100) / 100, ground - name - 100)
      drawing.stroke("M\(mm(x)) \(mm(ground))v-\(mm(line))", Ink.gold, pen: 60)
      if areNamed { drawing.upright(winner.name, x, ground - line - nameSize / 3, Ink.goldText, size: nameSize) }
    }
    drawing.stroke("M0 \(mm(ground))H\(mm(width))", Ink.dark, pen: 30)
    drawing.months(of: company.period, ground: ground, size: max(260, nameSize * 2 / 3))
    return drawing.svg
  }

  /// Where each stands, from left to right: on the best of her days that leaves room for the names of those placed before,
  /// else on the day that leaves most.
  private func places(_ winners: [Winner], days: Int) -> [(winner: Winner, x: Int)] {
    let gap = nameSize * 125 / 100
    var placed: [(winner: Winner, x: Int)] = []
    for winner in winners {
      func room(_ x: Int) -> Int { placed.map { abs($0.x - x) }.min() ?? width }
      let own = winner.days.map { dayPosition($0, of: days, width: width) }
      // Who has no deed of a day to stand on takes any day: the year's evenly spaced ones.
      let candidates = own.isEmpty ? (1..<24).map { $0 * width / 24 } : own
      guard let best = candidates.first(where: { room($0) >= gap }) ?? candidates.max(by: { room($0) < room($1) })
      else { continue }
      placed.append((winner, min(max(best, nameSize / 2), width - nameSize / 2)))
    }
    return placed.sorted { $0.x < $1.x }
  }
}
