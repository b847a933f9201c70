import Scoring
import Templating

/// How far what is printed is moved on paper: right and down, in hundredths of a millimetre.
package struct PaperShift: Fillable, Equatable {
  let x: Int
  let y: Int

  /// Paper is never this far off: more is a slip of the finger.
  package static let most = 3000

  static let none = PaperShift(x: 0, y: 0)
  static let specimen = PaperShift(x: 250, y: -100)

  private init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// In millimetres, with at most two decimals; `nil` beyond 30 mm.
  package init?(x: Points, y: Points) {
    let limit = -Int64(Self.most)...Int64(Self.most)
    guard limit.contains(x.hundredths), limit.contains(y.hundredths) else { return nil }
    self.init(x: Int(x.hundredths), y: Int(y.hundredths))
  }

  package func fill(_ out: inout Filler) {
    out.text("x", Points(hundredths: Int64(x)).description)
    out.text("y", Points(hundredths: Int64(y)).description)
  }
}
