import Diagnostics
import Scoring

/// A zip taken apart, as strictly as `zip` writes it: whatever else such a file could say (comments, other times,
/// bytes between the files, a second table) would be a place to hide something.
package struct ZippedBag: Sendable {
  /// The folder all files stand in.
  package let folder: String
  package let files: [BagFile]
  package let findings: [BagFinding]

  package init(_ bytes: [UInt8]) {
    var reader = ZipReader(bytes: bytes)
    reader.read()
    folder = reader.folder
    files = reader.files
    var findings = reader.findings
    // Byte for byte what this program makes of these files.
    if findings.isEmpty, let day = reader.day, zip(files, folder: folder, day: day) != bytes {
      findings.append(.repacked(at: firstDifference(zip(files, folder: folder, day: day) ?? [], bytes)))
    }
    self.findings = findings
  }
}

private func firstDifference(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var index = 0
  while index < min(a.count, b.count), a[index] == b[index] { index += 1 }
  return index
}

private struct ZipReader {
  let bytes: [UInt8]
  var folder = ""
  var files: [BagFile] = []
  var findings: [BagFinding] = []
  var day: Day?
  private var seen: Set<[UInt8]> = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() {
    let end = bytes.count - ZipFormat.endSize
    guard end >= 0, number(end, 4) == ZipFormat.endMark, number(end + 20, 2) == 0 else {
      findings.append(.noZip())
      return
    }
    let count = number(end + 10, 2)
    var at = number(end + 16, 4)
    guard count > 0 else {
      findings.append(.noZip())
      return
    }
    for _ in 0..<count {
      guard at + ZipFormat.directorySize <= end, number(at, 4) == ZipFormat.directoryMark else {
        findings.append(.noZip())
        return
      }
      let length = number(at + 28, 2)
      let next = at + ZipFormat.directorySize + length + number(at + 30, 2) + number(at + 32, 2)
      guard next <= end else {
        findings.append(.noZip())
        return
      }
      readEntry(at, name: Array(bytes[(at + ZipFormat.directorySize)..<(at + ZipFormat.directorySize + length)]))
      at = next
    }
    if files.isEmpty, findings.isEmpty { findings.append(.noZip()) }
  }

  /// - Parameter at: of the entry in the zip's directory.
  private mutating func readEntry(_ at: Int, name raw: [UInt8]) {
    guard let name = String(validating: raw, as: UTF8.self), isSafePath(name) else {
      findings.append(.unsafePath(String(decoding: raw, as: UTF8.self)))
      return
    }
    let parts = name.parts(at: "/", most: 1).map(String.init)
    guard parts.count == 2, folder.isEmpty || parts[0].utf8.elementsEqual(folder.utf8) else {
      findings.append(.unsafePath(name))
      return
    }
    folder = parts[0]
    let path = parts[1]
    guard seen.insert(raw).inserted else {
      findings.append(.twice(path))
      return
    }
    switch number(at + 38, 4) >> 16 & ZipFormat.kindMask {
    case ZipFormat.linkKind: findings.append(.link(path))
    case ZipFormat.plainFile & ZipFormat.kindMask, 0: readFile(at, path, nameLength: raw.count)
    default: findings.append(.notAFile(path))
    }
  }

  private mutating func readFile(_ at: Int, _ path: String, nameLength: Int) {
    let (size, header) = (number(at + 20, 4), number(at + 42, 4))
    guard number(at + 10, 2) == ZipFormat.stored, number(at + 8, 2) & 1 == 0, size == number(at + 24, 4) else {
      findings.append(.compressed(path))
      return
    }
    let start = header + ZipFormat.fileSize + nameLength
    guard start + size <= bytes.count else {
      findings.append(.noZip())
      return
    }
    day = day ?? Archiving.day(ofDOSDate: number(at + 14, 2)) ?? Day(year: 1980, month: 1, day: 1)
    files.append(BagFile(path: path, bytes: Array(bytes[start..<(start + size)])))
  }

  /// Little-endian; 0 past the end, which no mark is.
  private func number(_ at: Int, _ count: Int) -> Int {
    guard at >= 0, at + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
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
