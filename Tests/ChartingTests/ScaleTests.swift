import Testing

@testable import Charting

/// If these broke, an axis would carry crooked numbers or a bar would begin somewhere else than at zero.
@Suite struct ScaleTests {
  /// Values in hundredths, ticks as printed.
  @Test(
    "ticks stand 1, 2 or 5 × 10ⁿ apart, at most six steps, and both ends are ticks",
    arguments: [
      ([0, 1900], ["0", "5", "10", "15", "20"]),
      ([0, 10785], ["0", "20", "40", "60", "80", "100", "120"]),
      ([0, 38425], ["0", "100", "200", "300", "400"]),
      ([0, 600], ["0", "1", "2", "3", "4", "5", "6"]),
      ([0, 150], ["0.0", "0.5", "1.0", "1.5"]),
      ([0, 3], ["0.00", "0.01", "0.02", "0.03"]),
      ([-150, 400], ["−2", "−1", "0", "1", "2", "3", "4"]),
      ([-500, -200], ["−5", "−4", "−3", "−2", "−1", "0"]),
    ] as [([Int64], [String])])
  func ticks(values: [Int64], texts: [String]) {
    let scale = Scale(values, fromZero: true)
    #expect(scale.ticks.map(scale.text) == texts)
  }

  @Test("a line whose values lie close together leaves zero out; a bar never does")
  func zero() {
    // 91.2 to 95.1: the spread is under a third of the highest, so the axis runs from 91 to 96 in whole steps.
    let line = Scale([9120, 9510], fromZero: false, finest: 10)
    #expect((line.low, line.high, line.step) == (9100, 9600, 100))
    #expect(Scale([9120, 9510], fromZero: true).low == 0)
    #expect(Scale([3000, 9510], fromZero: false).low == 0, "far apart: zero belongs to the picture")
  }

  @Test("nothing but zeros, and one value alone, still have an axis")
  func degenerate() {
    #expect(Scale([0, 0], fromZero: true).ticks.first == 0)
    #expect(Scale([0], fromZero: true).high == 100)
    let alone = Scale([500], fromZero: false)
    #expect(alone.low < 500 && 500 < alone.high)
    #expect(Scale([], fromZero: true).high > 0)
  }

  @Test("whole counts get no ticks between them")
  func wholeCounts() {
    #expect(Scale([0, 200], fromZero: true, finest: 100).ticks == [0, 100, 200])
  }

  @Test("a value lies as far along as its share of the axis, to a tenth of a unit, up to a trillion")
  func offsets() {
    let scale = Scale([0, 1000], fromZero: true)
    #expect(scale.offset(250, over: 1600) == 400)
    let huge = Scale([-100_000_000_000_000, 100_000_000_000_000], fromZero: true)
    #expect(huge.offset(0, over: 4800) == 2400)
    #expect(huge.offset(100_000_000_000_000, over: 4800) == 4800)
  }
}

/// If these broke, words in a chart would run into each other.
@Suite struct TextSpaceTests {
  @Test("a Han character is twice as wide as a figure")
  func width() {
    #expect(TextSpace.width("党") == 190)
    #expect(TextSpace.width("12月") == 380)
  }

  /// `12月` takes 38 units and 6 between labels: 44 fit a slot of 44, not one of 43.
  @Test("labels are shown every so many slots as they need", arguments: [(440, 1), (430, 2), (220, 2), (219, 3)])
  func thinning(slot: Int, every: Int) { #expect(TextSpace.stride(["1月", "12月"], slot: slot) == every) }

  @Test("of labels that don't all fit the last is shown, and the others evenly before it")
  func last() {
    #expect(TextSpace.shown(of: 4, 1) == [0, 1, 2, 3])
    #expect(TextSpace.shown(of: 12, 2) == [1, 3, 5, 7, 9, 11])
    #expect(TextSpace.shown(of: 13, 2) == [0, 2, 4, 6, 8, 10, 12])
    #expect(TextSpace.shown(of: 2, 2) == [1], "two that would touch")
    #expect(TextSpace.shown(of: 0, 1) == [])
  }

  @Test("what is too long is cut, and says so")
  func cut() {
    #expect(TextSpace.cut("环境监测支部", to: 1140) == "环境监测支部")
    // Five of the six would fit 95 units, but the ellipsis takes 19 of them.
    #expect(TextSpace.cut("环境监测支部", to: 950) == "环境监测…")
  }

  @Test("labels that want the same height are moved apart, keep their order and stay inside")
  func apart() {
    #expect(TextSpace.apart([500, 500, 100], from: 0, to: 2000) == [500, 710, 100])
    #expect(TextSpace.apart([1900, 1950], from: 0, to: 2000) == [1790, 2000])
    #expect(TextSpace.apart([-50, -80], from: 0, to: 2000) == [210, 0])
  }

  @Test(
    "figures are rounded half away from zero and set apart by thousands",
    arguments: [
      (123_456, 2, "1,234.56"), (123_455, 1, "1,234.6"), (-50, 0, "-1"), (-49, 0, "0"), (5, 2, "0.05"),
      (99_999_999, 0, "1,000,000"), (-123, 1, "-1.2"),
    ] as [(Int64, Int, String)])
  func decimals(value: Int64, places: Int, text: String) { #expect(decimal(value, places: places) == text) }
}
