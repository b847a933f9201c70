import Charting
import Templating
import Texts
import Wording

/// The brand's spectrum: a half circle in which every work is one ray, as long as it has days with evidence. The outer
/// ring is the work with the most. On narrow windows each pathway is a row of upright lines on the same scale.
struct WorkSpectrum: Fillable {
  struct Ring: Fillable {
    var path: String
    var x: String
    var label: String
  }

  struct Ray: Fillable {
    @WebAddress var href: String
    var title: String
    var days: String
    var path: String
    /// Whether the words of its pathway name it: the longest there.
    var isNamed: Bool
  }

  struct Dot: Fillable {
    var x: String
    var y: String
  }

  /// A line of words beside the drawing.
  struct Line: Fillable {
    var y: String
    var text: String
  }

  /// What stands outside the ring beside a pathway's rays.
  struct Label: Fillable {
    var x: String
    /// Class that says which end of the words stands at `x`.
    @WebAddress var anchor: String
    var numeral: String
    /// Of the name's first line, which begins with the numeral.
    var y: String
    var name: String
    var moreName: [Line]
    var noteY: String
    /// False where there are too many pathways to say more than their names.
    var isRoomy: Bool
    var works: Int
    var days: String
    /// The longest, which the drawing shows brighter; none without evidence.
    var longest: [Line]
  }

  struct Column: Fillable {
    @WebAddress var href: String
    var title: String
    /// Empty without evidence.
    var days: String
    var hasDays: Bool { !days.isEmpty }
    var path: String
  }

  /// A pathway where the window is narrow.
  struct Row: Fillable {
    var numeral: String
    var name: String
    var works: Int
    var days: String
    var columns: [Column]
  }

  var rings: [Ring] = []
  /// Class of the rays where there are too many for the usual width of line; else empty.
  @WebAddress var width = ""
  var rays: [Ray] = []
  var dots: [Dot] = []
  var labels: [Label] = []
  var rows: [Row] = []

  static let specimen: WorkSpectrum = {
    var specimen = WorkSpectrum([
      Sector(
        name: "彰显责任", numeral: "五",
        works: [
          .init(href: "works/w508.html", title: "河道水质义务监测", days: 46),
          .init(href: "works/w510.html", title: "防汛应急", days: 0),
        ])
    ])
    specimen.labels[0].moreName = [Line(y: "-8.0", text: "带好头")]
    return specimen
  }()
}

extension WorkSpectrum {
  /// One pathway with its works, in the order they are drawn.
  struct Sector {
    struct Entry {
      var href: String
      var title: String
      var days: Int
    }
    var name: String
    var numeral: String
    var works: [Entry]

    var most: Int { works.map(\.days).max() ?? 0 }
    var sum: String { grouped(works.reduce(0) { $0 + $1.days }) }
  }

  init(_ sectors: [Sector]) {
    let most = sectors.map(\.most).max() ?? 0
    let stage = Stage(top: max(1, most))
    rings = most > 0 ? stage.rings : stage.rings.map { Ring(path: $0.path, x: $0.x, label: "") }
    let count = sectors.reduce(0) { $0 + $1.works.count }
    // A gap between two pathways counts as 1.7 steps.
    let step = 172 / (Double(max(count - 1, 1)) + 1.7 * Double(max(sectors.count - 1, 0)))
    width = step > 1.4 ? "" : step > 0.7 ? "fine" : "hair"
    var angle = 4.0
    for sector in sectors {
      let begin = angle
      let named = sector.works.firstIndex { $0.days > 0 && $0.days == sector.most }
      for (index, work) in sector.works.enumerated() {
        if work.days == 0 {
          let at = Stage.point(angle, Stage.inner + 8)
          dots.append(Dot(x: oneDecimal(at.x), y: oneDecimal(at.y)))
        } else {
          rays.append(
            Ray(
              href: work.href, title: work.title, days: grouped(work.days), path: stage.ray(angle, work.days),
              isNamed: index == named))
        }
        angle += step
      }
      labels.append(
        Label(sector, at: sector.works.isEmpty ? angle : (begin + angle - step) / 2, isRoomy: sectors.count <= 7))
      rows.append(Row(sector, stage))
      angle += 1.7 * step
    }
  }
}

extension WorkSpectrum.Row {
  fileprivate init(_ sector: WorkSpectrum.Sector, _ stage: Stage) {
    self.init(
      numeral: sector.numeral, name: sector.name, works: sector.works.count, days: sector.sum,
      columns: sector.works.map {
        WorkSpectrum.Column(
          href: $0.href, title: $0.title, days: $0.days == 0 ? "" : grouped($0.days), path: stage.upright($0.days))
      })
  }
}

/// Where things stand: a half circle about (600, 560), its rays from the inner ring out.
private struct Stage {
  static let inner = 200.0
  static let reach = 300.0
  /// The figure of the outer ring.
  let top: Int

  static func point(_ degrees: Double, _ radius: Double) -> (x: Double, y: Double) {
    (600 - radius * Trigonometry.cosine(degrees), 560 - radius * Trigonometry.sine(degrees))
  }

  /// Not so short that nothing is seen.
  private func length(_ days: Int) -> Double { max(2, Self.reach * Double(days) / Double(top)) }

  func ray(_ angle: Double, _ days: Int) -> String {
    let (from, to) = (Self.point(angle, Self.inner), Self.point(angle, Self.inner + length(days)))
    return "M\(oneDecimal(from.x)) \(oneDecimal(from.y))L\(oneDecimal(to.x)) \(oneDecimal(to.y))"
  }

  /// In a picture 10 wide and 100 high.
  func upright(_ days: Int) -> String { "M5 100V\(oneDecimal(100 - max(2, 98 * Double(days) / Double(top))))" }

  /// The largest, and up to three round figures below it that leave its words room.
  var rings: [WorkSpectrum.Ring] {
    var unit = 1
    while top / (5 * unit) >= 4 { unit *= 10 }
    let step = [unit, 2 * unit, 5 * unit].first { (top - 1) / $0 < 4 } ?? 10 * unit
    let round = stride(from: step, to: top, by: step).filter { (top - $0) * 7 > top }
    return ([0] + round + [top]).map { days in
      let radius = Self.inner + Self.reach * Double(days) / Double(top)
      let r = oneDecimal(radius)
      return WorkSpectrum.Ring(
        path: "M\(oneDecimal(600 - radius)) 560A\(r) \(r) 0 0 1 \(oneDecimal(600 + radius)) 560",
        x: oneDecimal(600 + radius), label: days == 0 ? "" : days == top ? Words.days(days) : grouped(days))
    }
  }
}

extension WorkSpectrum.Label {
  /// The drawing's edges, and the size of a name's letters and of the words below.
  private static let (left, right, large, small) = (-60.0, 1260.0, 24.0, 16.0)

  fileprivate init(_ sector: WorkSpectrum.Sector, at middle: Double, isRoomy: Bool) {
    let radius = Stage.inner + Stage.reach
    let isTop = (75...105).contains(middle)
    // The last line stands outside the ring: beside it, or at the top above it.
    let bottom = isTop ? 560 - radius - 14 : 570 - (radius + 16) * Trigonometry.sine(middle)
    let out = isTop ? 0 : ((radius + 16) * (radius + 16) - (560 - bottom) * (560 - bottom)).squareRoot() + 4
    let x = isTop ? 600 - (radius + 16) * Trigonometry.cosine(middle) : middle < 90 ? 600 - out : 600 + out
    let room = isTop ? 420 : middle < 90 ? x - Self.left : Self.right - x
    let named = sector.works.filter { $0.days > 0 && $0.days == sector.most }
    let longest =
      named.first.map {
        Words.longest($0.title, named.count, $0.days, room: Int(room / Self.small * 2))
      }.map { isRoomy ? [$0] : [] } ?? []
    let names = lines(sector.name, first: Int(room / Self.large * 2) - 3, next: Int(room / Self.large * 2))
    let note = bottom - (longest.isEmpty ? 0 : 22)
    let last = isRoomy ? note - 24 : bottom
    let y = { (index: Int) in oneDecimal(last - 28 * Double(names.count - 1 - index)) }
    self.init(
      x: oneDecimal(x), anchor: isTop ? "mid" : middle < 90 ? "end" : "start", numeral: sector.numeral, y: y(0),
      name: names[0], moreName: names.indices.dropFirst().map { .init(y: y($0), text: names[$0]) },
      noteY: oneDecimal(note), isRoomy: isRoomy, works: sector.works.count, days: sector.sum,
      longest: longest.map { .init(y: oneDecimal(bottom), text: $0) })
  }
}

/// A name over two lines at most, in half ems; what is longer is cut, as the list below has it whole.
private func lines(_ name: String, first: Int, next: Int) -> [String] {
  guard displayWidth(name) > first else { return [name] }
  let head = fitting(name, first)
  let tail = String(name.unicodeScalars.dropFirst(head.unicodeScalars.count))
  return [head, displayWidth(tail) <= next ? tail : fitting(tail, next - 2) + "…"]
}
