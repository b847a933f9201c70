import Scoring
import Testing
import Texts

@testable import Archiving

@Suite("A stored zip of a bag")
struct ZipTests {
  private let files = [BagFile(path: "data/一.txt", text: "123456789"), BagFile(path: "x", text: "")]

  private func zipped() throws -> [UInt8] {
    let day = try #require(Day(year: 2025, month: 12, day: 11))
    return try #require(zip(files, folder: "year-2025", day: day))
  }

  @Test("CRC-32 of 123456789 is the one every table of the checksum gives")
  func checksum() { #expect(crc32(Array("123456789".utf8)) == 0xCBF4_3926) }

  @Test("what goes in comes out, under the bag's folder")
  func roundTrip() throws {
    let bag = ZippedBag(try zipped())
    #expect(bag.findings.isEmpty)
    #expect(bag.folder == "year-2025")
    #expect(bag.files == files)
  }

  @Test("any single byte changed, anywhere in the zip's own tables, is found")
  func everyByte() throws {
    let bytes = try zipped()
    let content = try #require(bytes.firstRange(of: Array("123456789".utf8)))
    for index in bytes.indices where !content.contains(index) {
      var changed = bytes
      changed[index] ^= 1
      let bag = ZippedBag(changed)
      // A changed name or folder is the manifests' to find; whatever else is the zip's.
      #expect(!bag.findings.isEmpty || bag.files != files || bag.folder != "year-2025", "byte \(index)")
    }
  }

  @Test("bytes before, between or behind the files are found")
  func addedBytes() throws {
    let bytes = try zipped()
    for place in [0, bytes.count / 2, bytes.count] {
      var longer = bytes
      longer.insert(0, at: place)
      #expect(!ZippedBag(longer).findings.isEmpty, "at \(place)")
    }
    #expect(!ZippedBag([]).findings.isEmpty)
    #expect(!ZippedBag(Array(bytes.dropLast(30))).findings.isEmpty)
  }

  @Test(
    "a name that would be unpacked elsewhere is refused, and the file isn't taken",
    arguments: ["../../../xx", "/ear-2025/x", "C:ar-2025/x", "year-2025//x", "year-2025\\x", "year-2026/x"])
  func traversal(name: String) throws {
    var bytes = try zipped()
    // Both tables name the file `year-2025/x`; the same length keeps every other number right.
    let old = Array("year-2025/x".utf8)
    let new = Array((name + "xxx").utf8.prefix(old.count))
    while let place = bytes.firstRange(of: old) { bytes.replaceSubrange(place, with: new) }
    let bag = ZippedBag(bytes)
    #expect(bag.findings.contains { $0.kind == .unsafePath }, "\(name)")
    #expect(!bag.findings.isEmpty || bag.files != files)
  }

  @Test("a link packed into a zip is refused, and not taken for a file")
  func link() throws {
    var bytes = try zipped()
    let table = try #require(bytes.lastRange(of: [0x50, 0x4B, 0x01, 0x02])).lowerBound
    // The kind of file stands in the last two of the entry's outer attributes: 0120644 instead of 0100644.
    #expect(bytes[table + 41] == 0x81)
    bytes[table + 41] = 0xA1
    let bag = ZippedBag(bytes)
    #expect(bag.findings.map(\.kind) == [.link])
    #expect(bag.files.map(\.path) == ["data/一.txt"])
  }

  @Test("a day before zip's own calendar becomes its first, and still reads back")
  func oldDay() throws {
    let old = try #require(Day(year: 1975, month: 3, day: 4))
    let bytes = try #require(zip(files, folder: "a", day: old))
    #expect(ZippedBag(bytes).findings.isEmpty)
  }
}

extension [UInt8] {
  fileprivate func lastRange(of pattern: [UInt8]) -> Range<Int>? {
    var (found, rest) = (Range<Int>?.none, self[...])
    while let range = rest.firstRange(of: pattern) {
      found = range
      rest = rest[range.upperBound...]
    }
    return found
  }
}
