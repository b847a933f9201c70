/// Where the zip lies in a file: mail gateways pad it, and programs that unpack themselves stand before it.
///
/// `nil` where no end record is that fits: the file was cut, say.
/// - Returns: the bytes of the zip, and how many files its table of contents claims to have.
func zipBounds(_ bytes: UnsafeRawBufferPointer) -> (range: Range<Int>, entries: UInt64)? {
  let endSize = 22
  guard bytes.count >= endSize else { return nil }
  var at = bytes.count - endSize
  let last = max(0, bytes.count - endSize - 0xFFFF - 4_096)
  while at >= last {
    if bytes.number(at, 4) == 0x0605_4B50, let found = bounds(bytes, endRecord: at) { return found }
    at -= 1
  }
  return nil
}

private func bounds(_ bytes: UnsafeRawBufferPointer, endRecord at: Int) -> (range: Range<Int>, entries: UInt64)? {
  let end = at + 22 + Int(bytes.number(at + 20, 2))
  guard end <= bytes.count else { return nil }
  var (entries, size, offset) = (bytes.number(at + 10, 2), bytes.number(at + 12, 4), bytes.number(at + 16, 4))
  var directoryEnd = at
  let locator = at - 20
  if locator >= 0, bytes.number(locator, 4) == 0x0706_4B50 {
    // What stands before the zip moves the record away from where the locator says.
    let said = bytes.number(locator + 8, 8)
    let places = [Int(min(said, UInt64(locator))), locator - 56]
    guard let record = places.first(where: { $0 + 56 <= locator && bytes.number($0, 4) == 0x0606_4B50 }) else {
      return nil
    }
    entries = bytes.number(record + 32, 8)
    size = bytes.number(record + 40, 8)
    offset = bytes.number(record + 48, 8)
    directoryEnd = record
  }
  guard size <= UInt64(directoryEnd), offset <= UInt64(directoryEnd) - size else { return nil }
  let start = directoryEnd - Int(size) - Int(offset)
  // With bytes between the directory and its end the offset is right as it stands.
  let begins = entries == 0 || bytes.number(start + Int(offset), 4) == 0x0201_4B50
  return (begins ? start..<end : 0..<end, entries)
}

extension UnsafeRawBufferPointer {
  /// Little-endian; 0 past the end.
  func number(_ at: Int, _ count: Int) -> UInt64 {
    guard at >= 0, at + count <= self.count else { return 0 }
    return (0..<count).reduce(0) { $0 | UInt64(self[at + $1]) << UInt64(8 * $1) }
  }
}
