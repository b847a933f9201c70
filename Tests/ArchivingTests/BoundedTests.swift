import Diagnostics
import Scoring
import Testing
import Texts

@testable import Archiving

/// Whatever is handed over for verification comes from somebody else: looking at it costs what it weighs, and no more.
@Suite("Verifying takes no more than what is verified is worth")
struct BoundedTests {
  /// A zip of `count` entries that all name the same stretch of bytes.
  private func overlapping(_ count: Int) throws -> [UInt8] {
    let body = [UInt8](repeating: 7, count: 10_000)
    let day = try #require(Day(year: 2025, month: 1, day: 2))
    let one = try #require(zip([BagFile(path: "data/0", bytes: body)], folder: "bag", day: day))
    let start = ZipFormat.fileSize + "bag/data/0".utf8.count + body.count
    var bytes = Array(one[..<start])
    for index in 0..<count {
      let entry = ZipEntry(
        name: Array("bag/data/\(index)".utf8), size: body.count, checksum: crc32(body), date: 0x5A22, place: 0)
      bytes += entry.directoryRecord
    }
    return bytes + end(count, size: bytes.count - start, start: start)
  }

  private func end(_ count: Int, size: Int, start: Int) -> [UInt8] {
    func little(_ number: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(number >> (8 * $0) & 255) } }
    return little(ZipFormat.endMark, 4) + little(0, 4) + little(count, 2) + little(count, 2) + little(size, 4)
      + little(start, 4) + little(0, 2)
  }

  @Test("entries that share their bytes are named, and the bytes are read once however many there are")
  func overlaps() throws {
    for count in [1_000, 8_000] {
      let bytes = try overlapping(count)
      let bag = ZippedBag(bytes)
      #expect(bag.files.count == 1)
      #expect(bag.findings.count == count - 1)
      #expect(bag.findings.allSatisfy { $0.message.en.contains("overlaps") })
      #expect(bag.bytesRead < bytes.count + 20_000)
    }
  }

  @Test("a file of 200 GiB that says it is a zip is refused unread, and one of 4 GiB that is none by its last bytes")
  func sparse() {
    let huge = ZippedBag([], size: 200 << 30)
    #expect(huge.findings.count == 1 && huge.bytesRead == 0)
    let large = ZippedBag([UInt8](repeating: 0, count: 64), size: 0xFFFF_FFFF)
    #expect(large.findings.count == 1 && large.bytesRead == 22)
  }

  @Test("a table that claims more than it has is refused: more entries, another size, entries beyond the files")
  func lies() throws {
    let day = try #require(Day(year: 2025, month: 1, day: 2))
    let sound = try #require(zip([BagFile(path: "data/a", text: "abc")], folder: "bag", day: day))
    #expect(ZippedBag(sound).findings.isEmpty)
    let table = sound.count - 22
    for (at, value) in [(8, 0xFF), (10, 0xFF), (12, 0xFF), (15, 0xFF), (16, 0xFF), (19, 0x7F), (20, 1)] {
      var bytes = sound
      bytes[table + at] = UInt8(value)
      #expect(!ZippedBag(bytes).findings.isEmpty, "end record, byte \(at)")
    }
    // Sizes and places of an entry: of 4 GiB, behind the table.
    let record = table - ZipFormat.directorySize - "bag/data/a".utf8.count
    for at in [20, 24, 42] {
      var bytes = sound
      for byte in 0..<4 { bytes[record + at + byte] = 0xFF }
      let bag = ZippedBag(bytes)
      #expect(!bag.findings.isEmpty && bag.bytesRead < 500, "entry, number at \(at)")
    }
  }

  /// A bag of so many files that are all renamed, which is the dearest that can be done to it.
  private func renamed(_ count: Int) -> Verification {
    let payload = (0..<count).map { BagFile(path: "data/\($0)", text: "\($0)") }
    let bag = Bag(payload: payload, tags: [], info: [])
    var bytes: [String: [UInt8]] = [:]
    for file in bag.files {
      bytes[file.path.utf8.starts(with: "data/".utf8) ? file.path + "x" : file.path] = file.bytes
    }
    return verify(bytes.keys.sorted().map { BagEntry(path: $0, kind: .file) }, whole: { bytes[$0] ?? [] })
  }

  @Test("of twice as many renamed files each is found, by twice the work")
  func growth() {
    let works = [500, 1_000, 2_000].map { count in
      let result = renamed(count)
      #expect(result.findings.count { $0.kind == .renamed } == count)
      return result.work
    }
    #expect(works[1] <= works[0] * 22 / 10)
    #expect(works[2] <= works[1] * 22 / 10)
  }

  @Test("a manifest of more lines than a bag can have files, or larger than any, is refused as a whole")
  func manifests() {
    let bag = Bag(payload: [BagFile(path: "data/a", text: "a")], tags: [], info: [])
    for flood in [[UInt8](repeating: 0x0A, count: 100_000), [UInt8](repeating: 0x61, count: (64 << 20) + 1)] {
      var bytes = Dictionary(uniqueKeysWithValues: bag.files.map { ($0.path, $0.bytes) })
      bytes["manifest-sha256.txt"] = flood
      let result = verify(bytes.keys.sorted().map { BagEntry(path: $0, kind: .file) }, whole: { bytes[$0] ?? [] })
      #expect(result.findings.contains { $0.path == "manifest-sha256.txt" && $0.message.en.contains("larger than") })
      #expect(result.findings.count < 10)
    }
  }

  @Test("a name that begins with a mark after its folder is found by its manifest like any other")
  func combiningNames() {
    let path = "data/\u{338}a\u{301}%.txt"
    let bag = Bag(payload: [BagFile(path: path, text: "x")], tags: [], info: [("External-Description", "\u{301}题")])
    let bytes = Dictionary(uniqueKeysWithValues: bag.files.map { ($0.path, $0.bytes) })
    let result = verify(bag.files.map { BagEntry(path: $0.path, kind: .file) }, whole: { bytes[$0] ?? [] })
    #expect(result.findings == [])
    #expect(result.value("External-Description") == "\u{301}题")
  }
}
