@testable import Parsing
import Scoring
import Testing

private func parsed(_ text: String) -> Day? {
  let bytes = Array(text.utf8)
  return parseDay(bytes.span)
}

private func hundredths(_ text: String) -> Int64? {
  let bytes = Array(text.utf8)
  return try? parseHundredths(bytes.span)
}

@Suite("Days and numbers as offices write them")
struct ScalarTests {
  @Test(
    "all three forms of a day read, in full width too",
    arguments: ["2025-03-08", "2025-3-8", "2025/3/8", "2025/03/08", "2025年3月8日", "２０２５－０３－０８", "２０２５年３月８日"])
  func days(_ text: String) throws { #expect(parsed(text) == Day(year: 2025, month: 3, day: 8)) }

  @Test(
    "what is no day is refused, never guessed at",
    arguments: [
      "2025-02-30", "2025-13-01", "2025-00-10", "25-03-08", "2025-03/08", "2025年3月8", "2025-03-08 ", "20250308",
      "8.3.2025",
      "2025-03-081", "1899-12-31", "",
    ])
  func noDays(_ text: String) { #expect(parsed(text) == nil) }

  @Test(
    "numbers with full-width digits and thousands commas are exact",
    arguments: [
      ("12", 1200), ("0.5", 50), ("1,234.5", 123_450), ("1，234.5", 123_450), ("１２．２５", 1225), ("-1", -100),
      ("－１", -100),
      ("1,000,000", 100_000_000), ("+3", 300), ("007", 700),
    ])
  func numbers(_ text: String, _ expected: Int64) { #expect(hundredths(text) == expected) }

  @Test(
    "what is no number, has three decimals or misplaced commas is refused",
    arguments: [
      "", "-", "1.", ".5", "1.234", "12,34", "1234,567", ",123", "1,23", "1e3", "十二", "1 000", "--1", "1,000,",
    ])
  func noNumbers(_ text: String) { #expect(hundredths(text) == nil) }

  @Test("a number beyond a million is absurd, not malformed, however long")
  func absurd() {
    for text in ["1000000.01", "-1000001", String(repeating: "9", count: 400)] {
      let bytes = Array(text.utf8)
      #expect(throws: NumberFault.absurd) { try parseHundredths(bytes.span) }
    }
  }

  @Test("ids are what may stand in an address")
  func ids() {
    for id in ["a", "zhou-jingyi", "a25-01", "0", String(repeating: "x", count: 64)] { #expect(isID(id)) }
    for id in ["", "-a", "A", "a_b", "周", "a b", "a/b", "..", String(repeating: "x", count: 65)] { #expect(!isID(id)) }
  }
}
