import Diagnostics

/// A template's bytes, and the places of its offsets.
struct TemplateSource: Sendable {
  let bytes: [UInt8]
  private let file: Int32
  private let lineStarts: [Int]

  init(_ bytes: [UInt8], file: Int32) {
    self.bytes = bytes
    self.file = file
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  func place(at offset: Int) -> Place {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    // Every byte but the continuation bytes of UTF-8 begins a scalar.
    let scalars = bytes[lineStarts[low]..<offset].count { $0 & 0xC0 != 0x80 }
    return Place(file: file, line: Int32(low + 1), column: Int32(scalars + 1))
  }
}
