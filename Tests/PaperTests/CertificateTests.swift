import Scoring
import Templating
import Testing

@testable import Composing
@testable import Paper
@testable import Wording

@Suite("Certificates")
struct CertificateTests {
  @Test("check digits are those of ISO/IEC 7064 MOD 97-10")
  func checkDigits() {
    // The standard's own example: 794 has 44, since 79444 leaves 1 divided by 97.
    #expect(twoCheckDigits(of: "794") == "44")
    // 2024 Y=34 X=33 L=21 I=18 N=23 A=10: 2024343321182310 00 leaves 8 divided by 97, and 98 − 8 is 90.
    #expect(CertificateNumber(year: 2024, .excellentMember, holder: "li-na").text == "2024-YX-LI-NA-90")
  }

  @Test("a wrong character and two that changed places are found")
  func slips() {
    let right = twoCheckDigits(of: "2024-YX-LI-NA")
    for wrong in ["2025-YX-LI-NA", "2042-YX-LI-NA", "2024-YX-LI-AN", "2024-XY-LI-NA", "2024-YX-LI-MA"] {
      #expect(twoCheckDigits(of: wrong) != right, "\(wrong)")
    }
  }

  @Test("no two of a year, an honor and a holder share a number, a member and a branch of one id neither")
  func unique() {
    let numbers = [2024, 2025].flatMap { year in
      [Honor.excellentMember, .excellentBranch].flatMap { honor in
        ["b10", "li-na", "li-na-2", "lina"].map { CertificateNumber(year: year, honor, holder: $0).text }
      }
    }
    #expect(Set(numbers).count == 16)
    #expect(Honor.excellentMember.anchor(of: "b10") != Honor.excellentBranch.anchor(of: "b10"))
  }

  @Test(
    "days are written in Chinese numerals",
    arguments: [
      (2025, 12, 27, "二〇二五年十二月二十七日"), (2010, 10, 10, "二〇一〇年十月十日"), (2024, 1, 20, "二〇二四年一月二十日"),
      (2031, 7, 31, "二〇三一年七月三十一日"), (2026, 11, 1, "二〇二六年十一月一日"),
    ])
  func formalDays(year: Int, month: Int, day: Int, words: String) throws {
    #expect(Words.formal(try #require(Day(year: year, month: month, day: day))) == words)
  }

  @Test("a line takes the largest size in which it fits, and the smallest where none does")
  func fits() {
    // 595 points: 24 characters of 24 points are 576, 25 are 600; 29 of 20 are 580, 30 are 600; 37 of 16 are 592.
    func step(_ count: Int) -> Int { LineFit.holder.step(for: String(repeating: "楞", count: count)) }
    #expect(LineFit.holder.step(for: "毕力格图·阿斯楞同志：") == 1)
    #expect([step(24), step(25), step(29), step(30), step(37), step(38), step(400)] == [1, 2, 2, 3, 3, 4, 4])
    // Characters of the extension planes are as wide as others; Latin letters take half an em.
    #expect(LineFit.holder.step(for: String(repeating: "𭬊", count: 25)) == 2)
    #expect(LineFit.holder.step(for: String(repeating: "n", count: 49)) == 1)
    #expect(LineFit.holder.step(for: String(repeating: "n", count: 50)) == 2)
  }

  @Test("a shift is rounded to hundredths of a millimetre, and one beyond the paper's margins is refused")
  func shifts() throws {
    #expect(try #require(PaperShift(x: 1.5, y: -2.004)) == #require(PaperShift(x: 1.50, y: -2.00)))
    #expect(PaperShift(x: 30, y: -30) != nil)
    #expect(PaperShift(x: 30.1, y: 0) == nil)
    #expect(PaperShift(x: 0, y: -31) == nil)
    #expect(PaperShift(x: .nan, y: 0) == nil)
  }
}
