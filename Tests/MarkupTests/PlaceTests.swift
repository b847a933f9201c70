import Testing
import Texts

@testable import Markup

/// An editor opens at these places.
@Suite struct PlaceTests {
  private func places(_ source: String, firstLine: Int32 = 1) -> [String] {
    (read(source, firstLine: firstLine).document?.links ?? []).map { "\($0.place.line):\($0.place.column)" }
  }

  @Test func columnsCountCharactersNotBytes() {
    #expect(places("党员积分 [甲](a) 与 **[乙](b)**。", firstLine: 7) == ["7:6", "7:17"])
  }

  @Test func privateMarkersDoNotShiftColumns() {
    #expect(places("实行**“双”**考**“核”**制 [甲](a)") == ["1:20"])
  }

  @Test func laterLinesOfAParagraphCountTheirOwnIndentation() {
    #expect(places("> - 一 [a](a)\n>   二 [b](b)\n> 三 [c](c)\n四 [d](d)\n") == ["1:7", "2:7", "3:5", "4:3"])
  }

  @Test func aLinkOverTwoLinesStandsWhereItBegins() {
    #expect(places("一二 [三\n四](a) [五](b)") == ["1:4", "2:7"])
  }

  @Test func definitionsAboveAParagraphAreLinesToo() {
    #expect(places("> [x]: /u\n>  [y]: /v\n> 一 [x]\n>  二 [z](z)") == ["3:5", "4:6"])
  }

  @Test func headingsAndWindowsLineEndsAreCounted() {
    #expect(places("# 标题 [a](a)\r\n\r\n文 [b](b)\r\n") == ["1:6", "3:3"])
  }

  @Test func linksAndImagesTellWhatTheyPointTo() {
    let document = read("[**甲** `乙`](a%20b&amp;c \"t\") ![图\n示](d.png)").document
    #expect(
      document?.links == [Link(destination: "a%20b&c", text: "甲 乙", place: Place(file: 0, line: 1, column: 1))])
    #expect(
      document?.images == [Image(destination: "d.png", alt: "图示", place: Place(file: 0, line: 1, column: 30))])
  }
}
