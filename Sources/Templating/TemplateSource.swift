import Texts

/// A template's bytes, and the places of its offsets.
struct TemplateSource: Sendable {
  let bytes: [UInt8]
  private let file: Int32
  private let lineStarts: [Int]
  /// How many scalars begin before each block of bytes, so that a place in a line of any length is found at once.
  private let scalars: [Int]

  static let block = 256

  init(_ bytes: [UInt8], file: Int32) {
    self.bytes = bytes
    self.file = file
    var (starts, scalars, count) = ([0], [Int](), 0)
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.block == 0 { scalars.append(count) }
      if byte == 0x0A { starts.append(offset + 1) }
      if byte.beginsScalar { count += 1 }
    }
    (lineStarts, self.scalars) = (starts, scalars + [count])
  }

  func place(at offset: Int) -> Place {
    var steps = 0
    return place(at: offset, steps: &steps)
  }

  /// - Parameter steps: counts the bytes and lines looked at.
  func place(at offset: Int, steps: inout Int) -> Place {
    let line = lineStarts.partitioningIndex {
      steps += 1
      return $0 > offset
    }
    let column = scalars(before: offset, &steps) - scalars(before: lineStarts[line - 1], &steps) + 1
    return Place(file: file, line: Int32(line), column: Int32(column))
  }

  private func scalars(before offset: Int, _ steps: inout Int) -> Int {
    let block = offset / Self.block
    let first = block * Self.block
    steps += offset - first
    return scalars[block] + bytes[first..<offset].count { $0.beginsScalar }
  }
}

extension UInt8 {
  /// Every byte but the continuation bytes of UTF-8 does.
  fileprivate var beginsScalar: Bool { self & 0xC0 != 0x80 }
}
