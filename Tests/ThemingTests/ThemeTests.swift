import Foundation
import Testing

@testable import Theming

private let blue = Theme(light: .init(accent: Colour(0x1D4ED8), paper: Colour(0xF7F9FC)))
private let green = Theme(light: .init(accent: Colour(0x14663B)))

@Suite("Themes")
struct ThemeTests {
  @Test("what the rule takes for the stylesheet's own colours are those")
  func builtIn() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let css = try String(contentsOf: root.appending(path: "templates/style.css"), encoding: .utf8)
    let dark = try #require(css.range(of: "data-theme=\"dark\""))
    for (scheme, text) in [(Scheme.light, css[..<dark.lowerBound]), (.dark, css[dark.lowerBound...])] {
      let colours = BuiltInColours.of(scheme)
      for (name, colour) in [
        ("paper", colours.paper), ("paper-2", colours.band), ("red", colours.accent), ("ink", colours.ink),
        ("ink-3", colours.label), ("gold", colours.gold), ("night", colours.stage),
      ] {
        let first = try #require(text.firstMatch(of: try Regex("--\(name): (#[0-9a-f]{6});")))
        #expect("\(colour)" == String(try #require(first[1].substring)), "\(name) \(scheme)")
      }
    }
  }

  @Test("a blue and a green theme can be read in both schemes, and so can none at all")
  func good() {
    for theme in [blue, green, Theme()] { #expect(lowContrasts(of: theme).isEmpty) }
  }

  @Test("a yellow accent on white paper is refused in the light, with the nearest that can be read")
  func yellowAccent() throws {
    let theme = Theme(light: .init(accent: Colour(0xE8A33D)))
    let low = try #require(lowContrasts(of: theme).first)
    #expect(lowContrasts(of: theme).count == 1)
    #expect(low.setting == .accent && low.scheme == .light && low.text == Colour(0xE8A33D))
    // On the band, which is the darker ground.
    #expect(low.ground == Colour(0xF3EDE2))
    let nearest = try #require(low.nearest)
    #expect(nearest.contrast(with: Colour(0xF3EDE2)) >= 4.5)
    // One step lighter wouldn't do.
    #expect(Colour(0xE8A33D).first(towards: .black) { $0 == nearest } == nearest)
    #expect(lowContrasts(of: Theme(light: .init(accent: nearest))).isEmpty)
  }

  @Test("a grey paper is refused for its labels, and its accent isn't judged with it")
  func greyPaper() throws {
    let theme = Theme(light: .init(accent: Colour(0xE8A33D), paper: Colour(0xC8C8C8)))
    let lows = lowContrasts(of: theme)
    #expect(lows.map(\.setting) == [.paper])
    #expect(lows.first?.words == .labels)
    let nearest = try #require(lows.first?.nearest)
    #expect(lowContrasts(of: Theme(light: .init(paper: nearest))).isEmpty)
  }

  @Test("a dark accent of its own that is too dark is refused in the dark, towards white")
  func darkAccent() throws {
    let theme = Theme(light: .init(accent: Colour(0x1D4ED8)), dark: .init(accent: Colour(0x1D4ED8)))
    let low = try #require(lowContrasts(of: theme).first)
    #expect(low.scheme == .dark && low.setting == .accent)
    let nearest = try #require(low.nearest)
    #expect(nearest.luminance > Colour(0x1D4ED8).luminance)
  }

  @Test("whatever accent and paper pass in the light, what follows from them passes in the dark")
  func derived() {
    var passed = 0
    for hex in stride(from: UInt32(0), to: 0xFFFFFF, by: 0x2F1D7) {
      let theme = Theme(
        light: .init(accent: Colour(hex).mixed(with: .black, 50), paper: Colour(hex).mixed(with: .white, 97)))
      let lows = lowContrasts(of: theme)
      #expect(!lows.contains { $0.scheme == .dark })
      passed += lows.isEmpty ? 1 : 0
    }
    #expect(passed > 40)
  }

  @Test("rules say what was chosen, for the screen and for paper, and nothing of what wasn't")
  func rules() {
    #expect(Theme().printRules.isEmpty)
    let rules = green.pageRules
    #expect(rules.contains("--red: #14663b;"))
    #expect(!rules.contains("--paper:"))
    #expect(rules.contains("@media print { :root { --red: #14663b;"))
    #expect(!rules.contains("img"))
    #expect(blue.pageRules.contains("--paper: #f7f9fc;"))
    // A tenth of f7, f9 and fc.
    #expect(blue.pageRules.contains("--paper: #191919;"))
    #expect(Theme(heads: .sans).pageRules.contains("--serif: var(--sans);"))
    #expect(Theme(logo: "content/theme/a.svg").pageRules.contains(".brand img"))
  }
}
