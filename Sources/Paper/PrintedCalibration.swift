import Composing
import Scoring
import Templating
import Wording

/// A page to lay over bought paper against the light: crosses every centimetre, millimetres along the edges, and the
/// places where an overprinted certificate has its words.
struct PrintedCalibration: PrintDocument {
  /// In millimetres from the page's upper left corner.
  struct Cross: Fillable {
    var x: Int
    var y: Int
  }

  /// A millimetre along an edge.
  struct Tick: Fillable {
    var at: Int
    var length: Int
    /// Every centimetre.
    var label: [String]
  }

  @Inlined var chrome: Chrome
  var shift: PaperShift
  var crosses: [Cross]
  var across: [Tick]
  var down: [Tick]

  static let template = "print/calibration"
  static let specimen = PrintedCalibration(
    chrome: .specimen, shift: .specimen, crosses: [Cross(x: 20, y: 30)],
    across: [Tick(at: 20, length: 4, label: ["20"])], down: [Tick(at: 30, length: 4, label: ["30"])])

  /// Width and height of A4, landscape, in millimetres.
  static let paper = (width: 297, height: 210)

  static var grid: [Cross] {
    stride(from: 10, to: paper.height, by: 10).flatMap { y in
      stride(from: 10, to: paper.width, by: 10).map { Cross(x: $0, y: y) }
    }
  }

  /// - Parameter end: of the edge, in millimetres.
  static func ticks(to end: Int) -> [Tick] {
    (1..<end).map { Tick(at: $0, length: $0 % 10 == 0 ? 4 : $0 % 5 == 0 ? 3 : 2, label: $0 % 10 == 0 ? ["\($0)"] : []) }
  }
}

extension PrintedCalibration {
  var moved: PaperShift? { shift }
}

extension PrintPlan {
  package static func calibration(_ context: SiteContext, year: Ref<YearLedger>, shift: PaperShift) -> PrintPlan {
    PrintedCalibration.plan("calibration") {
      PrintedCalibration(
        chrome: context.paperChrome(title: Words.calibration, year: year), shift: shift,
        crosses: PrintedCalibration.grid, across: PrintedCalibration.ticks(to: PrintedCalibration.paper.width),
        down: PrintedCalibration.ticks(to: PrintedCalibration.paper.height))
    }
  }
}
