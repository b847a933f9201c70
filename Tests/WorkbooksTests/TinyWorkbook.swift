import Sheets
@testable import Workbooks

/// A workbook put together in a test, part by part, in a zip without compression.
struct TinyWorkbook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// In order.
  var parts: [(name: String, bytes: [UInt8])] = []

  /// One sheet, its `sheetData` or more given; texts and formats where they are.
  init(sheet: String, strings: String? = nil, styles: String? = nil, workbook: String = "") {
    put("_rels/.rels", Self.relationships([("r1", "officeDocument", "xl/workbook.xml")]))
    put(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)">\(workbook)<sheets>\
      <sheet name="表" sheetId="1" r:id="s1"/></sheets></workbook>
      """)
    var targets = [("s1", "worksheet", "worksheets/sheet1.xml")]
    if strings != nil { targets.append(("s2", "sharedStrings", "sharedStrings.xml")) }
    if styles != nil { targets.append(("s3", "styles", "styles.xml")) }
    put("xl/_rels/workbook.xml.rels", Self.relationships(targets))
    if let strings { put("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(strings)</sst>") }
    if let styles { put("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>") }
    put("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(Self.main)\">\(sheet)</worksheet>")
  }

  /// One sheet of these rows.
  init(rows: String, strings: String? = nil, styles: String? = nil, workbook: String = "") {
    self.init(sheet: "<sheetData>\(rows)</sheetData>", strings: strings, styles: styles, workbook: workbook)
  }

  static func relationships(_ list: [(id: String, kind: String, target: String)]) -> String {
    let inner = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>" }
    return "<Relationships>" + inner.joined() + "</Relationships>"
  }

  /// In place of one of that name, or as a further one.
  mutating func put(_ name: String, _ text: String) { put(name, bytes: Array(text.utf8)) }

  mutating func put(_ name: String, bytes: [UInt8]) {
    if let at = parts.firstIndex(where: { $0.name == name }) {
      parts[at].bytes = bytes
    } else {
      parts.append((name, bytes))
    }
  }

  mutating func rename(_ name: String, to other: String) {
    for at in parts.indices where parts[at].name == name { parts[at].name = other }
  }

  mutating func remove(_ name: String) { parts.removeAll { $0.name == name } }

  var bytes: [UInt8] { zip { _, sum in sum } }

  /// - Parameter checksum: the one that a part's entry states.
  func zip(checksum: (_ name: String, _ right: UInt32) -> UInt32) -> [UInt8] {
    var (files, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, bytes) in parts {
      let start = files.count
      var common: [UInt8] = []
      common.put(20, 2)
      common.put(0x0800, 2)
      common.put(0, 2)
      common.put(0x5A21_0000, 4)
      common.put(Int(checksum(name, crc32(bytes))), 4)
      common.put(bytes.count, 4)
      common.put(bytes.count, 4)
      common.put(name.utf8.count, 2)
      common.put(0, 2)
      files.put(0x0403_4B50, 4)
      files += common + Array(name.utf8) + bytes
      directory.put(0x0201_4B50, 4)
      directory.put(20, 2)
      directory += common
      directory.put(0, 2)
      directory.put(0, 4)
      directory.put(0, 4)
      directory.put(start, 4)
      directory += Array(name.utf8)
    }
    var end: [UInt8] = []
    end.put(0x0605_4B50, 4)
    end.put(0, 4)
    end.put(parts.count, 2)
    end.put(parts.count, 2)
    end.put(directory.count, 4)
    end.put(files.count, 4)
    end.put(0, 2)
    return files + directory + end
  }

  // MARK: What is read of it

  func read(_ limits: WorkbookLimits = WorkbookLimits()) -> Result<Workbook, WorkbookRefusal> {
    readWorkbook(bytes, limits: limits)
  }

  var refusal: WorkbookRefusal? {
    guard case .failure(let refusal) = read() else { return nil }
    return refusal
  }

  /// `B5 day 2025-03-08` of every cell of the first sheet.
  func cells() throws -> [String] { try read().get().sheets[0].said }
}

extension WorkbookSheet {
  var said: [String] {
    (0..<rowCount).flatMap { index in
      row(at: index).map { cell in
        "\(cellName(row: rowNumber(at: index), column: cell.column)) \(cell.kind) \(cell.text)"
      }
    }
  }
}

extension [UInt8] {
  /// Little-endian.
  mutating func put(_ number: Int, _ count: Int) {
    for index in 0..<count { append(UInt8(number >> (8 * index) & 0xFF)) }
  }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
  var sum = ~UInt32(0)
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320 }
  }
  return ~sum
}
