extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first ASCII byte from `start` on, or `count`. Whatever parts or marks a text is one, and of Chinese
  /// text little else is, so that eight bytes at a time can be passed over.
  @inlinable
  package func nextASCII(from start: Int) -> Int {
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let bytes = UnsafeRawBufferPointer(self)
    var at = start
    while at + 8 <= count, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & highBits == highBits { at += 8 }
    while at < count, self[at] >= 0x80 { at += 1 }
    return at
  }
}
