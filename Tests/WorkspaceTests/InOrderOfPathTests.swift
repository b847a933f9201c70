import Testing

@testable import Disk

/// If these broke, a file of a site would not be found among those written, and be taken for somebody else's.
@Suite("Files in order of path")
struct InOrderOfPathTests {
  private func entry(_ number: Int) -> Manifest.Entry {
    Manifest.Entry(path: "\(number % 7)/\(number).html", size: number, digest: nil)
  }

  @Test("however they come, each is found by its path and says what it said", arguments: 1...40)
  func anyOrder(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let entries = (0..<seed).map(entry)
    let ordered = InOrderOfPath(entries.shuffled(using: &dice))
    #expect(ordered.files == entries.sorted { $0.path < $1.path })
    for entry in entries { #expect(ordered[entry.path] == entry) }
    #expect(ordered["none.html"] == nil)
  }
}
