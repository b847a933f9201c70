import Scoring
import Texts

/// A bag as one zip: stored, without compression, so that a damaged place costs one file and any program reads it in
/// thirty years; no time but the given day, no owner, nothing of the machine.
///
/// - Parameter folder: the one all files stand in.
/// - Returns: `nil` where there are more or larger files than the plain format holds (65 535 files, 4 GiB).
package func zip(_ files: [BagFile], folder: String, day: Day) -> [UInt8]? {
  let size = files.reduce(0) { $0 + $1.bytes.count + 2 * (folder.utf8.count + $1.path.utf8.count) + 80 }
  guard files.count < 0xFFFF, size < 0xFFFF_FFFF else { return nil }
  let date = dosDate(day)
  var out: [UInt8] = []
  out.reserveCapacity(size + 22)
  var directory: [UInt8] = []
  for file in files {
    let entry = ZipEntry(
      name: Array("\(folder)/\(file.path)".utf8), size: file.bytes.count, checksum: crc32(file.bytes), date: date,
      place: out.count)
    directory += entry.directoryRecord
    out += entry.fileRecord
    out += file.bytes
  }
  let start = out.count
  out += directory
  out.append(little: ZipFormat.endMark, 4)
  out.append(little: 0, 4)
  out.append(little: files.count, 2)
  out.append(little: files.count, 2)
  out.append(little: directory.count, 4)
  out.append(little: start, 4)
  out.append(little: 0, 2)
  return out
}

/// A stored file of a zip, as its two records say it.
struct ZipEntry {
  let name: [UInt8]
  let size: Int
  let checksum: UInt32
  /// As DOS writes one.
  let date: Int
  /// Where its record and its bytes stand.
  let place: Int

  /// Before the file's bytes.
  var fileRecord: [UInt8] {
    var record: [UInt8] = []
    record.append(little: ZipFormat.fileMark, 4)
    return record + common + name
  }

  /// In the table at the end.
  var directoryRecord: [UInt8] {
    var record: [UInt8] = []
    record.append(little: ZipFormat.directoryMark, 4)
    record.append(little: ZipFormat.madeOnUnix, 2)
    record += common
    record.append(little: 0, 6)
    record.append(little: ZipFormat.plainFile << 16, 4)
    record.append(little: place, 4)
    return record + name
  }

  private var common: [UInt8] {
    var record: [UInt8] = []
    record.append(little: ZipFormat.version, 2)
    record.append(little: ZipFormat.utf8Names, 2)
    record.append(little: ZipFormat.stored, 2)
    record.append(little: 0, 2)
    record.append(little: date, 2)
    record.append(little: Int(checksum), 4)
    record.append(little: size, 4)
    record.append(little: size, 4)
    record.append(little: name.count, 2)
    record.append(little: 0, 2)
    return record
  }
}

/// Numbers of the zip format (PKWARE APPNOTE 6.3.x) as far as stored files need them.
enum ZipFormat {
  static let fileMark = 0x0403_4B50
  static let directoryMark = 0x0201_4B50
  static let endMark = 0x0605_4B50
  static let version = 20
  static let madeOnUnix = 3 << 8 | 30
  static let utf8Names = 1 << 11
  static let stored = 0
  /// `S_IFREG` and 0644.
  static let plainFile = 0o100644
  static let kindMask = 0o170000
  static let linkKind = 0o120000
  static let endSize = 22
  static let directorySize = 46
  static let fileSize = 30
  /// Bytes of a table of as many files as there may be, with names longer than any file system has.
  static let largestDirectory = 128 << 20
}

/// Days before 1980 and after 2107 can't be said; the nearest is.
func dosDate(_ day: Day) -> Int {
  let year = min(max(day.year, 1980), 2107)
  return (year - 1980) << 9 | day.month << 5 | day.day
}

func day(ofDOSDate date: Int) -> Day? { Day(year: 1980 + date >> 9, month: date >> 5 & 15, day: date & 31) }

extension [UInt8] {
  fileprivate mutating func append(little number: Int, _ count: Int) {
    for index in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
