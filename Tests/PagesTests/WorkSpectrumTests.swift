import Testing

@testable import Pages

/// If these broke, the picture of the brand would state other figures than the list below it.
@Suite struct WorkSpectrumTests {
  private func sector(_ name: String, _ days: [Int]) -> WorkSpectrum.Sector {
    WorkSpectrum.Sector(
      name: name, numeral: "一",
      works: days.enumerated().map {
        .init(href: "works/\(name)\($0.offset).html", title: "\(name)\($0.offset)", days: $0.element)
      })
  }

  @Test(
    "the outer ring is the largest, those within are round and leave its words room",
    arguments: [
      (263, ["", "100", "200", "263天"]), (1, ["", "1天"]), (3, ["", "1", "2", "3天"]), (20, ["", "10", "20天"]),
      // 100 is too near 103 for words of its own.
      (103, ["", "50", "103天"]), (1200, ["", "500", "1,000", "1,200天"]),
    ])
  func rings(most: Int, labels: [String]) {
    #expect(WorkSpectrum([sector("a", [most, 1])]).rings.map(\.label) == labels)
  }

  @Test func aWorkWithoutEvidenceIsADotAndNoRay() {
    let radial = WorkSpectrum([sector("a", [5, 0]), sector("b", [0, 7, 1])])
    #expect(radial.rays.map(\.title) == ["a0", "b1", "b2"])
    #expect(radial.dots.count == 2)
    #expect(radial.labels.map(\.days) == ["5", "8"])
    #expect(radial.rows.map { $0.columns.map(\.days) } == [["5", ""], ["", "7", "1"]])
  }

  @Test("the longest of each pathway is named, of several how many")
  func longest() {
    let radial = WorkSpectrum([sector("a", [5, 5, 2]), sector("b", [0, 1, 12]), sector("c", [0])])
    #expect(radial.labels.map { $0.longest.map(\.text) } == [["a0等2项 5天"], ["b2 12天"], []])
    #expect(radial.rays.filter(\.isNamed).map(\.title) == ["a0", "b2"])
  }

  @Test func lengthsAreInProportion() {
    // One ray alone stands at 4 degrees from radius 200 to the ring at 500: 600 - 500 × cos 4° = 101.2 and
    // 560 - 500 × sin 4° = 525.1; it starts at 600 - 200 × cos 4° = 400.5 and 560 - 200 × sin 4° = 546.0.
    #expect(WorkSpectrum([sector("a", [9])]).rays.map(\.path) == ["M400.5 546.0L101.2 525.1"])
    // A third of the days is a third of the length: radius 300, so 300.7 and 539.1.
    #expect(WorkSpectrum([sector("a", [3, 9])]).rays.first?.path == "M400.5 546.0L300.7 539.1")
    // Upright, the largest is 98 of 100 high.
    #expect(WorkSpectrum([sector("a", [3, 9])]).rows[0].columns.map(\.path) == ["M5 100V67.3", "M5 100V2.0"])
  }

  @Test("a name that its place has no room for goes on in a second line, and is cut behind that")
  func names() throws {
    // Half circle's left: five pathways, the first's words end at about x = 110, so 170 wide: 7 Han of 24.
    let names = ["助力经营", "让每一位党员都在一线", String(repeating: "很长的名称", count: 6)].map { name in
      WorkSpectrum([sector(name, [9, 4])] + "bcde".map { sector(String($0), [3, 2]) }).labels[0]
    }
    #expect(names[0].name == "助力经营" && names[0].moreName.isEmpty)
    #expect(names[1].name + names[1].moreName.map(\.text).joined() == "让每一位党员都在一线")
    #expect(names[1].moreName.count == 1)
    #expect(names[2].moreName.map { $0.text.hasSuffix("…") } == [true])
    // Both lines stand outside the ring, the second below the first.
    #expect(try #require(Double(names[1].y)) < #require(Double(names[1].moreName[0].y)))
  }

  @Test("many works have thinner lines")
  func widths() {
    let width = { (works: Int) in WorkSpectrum([sector("a", Array(repeating: 1, count: works))]).width }
    #expect([53, 150, 400].map(width) == ["", "fine", "hair"])
  }

  @Test func anEmptyBrandDrawsNoRays() {
    let radial = WorkSpectrum([])
    #expect(radial.rays.isEmpty && radial.dots.isEmpty && radial.labels.isEmpty && radial.rows.isEmpty)
  }
}
