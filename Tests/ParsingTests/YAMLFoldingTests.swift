@testable import Parsing
import Testing

/// A text folded over two lines reads as one sentence.
@Suite("Texts over several lines")
struct YAMLFoldingTests {
  private func value(_ text: String) -> String? {
    let (node, mistakes) = YAMLParser(file: 0, firstLine: 1).compose(Array(("a: " + text).utf8)[...])
    #expect(mistakes == [])
    guard case .mapping(let entries) = node?.value else { return nil }
    return entries.first?.value.scalar
  }

  @Test(
    "Chinese joins without a space, Latin words and Hangul keep it, pair by pair",
    arguments: [
      ("走到\n  河边", "走到河边"), ("走到\r\n  河边", "走到河边"), ("走到，\n  河边", "走到，河边"), ("走到\n  “河边”", "走到“河边”"),
      ("走到 \n  \t河边", "走到河边"), ("one\n  two", "one two"), ("走到\n  PM2.5", "走到 PM2.5"), ("PM2.5\n  站", "PM2.5 站"),
      ("한국\n  어", "한국 어"), ("走到\n  河边\n  one\n  two\n  三", "走到河边 one two 三"),
      ("走到\n\n  河边", "走到\n河边"), ("走 到\n  河 边", "走 到河 边"),
      ("\"走到\n  河边\"", "走到河边"), ("'走到\n  河''边\n  去'", "走到河'边去"), ("\"走\\\"到\n  河\\u8fb9\n  去\"", "走\"到河边去"),
      ("\"走到 \\\n  河边\n  去\"", "走到 河边去"), ("\"走到\\n\n  河边\"", "走到\n 河边"), ("\" 走到\n\n  河边 \n  去 \"", " 走到\n河边去 "),
      (">\n  走到\n  河边\n", "走到河边\n"), (">-\n  走到\n  河边\n\n  one\n  two\n", "走到河边\none two"),
      (">\n  走到\n    缩进\n  河边\n  去\n", "走到\n  缩进\n河边去\n"), (">\n\n  走到\n  河边\n", "\n走到河边\n"),
      ("|\n  走到\n  河边\n", "走到\n河边\n"), (">+\n  走到 \n  河边\n\n", "走到  河边\n\n"),
      ("\"x\u{2028}走到\n  河边\"", "x\u{2028}走到河边"),
    ])
  func folded(written: String, read: String) { #expect(value(written) == read) }
}
