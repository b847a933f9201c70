import Testing

@testable import Texts

/// Signs that another character joins to itself are found all the same.
@Suite struct ByteTextTests {
  private static let joining = ["\u{0301}", "\u{0338}", "\u{200D}", "\u{FE0F}", "\u{20E3}"]

  @Test(arguments: joining) func aSignIsFoundWhateverStandsBehindIt(mark: String) {
    #expect("a/\(mark)b".parts(at: "/").map(String.init) == ["a", "\(mark)b"])
    #expect("content/\(mark)b".begins(with: "content/"))
    #expect("content/\(mark)b".dropping(prefix: "content/").map { Array($0.utf8) } == Array("\(mark)b".utf8))
    #expect("a%\(mark)".holds("%"))
    #expect(Array("a\"\(mark)".replacingBytes("\"", with: "\"\"").utf8) == Array("a\"\"\(mark)".utf8))
  }

  @Test func partsAreThoseOfALine() {
    #expect("/a//b/".parts(at: "/").map(String.init) == ["a", "b"])
    #expect("/a//b".parts(at: "/", keepingEmpty: true).map(String.init) == ["", "a", "", "b"])
    #expect("1 a b".parts(at: " ", most: 1).map(String.init) == ["1", "a b"])
    #expect("a\r\nb\rc\n\nd".writtenLines.map(String.init) == ["a", "b", "c", "d"])
    #expect(" a\u{3000}b\t".words.map(String.init) == ["a", "b"])
    #expect("a.html".dropping(suffix: ".html") == "a")
    #expect("a.html".dropping(suffix: ".css") == nil)
    #expect("".parts(at: "/").isEmpty)
  }

  @Test func twoSpellingsAreTwoNames() {
    #expect("\u{E9}".isSame(as: "\u{E9}"))
    #expect(!"\u{E9}".isSame(as: "e\u{301}"))
    #expect("\u{E9}".ends(with: "\u{E9}") && !"\u{E9}".ends(with: "e\u{301}"))
  }

  @Test(
    arguments: [
      ("康\"\u{301},=1+1,\"\u{301}宁", "\"康\"\"\u{301},=1+1,\"\"\u{301}宁\""), ("a,\u{338}b", "\"a,\u{338}b\""),
      ("\"\u{FE0F}", "\"\"\"\u{FE0F}\""), ("a\nb", "\"a\nb\""), ("一 二", "一 二"), ("", ""), ("=1", "=1"),
    ]) func aCellIsOneCell(text: String, cell: String)
  {
    #expect(Array(csvField(text).utf8) == Array(cell.utf8))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a", "=\u{338}1"])
  func whatBeginsAsAFormulaIsKeptFromIt(text: String) {
    #expect(Array(harmlessInSpreadsheets(text).utf8) == Array(("'" + text).utf8))
  }

  @Test(arguments: ["1-1", "一=二", "", "'=1", "—1"]) func whatDoesNotStaysAsItIs(text: String) {
    #expect(harmlessInSpreadsheets(text) == text)
  }
}
