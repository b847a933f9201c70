import Scoring
import Texts

/// A zip's bytes, wherever they are kept.
package struct ZipSource {
  package let size: Int
  /// So many bytes from a place; fewer where the file ends before.
  package let read: (_ at: Int, _ count: Int) throws -> [UInt8]

  package init(size: Int, read: @escaping (_ at: Int, _ count: Int) throws -> [UInt8]) {
    self.size = size
    self.read = read
  }
}

/// Takes a zip apart as strictly as `zip` writes it: whatever else such a file could say (comments, other times, bytes
/// between the files, a second table) would be a place to hide something.
///
/// Its files follow one another, so each byte is read once, however many entries its table claims to have.
struct ZipReader {
  private let source: ZipSource
  private var directory: [UInt8] = []
  /// Where the directory begins: the files end there.
  private var start = 0
  /// Where the files read so far end.
  private var reached = 0
  private var seen: Set<[UInt8]> = []
  /// Of the first file, and so of all.
  private var date: Int?
  /// Where it first isn't as this program writes it.
  private var difference: Int?
  /// The folder all files stand in.
  private(set) var folder = ""
  private(set) var findings: [BagFinding] = []

  /// Takes a file: its path in the folder, and a function that feeds its bytes to a receiver.
  typealias Take = (_ path: String, _ feed: (inout FileReceiver) throws -> Void) throws -> Void

  init(_ source: ZipSource) { self.source = source }

  mutating func read(_ take: Take) throws {
    guard let count = try readEnd() else {
      findings.append(.noZip())
      return
    }
    var (at, taken) = (0, 0)
    for _ in 0..<count {
      guard at + ZipFormat.directorySize <= directory.count, number(at, 4) == ZipFormat.directoryMark else {
        findings.append(.noZip())
        return
      }
      let length = number(at + 28, 2)
      let next = at + ZipFormat.directorySize + length + number(at + 30, 2) + number(at + 32, 2)
      guard next <= directory.count else {
        findings.append(.noZip())
        return
      }
      let name = Array(directory[(at + ZipFormat.directorySize)..<(at + ZipFormat.directorySize + length)])
      if try readEntry(at, until: next, name: name, take) { taken += 1 }
      at = next
    }
    if at != directory.count { differ(at: start + at) }
    if reached != start { differ(at: reached) }
    if taken == 0, findings.isEmpty { findings.append(.noZip()) }
    if findings.isEmpty, let difference { findings.append(.repacked(at: difference)) }
  }

  /// Reads the end record and the directory; answers how many entries it has, `nil` where there is no such zip.
  private mutating func readEnd() throws -> Int? {
    guard (ZipFormat.endSize...BagLimits.mostBytes).contains(source.size) else { return nil }
    directory = try source.read(source.size - ZipFormat.endSize, ZipFormat.endSize)
    let (count, size) = (number(10, 2), number(12, 4))
    start = number(16, 4)
    guard number(0, 4) == ZipFormat.endMark, number(4, 4) == 0, number(8, 2) == count, number(20, 2) == 0, count > 0,
      start + size + ZipFormat.endSize == source.size, size <= ZipFormat.largestDirectory
    else { return nil }
    directory = try source.read(start, size)
    return directory.count == size ? count : nil
  }

  /// - Parameter at: of the entry in the directory.
  /// - Returns: whether there was a file to take.
  private mutating func readEntry(_ at: Int, until next: Int, name raw: [UInt8], _ take: Take) throws -> Bool {
    // An entry that isn't taken stands somewhere all the same.
    let header = number(at + 42, 4)
    let end = header + ZipFormat.fileSize + raw.count + number(at + 20, 4)
    guard header >= reached, end <= start else {
      findings.append(header < reached ? .overlapping(String(decoding: raw, as: UTF8.self)) : .noZip())
      return false
    }
    if header > reached { differ(at: reached) }
    reached = end
    guard let path = innerPath(raw) else { return false }
    switch number(at + 38, 4) >> 16 & ZipFormat.kindMask {
    case ZipFormat.linkKind: findings.append(.link(path))
    case ZipFormat.plainFile & ZipFormat.kindMask, 0:
      try readFile(at, until: next, path, name: raw, take)
      return true
    default: findings.append(.notAFile(path))
    }
    return false
  }

  private mutating func innerPath(_ raw: [UInt8]) -> String? {
    guard let name = String(validating: raw, as: UTF8.self), isSafePath(name) else {
      findings.append(.unsafePath(String(decoding: raw, as: UTF8.self)))
      return nil
    }
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1).map { String(Substring($0)) }
    guard parts.count == 2, folder.isEmpty || parts[0].utf8.elementsEqual(folder.utf8) else {
      findings.append(.unsafePath(name))
      return nil
    }
    folder = parts[0]
    guard seen.insert(raw).inserted else {
      findings.append(.twice(parts[1]))
      return nil
    }
    return parts[1]
  }

  private mutating func readFile(_ at: Int, until next: Int, _ path: String, name: [UInt8], _ take: Take) throws {
    let (size, header) = (number(at + 20, 4), number(at + 42, 4))
    guard number(at + 10, 2) == ZipFormat.stored, number(at + 8, 2) & 1 == 0, size == number(at + 24, 4) else {
      findings.append(.compressed(path))
      return
    }
    let first = header + ZipFormat.fileSize + name.count
    var checksum = CRC32()
    var place = first
    try take(path) { receiver in
      while place < first + size {
        let piece = try source.read(place, min(BagLimits.piece, first + size - place))
        // It became shorter while it was read.
        if piece.isEmpty { break }
        checksum.update(piece)
        receiver.receive(piece)
        place += piece.count
      }
    }
    let date = date ?? number(at + 14, 2)
    self.date = date
    guard let day = day(ofDOSDate: date), dosDate(day) == date else { return differ(at: start + at + 14) }
    let entry = ZipEntry(name: name, size: size, checksum: checksum.value, date: date, place: header)
    compare(try source.read(header, first - header), with: entry.fileRecord, at: header)
    compare(Array(directory[at..<next]), with: entry.directoryRecord, at: start + at)
  }

  private mutating func compare(_ bytes: [UInt8], with expected: [UInt8], at place: Int) {
    guard bytes != expected else { return }
    let same = zip(bytes, expected).prefix { $0 == $1 }.count
    differ(at: place + same)
  }

  private mutating func differ(at place: Int) { difference = difference ?? place }

  /// Little-endian; 0 past the end, which no mark is.
  private func number(_ at: Int, _ count: Int) -> Int {
    guard at >= 0, at + count <= directory.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(directory[at + $1]) << (8 * $1) }
  }
}

/// Whether a path stays in its folder on every system, and has one spelling.
func isSafePath(_ path: String) -> Bool {
  let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  return !path.isEmpty && path.utf8.first != UInt8(ascii: "~")
    && !path.unicodeScalars.contains { $0 == "\\" || $0.value < 0x20 || $0.value == 0x7F }
    && parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    && !(parts[0].count == 2 && parts[0].last == UInt8(ascii: ":"))
}
