import Charting
import Templating

/// How far what is printed is moved on paper: right and down, in hundredths of a millimetre.
package struct PaperShift: Fillable, Equatable {
  @Unprinted package var right: Int
  package var x: String { decimal(Int64(right), places: 2) }
  @Unprinted package var down: Int
  package var y: String { decimal(Int64(down), places: 2) }

  /// In millimetres: paper is never this far off: more is a slip of the finger.
  private static let most = 30.0

  package static let none = PaperShift(right: 0, down: 0)
  package static let specimen = PaperShift(right: 250, down: -100)

  private init(right: Int, down: Int) {
    self.right = right
    self.down = down
  }

  /// In millimetres, rounded to hundredths; `nil` beyond 30 mm.
  package init?(x: Double, y: Double) {
    guard abs(x) <= Self.most, abs(y) <= Self.most else { return nil }
    self.init(right: Int((x * 100).rounded()), down: Int((y * 100).rounded()))
  }
}
