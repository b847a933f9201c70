import Charting
import SearchIndex
import Templating
import Wording

/// The brand's spectrum: a half circle in which every work is one ray, the longer the more evidence it has.
/// Lengths follow the square root, so that a work with nine times the evidence stands three times as long.
struct WorkSpectrum: Fillable {
  struct Ring: Fillable {
    var path: String
    var x: String
    var label: Int
  }

  struct Ray: Fillable {
    @WebAddress var href: String
    var title: String
    var count: String
    var path: String
  }

  struct Dot: Fillable {
    var x: String
    var y: String
  }

  /// Words beside the drawing: the longest ray of a pathway.
  struct Tip: Fillable {
    var x: String
    var y: String
    /// Class that says which end of the words stands at `x`.
    @WebAddress var anchor: String
    var title: String
    var count: String
  }

  struct Label: Fillable {
    var x: String
    var y: String
    var noteY: String
    @WebAddress var anchor: String
    var numeral: String
    var name: String
    var works: Int
    var evidence: String
    var narrowX: String
    var narrowY: String
  }

  var rings: [Ring] = []
  var guides: [String] = []
  var rays: [Ray] = []
  var dots: [Dot] = []
  var tips: [Tip] = []
  var labels: [Label] = []

  static let specimen = WorkSpectrum([
    Sector(
      name: "彰显责任", numeral: "五",
      rays: [
        .init(href: "works/w508.html", title: "河道水质义务监测", count: 46), .init(href: "w510", title: "防汛应急", count: 0),
      ])
  ])
}

extension WorkSpectrum {
  /// One pathway with its works, in the order they are drawn.
  struct Sector {
    struct Entry {
      var href: String
      var title: String
      var count: Int
    }
    var name: String
    var numeral: String
    var rays: [Entry]
  }

  private static let inner = 190.0
  private static let reach = 284.0

  /// The evidence at the outermost ring: the smallest of 9, 18, 36, 90, 180 … that no work exceeds. A ninth, four
  /// ninths and the whole of it are round numbers, and by the square root their rings stand equally far apart.
  static func top(_ most: Int) -> Int {
    var unit = 9
    while true {
      for top in [unit, unit * 2, unit * 4] where top >= most { return top }
      unit *= 10
    }
  }

  private static func point(_ degrees: Double, _ radius: Double) -> (x: Double, y: Double) {
    (600 - radius * Trigonometry.cosine(degrees), 576 - radius * Trigonometry.sine(degrees))
  }

  private static func arc(_ radius: Double) -> String {
    let r = oneDecimal(radius)
    return "M\(oneDecimal(600 - radius)) 576A\(r) \(r) 0 0 1 \(oneDecimal(600 + radius)) 576"
  }

  init(_ sectors: [Sector]) {
    let counts = sectors.flatMap { $0.rays.map(\.count) }
    let top = Self.top(counts.max() ?? 0)
    let length = { (count: Int) in Self.reach * (Double(count) / Double(top)).squareRoot() }
    guides = [190, 176, 162, 148].map { Self.arc($0) }
    rings = [1, 2, 3].map { third in
      let radius = Self.inner + Self.reach * Double(third) / 3
      return Ring(path: Self.arc(radius), x: oneDecimal(600 + radius), label: top * third * third / 9)
    }
    // A gap between two pathways counts as 1.7 steps.
    let steps = Double(max(counts.count - 1, 1)) + 1.7 * Double(max(sectors.count - 1, 0))
    let step = 172 / steps
    var angle = 4.0
    for (index, sector) in sectors.enumerated() {
      let begin = angle
      var longest: (count: Int, angle: Double, title: String)?
      for ray in sector.rays {
        if ray.count == 0 {
          let at = Self.point(angle, Self.inner + 10)
          dots.append(Dot(x: oneDecimal(at.x), y: oneDecimal(at.y)))
        } else {
          let (from, to) = (Self.point(angle, Self.inner), Self.point(angle, Self.inner + length(ray.count)))
          rays.append(
            Ray(
              href: ray.href, title: ray.title, count: grouped(ray.count),
              path: "M\(oneDecimal(from.x)) \(oneDecimal(from.y))L\(oneDecimal(to.x)) \(oneDecimal(to.y))"))
          if ray.count > longest?.count ?? 0 { longest = (ray.count, angle, ray.title) }
        }
        angle += step
      }
      var tipY: Double?
      if let longest {
        let at = Self.point(longest.angle, Self.inner + length(longest.count) + 16)
        tipY = at.y
        tips.append(
          Tip(
            x: oneDecimal(at.x), y: oneDecimal(at.y + 5),
            anchor: longest.angle < 80 ? "end" : longest.angle > 100 ? "start" : "mid", title: longest.title,
            count: grouped(longest.count)))
      }
      let middle = sector.rays.isEmpty ? angle : (begin + angle - step) / 2
      labels.append(
        Self.label(sector, at: middle, isFirst: index == 0, isLast: index == sectors.count - 1, tipY: tipY))
      angle += 1.7 * step
    }
  }

  private static func label(_ sector: Sector, at middle: Double, isFirst: Bool, isLast: Bool, tipY: Double?) -> Label {
    var x = min(1060, max(140, 600 - 680 * Trigonometry.cosine(middle)))
    var y = 576 - 545 * Trigonometry.sine(middle)
    if isFirst != isLast {
      x = isFirst ? 0 : 1200
      // Words of a long ray that reach into the margin push the name above them.
      y = tipY.map { (305..<390).contains($0) ? $0 - 60 : 338 } ?? 338
    }
    let narrow = point(middle, 558)
    return Label(
      x: oneDecimal(x), y: oneDecimal(y), noteY: oneDecimal(y + 24),
      anchor: isFirst == isLast ? "mid" : isFirst ? "start" : "end", numeral: sector.numeral, name: sector.name,
      works: sector.rays.count, evidence: grouped(sector.rays.reduce(0) { $0 + $1.count }),
      narrowX: oneDecimal(narrow.x), narrowY: oneDecimal(narrow.y))
  }
}
