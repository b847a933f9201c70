import Scoring
import Testing
import Texts

@testable import Composing
@testable import Reading

/// If this broke, a text's link would open another line of the ledger than the one it was checked to lead to.
@Suite("A record that a text leads to has its line in an account")
struct RecordAddressTests {
  private let table = "content/years/2025/records/b01.csv"

  @Test("the line is the member's own; without one it is their page, of a branch the branch's page")
  func lines() {
    var year = SmallYear()
    let talk = year.item("讲课", .perRecord(Points(2)))
    year.record((3, 8), talk)
    year.record((3, 9), talk)
    let second = year.records[1].place
    let unpaid = Place(file: SmallYear.file, line: 99)
    year.recordLinks = [
      RecordLink.key(table, id: "a"): RecordLink(year: 2025, holders: .members([year.li]), place: second),
      RecordLink.key(table, id: "b"): RecordLink(year: 2025, holders: .members([year.li]), place: unpaid),
      RecordLink.key(table, id: "c"): RecordLink(year: 2025, holders: .branch(year.branch), place: second),
    ]
    let links = year.context.storyLinks
    let addresses = ["a", "b", "c", "d"].map { id in
      links.target("../../years/2025/records/b01.csv#\(id)", in: "content/campaigns/a/b.md", root: "../")
    }
    #expect(
      addresses == [
        "../2025/members/li.html#records-b01-\(second.line)", "../2025/members/li.html", "../2025/branches/b01.html",
        "../../years/2025/records/b01.csv#d",
      ])
  }
}
