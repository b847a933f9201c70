import Composing
import Reading
import Scoring
import Wording

/// Welfare stars as lines as long as their hours, each with its name from above down.
struct StarSpectrum {
  let width: Int
  let height: Int

  /// - Parameter stars: the signs of each name, and minutes; by rank.
  func svg(_ stars: [(name: [String], minutes: Int)]) -> String {
    let size = 350
    let names = (stars.map(\.name.count).max() ?? 0) * MillimetreDrawing.step(size) + 150
    let ground = height - names
    let most = max(1, stars.map(\.minutes).max() ?? 1)
    var drawing = MillimetreDrawing(width: width, height: height)
    for (index, star) in stars.enumerated() {
      let x = (2 * index + 1) * width / (2 * stars.count)
      let line = (ground - 500) * max(0, star.minutes) / most
      drawing.stroke("M\(mm(x)) \(mm(ground))v-\(mm(line))", Ink.gold, pen: 90)
      drawing.text(
        Words.hours(star.minutes), x, ground - line - 130, Ink.dark, size: stars.count > 16 ? 220 : 260,
        face: Ink.serif, isBold: true)
      let last = ground + 100 + star.name.count * MillimetreDrawing.step(size)
      drawing.upright(star.name, x, last, Ink.dark, size: size)
    }
    drawing.stroke("M0 \(mm(ground))H\(mm(width))", Ink.dark, pen: 20)
    return drawing.svg
  }
}

extension SiteContext {
  /// The company's year with a line for each winner, as the roll's cover and the poster show it.
  func spectrum(_ winners: [Citation], _ lines: YearLines, width: Int, height: Int, nameSize: Int) -> String {
    YearSpectrum(width: width, height: height, nameSize: nameSize).svg(
      lines.company, lines.companyScale,
      winners.map { .init(name: Words.signs($0.name), optional: $0.chosen, days: $0.days) })
  }
}
