/// CRC-32 of IEEE 802.3, as zip and PNG use it.
package func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var checksum = CRC32()
  checksum.update(bytes)
  return checksum.value
}

/// The same of a file that is read piece by piece.
package struct CRC32 {
  private var state = ~UInt32(0)

  package init() {}

  package var value: UInt32 { ~state }

  package mutating func update(_ piece: some Sequence<UInt8>) {
    let table = crcTable
    state = piece.reduce(state) { crc, byte in crc >> 8 ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] }
  }
}

private let crcTable: [UInt32] = (0..<256).map { start in
  (0..<8).reduce(UInt32(start)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
}
