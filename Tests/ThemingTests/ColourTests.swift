import Testing

@testable import Theming

@Suite("Colours and their contrast")
struct ColourTests {
  @Test(
    "a colour is written in six digits or three, in either case, with or without its sign",
    arguments: [("#b3261e", 0xB3261E), ("B3261E", 0xB3261E), ("#abc", 0xAABBCC), ("000000", 0)] as [(String, UInt32)])
  func reads(text: String, hex: UInt32) { #expect(Colour(text) == Colour(hex)) }

  @Test(
    "nothing else is one", arguments: ["", "#", "red", "#12", "#1234567", "+12345", "#12 345", "＃b3261e", "#b3261g"])
  func refuses(text: String) { #expect(Colour(text) == nil) }

  @Test("it is written as it is read")
  func written() { #expect("\(Colour(0x0A00FF))" == "#0a00ff") }

  @Test("black and white stand at 21:1, a colour on itself at 1:1")
  func ends() {
    #expect(abs(Colour.black.contrast(with: .white) - 21) < 1e-9)
    #expect(Colour(0x3366CC).contrast(with: Colour(0x3366CC)) == 1)
  }

  /// #777777 is the grey that just fails on white, and #767676 the one that just passes.
  @Test("the known limits of grey on white")
  func greys() {
    #expect(Colour(0x777777).contrast(with: .white) < 4.5)
    #expect(Colour(0x767676).contrast(with: .white) >= 4.5)
    // Red alone has 0.2126 of white's light: (0.2126 + 0.05) / 0.05.
    #expect(abs(Colour(0xFF0000).contrast(with: .black) - 5.252) < 1e-3)
  }

  @Test("mixing rounds each channel, and ends at both colours")
  func mixing() {
    #expect(Colour(0x000000).mixed(with: .white, 50) == Colour(0x808080))
    #expect(Colour(0x102030).mixed(with: .white, 0) == Colour(0x102030))
    #expect(Colour(0x102030).mixed(with: .white, 255, of: 255) == .white)
  }
}
