import Testing

@testable import Pages

/// If these broke, the picture of the brand would state other figures than the list below it.
@Suite struct WorkSpectrumTests {
  private func sector(_ name: String, _ counts: [Int]) -> WorkSpectrum.Sector {
    WorkSpectrum.Sector(
      name: name, numeral: "一",
      rays: counts.enumerated().map {
        .init(href: "works/\(name)\($0.offset).html", title: "\(name)\($0.offset)", count: $0.element)
      })
  }

  @Test(arguments: [(0, 9), (9, 9), (10, 18), (36, 36), (37, 90), (361, 900), (3601, 9000)])
  func outermostRingIsTheNextRoundNumber(most: Int, top: Int) { #expect(WorkSpectrum.top(most) == top) }

  @Test func ringsCarryNinthFourNinthsAndWhole() {
    // The largest work has 30 pieces of evidence, so the rings stand for 36 ÷ 9, 36 × 4 ÷ 9 and 36.
    #expect(WorkSpectrum([sector("a", [30, 2])]).rings.map(\.label) == [4, 16, 36])
  }

  @Test func aWorkWithoutEvidenceIsADotAndNoRay() {
    let radial = WorkSpectrum([sector("a", [5, 0]), sector("b", [0, 7, 1])])
    #expect(radial.rays.map(\.title) == ["a0", "b1", "b2"])
    #expect(radial.dots.count == 2)
    #expect(radial.tips.map(\.title) == ["a0", "b1"])
    #expect(radial.labels.map(\.evidence) == ["5", "8"])
  }

  @Test func lengthsFollowTheSquareRoot() {
    // One ray alone stands at 4 degrees: 9 of 9 reaches radius 190 + 284 = 474, 600 - 474 × cos 4° = 127.2 and
    // 576 - 474 × sin 4° = 542.9; it starts at 600 - 190 × cos 4° = 410.5 and 576 - 190 × sin 4° = 562.7.
    #expect(WorkSpectrum([sector("a", [9])]).rays.map(\.path) == ["M410.5 562.7L127.2 542.9"])
    // A ninth of the evidence is a third of the length: radius 190 + 284 ÷ 3 = 284.67, so 316.0 and 556.1.
    #expect(WorkSpectrum([sector("a", [1, 9])]).rays.first?.path == "M410.5 562.7L316.0 556.1")
  }

  @Test func anEmptyBrandDrawsNoRays() {
    let radial = WorkSpectrum([])
    #expect(radial.rays.isEmpty && radial.dots.isEmpty && radial.labels.isEmpty)
  }
}
