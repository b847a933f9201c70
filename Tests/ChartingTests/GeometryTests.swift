import Testing

@testable import Charting

private func chart(_ labels: [String], _ series: [[Int64?]], highlights: [Int] = [], mark: ChartMark? = nil)
  -> ChartData
{
  ChartData(
    heading: "月", labels: labels,
    series: series.enumerated().map { ChartSeries("第\($0 + 1)列", $1) }, highlights: highlights, mark: mark)
}

/// If these broke, a drawing would state other figures than the table below it. Reckoned by hand: the field of an upright
/// drawing runs from y 38 (the highest tick) to 198 (the lowest), 160 units; x begins 8 units after the tick labels.
@Suite struct GeometryTests {
  @Test("a bar is as high as its share of the axis, and stands on zero")
  func bars() throws {
    // 10 and 5 on an axis from 0 to 10. “10” takes 19 units, so the field begins at 27 and a slot is 226.5 wide; bars are
    // 46 wide about 27 + 113.2 and 27 + 226.5 + 113.2. The one spoken of is red.
    let svg = try #require(draw(chart(["甲", "乙"], [[1000, 500]], highlights: [0]), as: .bar, label: "")).svg
    #expect(svg.contains("<rect class=\"f-red\" fill=\"#b3261e\" x=\"117.2\" y=\"38\" width=\"46\" height=\"160\"/>"))
    #expect(svg.contains("<rect class=\"f-base\" fill=\"#8b8075\" x=\"343.7\" y=\"118\" width=\"46\" height=\"80\"/>"))
  }

  @Test("a deduction hangs below zero")
  func negative() throws {
    // From -10 to 10 zero stands in the middle, at 38 + 80.
    let svg = try #require(draw(chart(["甲", "乙"], [[1000, -1000]]), as: .bar, label: "")).svg
    #expect(svg.contains("y=\"38\" width=\"46\" height=\"80\"/>"))
    #expect(svg.contains("y=\"118\" width=\"46\" height=\"80\"/>"))
    #expect(svg.contains(">−10.00</text>"))
  }

  @Test("parts of a bar stand on one another, and what is deducted hangs below")
  func stacked() throws {
    // 6 + 4 = 10 up and 5 down: from -5 to 10 in steps of 5, so 160 units are 15 points and zero lies at 38 + 106.6.
    let data = chart(["甲"], [[600], [400], [-500]])
    let svg = try #require(draw(data, as: .stacked, label: "")).svg
    let rects = svg.split(separator: "<rect ").dropFirst().map { $0.prefix { $0 != ">" } }
    #expect(rects.count == 3)
    // 0 is offset 533 (of 1600): y 144.7; 6 is 1173: 80.7; 10 is 1600: 38.
    #expect(rects[0].contains("y=\"80.7\"") && rects[0].contains("height=\"64\""))
    #expect(rects[1].contains("y=\"38\"") && rects[1].contains("height=\"42.7\""))
    #expect(rects[2].contains("y=\"144.7\"") && rects[2].contains("height=\"53.3\""))
    #expect(svg.contains(">第1列</text>") && svg.contains(">第3列</text>"), "parts are named, not only coloured")
  }

  @Test("names too long to stand below their bars lie beside them, the longest bar taking the whole width")
  func lying() throws {
    let names = (1...12).map { "第\($0)个名字很长的支部" }
    let svg = try #require(draw(chart(names, [names.indices.map { Int64($0 + 1) * 100 }]), as: .bar, label: "")).svg
    // Names are cut to 180 units, 12 more to the bars; “12.00” takes 57 with its space, 8 more: bars run from 192 to 415.
    let last = try #require(svg.split(separator: "<rect ").last?.prefix { $0 != ">" })
    #expect(last.contains("x=\"192\"") && last.contains("width=\"223\""), "\(last)")
    #expect(svg.contains("…</text>"))
    // The first row's bar is from 6 to 19: its name and figure have their middle at 12.5, whatever their size.
    #expect(svg.contains("y=\"6\" width=\"18.5\" height=\"13\""))
    #expect(svg.contains("<g dominant-baseline=\"central\"><text x=\"0\" y=\"12.5\">第1个"))
    #expect(svg.contains("text-anchor=\"end\" dominant-baseline=\"central\"><text x=\"480\" y=\"12.5\">1.00</text>"))
  }

  @Test("a line goes through its values, and breaks where there is none")
  func line() throws {
    // 0, 10, none, 5: y 198, 38, and 118. The lone last value is a dot.
    let svg = try #require(draw(chart(["1", "2", "3", "4"], [[0, 1000, nil, 500]]), as: .line, label: "")).svg
    let path = try #require(svg.split(separator: " d=\"").dropFirst().first { $0.contains("L") }?.prefix { $0 != "\"" })
    #expect(path.split(separator: "M").count == 2)
    #expect(path.contains("M27 198L"))
    #expect(path.contains(" 38M"))
    #expect(path.hasSuffix(" 118"))
    #expect(svg.contains("<circle"))
  }

  @Test("a profile's stroke stands at its value's place, its ring at the other's")
  func profile() throws {
    // 85 and 95 lie close: the axis is 84 to 96 in steps of 2. “甲” takes 19 units, so the field begins at 31; a figure's
    // column is 18 digits' worth wide: |85.00| + |95.00| = 180.00 is 57 units and 9.5 more, 8 before it: 480 − 74.5 = 405.5.
    let svg = try #require(draw(chart(["甲"], [[8500], [9500]]), as: .profile, label: "")).svg
    // (85 − 84) / 12 of 374.5 units is 31.2; (95 − 84) / 12 is 343.2.
    #expect(svg.contains("stroke-width=\"4.5\" d=\"M62.2 30.5V48.5\""), "\(svg)")
    #expect(svg.contains("cx=\"374.2\" cy=\"39.5\" r=\"5.5\""))
  }

  @Test("the line everything is measured by stands across at its value, with its words")
  func mark() throws {
    let data = chart(["甲", "乙"], [[1000, 500]], mark: ChartMark("要求", 500))
    let svg = try #require(draw(data, as: .bar, label: "")).svg
    #expect(svg.contains("stroke-dasharray=\"6 4\" d=\"M27 118H"))
    #expect(svg.contains(">要求</text>"))
  }

  @Test("small drawings share one scale")
  func multiples() throws {
    let data = chart(["1", "2"], [[100, 1000], [500, nil]])
    let panels = try #require(draw(data, as: .multiples, label: "")).panels
    // 10 is the whole 42 units; 1 is 4.2 and 5 is 21 of them.
    #expect(panels[0].svg.contains("M30 44V39.8") && panels[0].svg.contains("M90 44V2"))
    #expect(panels[1].svg.contains("M30 44V23"))
    #expect(panels.map(\.peak) == ["10.00", "5.00"] && panels.map(\.peakLabels) == [["2"], ["1"]])
  }

  @Test("a sparkline sets the highest apart and leaves zeros and deductions out")
  func sparks() {
    // Twelve lines in 96 units stand at 4, 12, …; the highest takes 20 of 22 units.
    let line = spark([100, 200, 0, -50] + [Int64](repeating: 0, count: 8))
    #expect(line.others == "M4 22V12" && line.peak == "M12 22V2")
    #expect(spark([0, 0]) == ("", ""))
  }
}
