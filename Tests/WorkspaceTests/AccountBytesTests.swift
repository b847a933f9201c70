import Foundation
import Testing

@testable import Workspace

/// Nine tenths of a site's bytes are accounts, and most of an account is its rows: what one row spends beside its words,
/// thousands do.
@Suite("An account's bytes")
struct AccountBytesTests {
  @Test("a row spends 130 bytes on tags at most, and says nothing that stands elsewhere on the page")
  func rows() throws {
    let files = try PublishedProject.build(PublishedProject.folder())
    let page = String(decoding: try #require(files["2025/members/wang-wei.html"]), as: UTF8.self)
    // What is said of a record in small print is words, set as words are.
    let rows = page.matches(of: /<tr id=.*?(?=<tr|<tbody|<tfoot)/).map {
      $0.output.replacing(/<small>.*?<\/small>/, with: "")
    }
    #expect(rows.count >= 3)
    for row in rows {
      // Seven cells are 28, a link to the rulebook of the page's year with its key about 45, the row with its id the rest.
      let tags = row.matches(of: /<[^>]*>/).map { $0.output.utf8.count }.reduce(0, +)
      #expect(tags <= 130, "\(row)")
      for word in ["<span", "class=\"", "title=", "../..", "</td>", "  "] { #expect(!row.contains(word), "\(row)") }
    }
  }
}
