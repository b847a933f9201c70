import Testing

import Charting

/// If these broke, the rays of the brand page would point the wrong way or miss their rings.
@Suite struct TrigonometryTests {
  @Test(arguments: [
    (0.0, 0.0), (30, 0.5), (45, 0.7071067811865476), (60, 0.8660254037844386), (90, 1), (150, 0.5), (180, 0),
    (210, -0.5), (270, -1), (330, -0.5), (390, 0.5), (-30, -0.5),
  ])
  func sineOfKnownAngles(degrees: Double, expected: Double) {
    #expect(abs(Trigonometry.sine(degrees) - expected) < 1e-9)
  }

  @Test(arguments: [(0.0, 1.0), (60, 0.5), (90, 0), (120, -0.5), (180, -1), (300, 0.5)])
  func cosineOfKnownAngles(degrees: Double, expected: Double) {
    #expect(abs(Trigonometry.cosine(degrees) - expected) < 1e-9)
  }

  @Test func everyPointLiesOnTheCircle() {
    for tenth in 0...3600 {
      let angle = Double(tenth) / 10
      let (s, c) = (Trigonometry.sine(angle), Trigonometry.cosine(angle))
      #expect(abs(s * s + c * c - 1) < 1e-9)
    }
  }

  @Test(arguments: [(0.0, "0.0"), (-0.04, "0.0"), (410.45, "410.5"), (-7.26, "-7.3"), (189.999, "190.0")])
  func coordinatesHaveOneDecimal(value: Double, text: String) { #expect(oneDecimal(value) == text) }
}
