import Testing

import Sheets
@testable import Workbooks

@Suite("Numbers as workbooks store them")
struct DecimalTests {
  @Test(
    "fifteen digits count, plainly written",
    arguments: [
      ("1", "1"), ("0", "0"), ("-0", "0"), ("1.50", "1.5"), ("007", "7"), ("+3", "3"), (".5", "0.5"), ("5.", "5"),
      ("0.30000000000000004", "0.3"), ("2.2999999999999998", "2.3"), ("1.0049999999999999", "1.005"),
      ("1E-3", "0.001"), ("1.5e2", "150"), ("1.10101199003072E+17", "110101199003072000"),
      // A whole number that somebody else than Excel wrote isn't rounded.
      ("110101199003072316", "110101199003072316"), ("0.33333333333333331", "0.333333333333333"),
      ("99999999999999999.5", "100000000000000000"), ("1E+300", "1E+300"), ("-2.5E-40", "-2.5E-40"),
      ("1E-999", "0"),
      (" 12\n", "12"),
    ])
  func decimals(stored: String, shown: String) {
    var out: [UInt8] = []
    let kind = Array(stored.utf8).withUnsafeBufferPointer {
      writeNumber($0, shownAs: .general, counting: .from1900, to: &out)
    }
    #expect(kind == .number)
    #expect(String(decoding: out, as: UTF8.self) == shown)
  }

  @Test(
    "what is no number keeps its text and says so",
    arguments: ["1,000", "NaN", "Infinity", "0x10", "1e999", "一", "1e", "-", ".", "1.2.3", "--1", "1 2"])
  func noNumbers(stored: String) {
    var out: [UInt8] = []
    let kind = Array(stored.utf8).withUnsafeBufferPointer {
      writeNumber($0, shownAs: .general, counting: .from1900, to: &out)
    }
    #expect(kind == .unreadable)
    #expect(String(decoding: out, as: UTF8.self) == stored)
  }
}
