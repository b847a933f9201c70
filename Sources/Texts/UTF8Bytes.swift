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

extension [UInt8] {
  /// The scalar that ends just before `offset`; `nil` at the start.
  @inlinable
  package func scalar(before offset: Int) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  /// The scalar that starts at `offset`; `nil` outside the text.
  @inlinable
  package func scalar(at offset: Int) -> Unicode.Scalar? {
    guard indices.contains(offset) else { return nil }
    let first = self[offset]
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= count else { return "\u{FFFD}" }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for next in self[(offset + 1)..<(offset + length)] { value = value << 6 | UInt32(next & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The character that ends just before `offset`, whatever belongs to it.
  @inlinable
  package func base(before offset: Int) -> Unicode.Scalar? {
    var at = offset
    while let scalar = scalar(before: at) {
      guard belongsToBase(scalar) else { return scalar }
      at -= UTF8.width(scalar)
    }
    return nil
  }
}
