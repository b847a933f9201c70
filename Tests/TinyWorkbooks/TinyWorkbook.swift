/// A workbook put together in a test, part by part, in a zip without compression.
package struct TinyWorkbook: Sendable {
  package static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  package static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// In order.
  package var parts: [(name: String, bytes: [UInt8])] = []

  /// One sheet, its `sheetData` or more given; texts and formats where they are.
  package init(
    sheet: String, strings: String? = nil, styles: String? = nil, workbook: String = "", name: String = "表",
    state: String = "visible"
  ) {
    put("_rels/.rels", Self.relationships([("r1", "officeDocument", "xl/workbook.xml")]))
    put(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)">\(workbook)<sheets>\
      <sheet name="\(name)" sheetId="1" state="\(state)" r:id="s1"/></sheets></workbook>
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
  package init(rows: String, strings: String? = nil, styles: String? = nil, workbook: String = "") {
    self.init(sheet: "<sheetData>\(rows)</sheetData>", strings: strings, styles: styles, workbook: workbook)
  }

  package static func relationships(_ list: [(id: String, kind: String, target: String)]) -> String {
    let inner = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>" }
    return "<Relationships>" + inner.joined() + "</Relationships>"
  }

  /// In place of one of that name, or as a further one.
  package mutating func put(_ name: String, _ text: String) { put(name, bytes: Array(text.utf8)) }

  package mutating func put(_ name: String, bytes: [UInt8]) {
    if let at = parts.firstIndex(where: { $0.name == name }) {
      parts[at].bytes = bytes
    } else {
      parts.append((name, bytes))
    }
  }

  package mutating func rename(_ name: String, to other: String) {
    for at in parts.indices where parts[at].name == name { parts[at].name = other }
  }

  package mutating func remove(_ name: String) { parts.removeAll { $0.name == name } }

  package var bytes: [UInt8] { zip { _, sum in sum } }

  /// - Parameter checksum: the one that a part's entry states.
  package func zip(checksum: (_ name: String, _ right: UInt32) -> UInt32) -> [UInt8] {
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
}

extension [UInt8] {
  /// Little-endian.
  package mutating func put(_ number: Int, _ count: Int) {
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
