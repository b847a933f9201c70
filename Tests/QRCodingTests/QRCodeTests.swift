import Testing

@testable import QRCoding

@Suite("QR codes on paper")
struct QRCodeTests {
  @Test("each run of dark modules is one rectangle, behind the quiet zone")
  func path() {
    // ■ ■ □
    // □ □ □
    // ■ □ ■
    let code = QRCode(side: 3, isDark: [true, true, false, false, false, false, true, false, true])
    #expect(code.path == "M4 4h2v1h-2zM4 6h1v1h-1zM6 6h1v1h-1z")
    #expect(code.fullSide == 11)
  }

  @Test("a short text is a code of the first version with its three finder patterns")
  func finders() throws {
    // Version 1 has 21 modules a side (ISO/IEC 18004) and holds 14 bytes with error correction M.
    let code = try #require(QRCode("2024-YX-LI-NA"))
    #expect(code.side == 21)
    #expect(code.isDark.count == 21 * 21)
    // The outer frame of a finder pattern is seven dark modules, its inside next to the corner light.
    for (row, column) in [(0, 0), (0, 14), (14, 0)] {
      #expect((0..<7).allSatisfy { code.isDark[row * 21 + column + $0] })
      #expect(!code.isDark[(row + 1) * 21 + column + 1])
      #expect(code.isDark[(row + 3) * 21 + column + 3])
    }
    // The fourth corner has none.
    #expect(!(0..<7).allSatisfy { code.isDark[20 * 21 + 14 + $0] })
  }

  @Test("more bytes need a larger code, and what no code can hold gives none")
  func sizes() throws {
    #expect(try #require(QRCode("https://points.example.org/2024/honors.html#li-na")).side == 33)
    #expect(QRCode("") == nil)
    #expect(QRCode("a\u{0}b") == nil)
    #expect(QRCode(String(repeating: "a", count: 2332)) == nil)
    #expect(QRCode(String(repeating: "a", count: 2331))?.side == 177)
  }
}
