import Charting
import Templating

/// How far what is printed is moved on paper: right and down, in hundredths of a millimetre.
package struct PaperShift: Fillable, Equatable {
  package let x: Int
  package let y: Int

  /// In millimetres: paper is never this far off: more is a slip of the finger.
  private static let most = 30.0

  package static let none = PaperShift(x: 0, y: 0)
  package static let specimen = PaperShift(x: 250, y: -100)

  private init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// In millimetres, rounded to hundredths; `nil` beyond 30 mm.
  package init?(x: Double, y: Double) {
    guard abs(x) <= Self.most, abs(y) <= Self.most else { return nil }
    self.init(x: Int((x * 100).rounded()), y: Int((y * 100).rounded()))
  }

  package func fill(_ out: inout Filler) {
    out.text("x", decimal(Int64(x), places: 2))
    out.text("y", decimal(Int64(y), places: 2))
  }
}
