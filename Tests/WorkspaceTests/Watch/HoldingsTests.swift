import Diagnostics
import Testing
import Texts

@testable import Reports
@testable import Workspace

@Suite("What a publication is remembered by")
struct HoldingsTests {
  private func holdings(_ lines: String, day: String = "2025-12-11") throws -> Holdings {
    try #require(Holdings(bytes: Array("dualpoints publication 1\nas-of \(day)\n\(lines)".utf8)))
  }

  @Test("it is written as it is read, in one order, and a kind that nobody knows is passed over")
  func text() throws {
    let lines = "records 2024 7\nrecords 2025 436\nstories - 12\nwelfare 2025 91\n"
    let read = try holdings("stories - 12\nmeals 2025 3\nwelfare 2025 91\nrecords 2025 436\nrecords 2024 7\n")
    #expect(read.text == "dualpoints publication 1\nas-of 2025-12-11\n" + lines)
    #expect(read.total(.records) == 443)
    #expect(read == (try holdings(lines)))
  }

  @Test(
    "what isn't such a file, whole, says nothing",
    arguments: [
      "", "dualpoints publication 1\n", "dualpoints publication 2\nas-of 2025-12-11\n",
      "dualpoints publication 1\nas-of 2025-12-11\nrecords 2025\n",
      "dualpoints publication 1\nas-of 2025-12-11\nrecords 2025 -4\n",
      "dualpoints publication 1\nas-of 2025-12-11\nrecords soon 4\n",
    ])
  func damaged(text: String) { #expect(Holdings(bytes: Array(text.utf8)) == nil) }

  @Test(
    "a fall of more than a tenth and more than fifty is a question, and so is an empty ledger; anything less is none",
    arguments: [
      (500, 449, true), (500, 450, false), (1000, 900, false), (1000, 899, true), (60, 10, false), (60, 9, true),
      (400, 400, false), (400, 500, false), (51, 0, true), (50, 1, false), (50, 0, true), (1, 0, true), (0, 0, false),
    ])
  func falls(before: Int, after: Int, asks: Bool) throws {
    let found = try holdings("records 2025 \(after)\n").falls(since: holdings("records 2025 \(before)\n"))
    #expect(found.map(\.code) == (asks ? [.recordsFell] : []))
  }

  @Test("hours, stories and a year that have none any more are asked about, however few there were")
  func emptied() throws {
    let then = try holdings("records 2024 3\nrecords 2025 9\nwelfare 2025 2\nstories - 1\n")
    let found = try holdings("records 2025 9\nwelfare 2025 0\nstories - 0\n").falls(since: then)
    #expect(found.map(\.path) == ["content/years/2024/records", "content/years/2025/welfare", "content/campaigns"])
  }

  @Test("an answer is used up by the publication it allowed: the same fall once more is another question")
  func again() throws {
    let (whole, cut) = (try holdings("records 2025 2000\n"), try holdings("records 2025 1700\n"))
    let published = cut.following(whole)
    let restored = whole.following(try #require(Holdings(bytes: Array(published.text.utf8))))
    #expect(restored.falls(since: published).isEmpty)
    #expect(cut.falls(since: restored).first?.remedy.zh.holds("of: 2000→1700-2, reason") ?? false)
    #expect(cut.falls(since: whole).first?.remedy.zh.holds("of: 2000→1700, reason") ?? false)
    #expect(!(cut.falls(since: restored).first?.message.zh.holds("2000→1700）") ?? true))
  }

  @Test("each kind and each year is asked about by itself; a year that is gone too")
  func heaps() throws {
    let then = try holdings("records 2024 300\nrecords 2025 100\nwelfare 2025 100\nstories - 70\n")
    let now = try holdings("records 2025 30\nwelfare 2025 100\nstories - 3\n")
    let found = now.falls(since: then)
    #expect(
      found.map(\.path) == ["content/years/2024/records", "content/years/2025/records", "content/campaigns"])
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(found[0].message.zh == "2024 年的积分记录上次发布有 300 条，现在只读到 0 条，少了 300 条（300→0）")
    #expect(
      found[1].remedy.zh.holds("{code: records-fell, at: years/2025/records, of: 100→30, reason: …, until: 2025-12-11}")
    )
  }
}
