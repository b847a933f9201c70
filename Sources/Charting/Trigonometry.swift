/// Sine and cosine for drawing: polynomials only, so every machine draws the same bytes. Angles in degrees.
package enum Trigonometry {
  package static func sine(_ degrees: Double) -> Double {
    var angle = degrees.truncatingRemainder(dividingBy: 360)
    if angle < 0 { angle += 360 }
    switch angle {
    case ...90: return quadrant(angle)
    case ...180: return quadrant(180 - angle)
    case ...270: return -quadrant(angle - 180)
    default: return -quadrant(360 - angle)
    }
  }

  package static func cosine(_ degrees: Double) -> Double { sine(degrees + 90) }

  /// 0 to 90 degrees; Taylor around zero, of the sine below 45 degrees and of the cosine above.
  private static func quadrant(_ degrees: Double) -> Double {
    degrees <= 45 ? sineSeries(radians(degrees)) : cosineSeries(radians(90 - degrees))
  }

  private static func radians(_ degrees: Double) -> Double { degrees * Double.pi / 180 }

  private static func sineSeries(_ x: Double) -> Double {
    let s = x * x
    return x * (1 - s / 6 * (1 - s / 20 * (1 - s / 42 * (1 - s / 72 * (1 - s / 110)))))
  }

  private static func cosineSeries(_ x: Double) -> Double {
    let s = x * x
    return 1 - s / 2 * (1 - s / 12 * (1 - s / 30 * (1 - s / 56 * (1 - s / 90 * (1 - s / 132)))))
  }
}
