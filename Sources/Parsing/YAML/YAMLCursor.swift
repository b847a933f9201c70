/// Walks over a text and knows where it stands as the file's reader counts: lines end in LF, in front matter at a CR alone
/// too (`SourceFile.endsLine`); columns are scalars.
struct YAMLCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let countsReturns: Bool
  private(set) var offset = 0
  /// Scalars before it.
  private var count = 0
  private(set) var line = 1
  private(set) var column = 1
  private(set) var lineStart = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, countsReturns: Bool) {
    self.bytes = bytes
    self.countsReturns = countsReturns
  }

  /// To the scalar with so many before it. Events come in order, so that all of them together cost one walk.
  mutating func move(toScalar index: Int) {
    // Within a line back is as near as forth.
    while count > index, offset > lineStart {
      offset -= 1
      if bytes[offset] & 0xC0 != 0x80 { (count, column) = (count - 1, column - 1) }
    }
    if count > index { self = YAMLCursor(bytes, countsReturns: countsReturns) }
    while count < index, offset < bytes.count { step() }
  }

  mutating func move(toByte position: Int) {
    if offset > position { self = YAMLCursor(bytes, countsReturns: countsReturns) }
    while offset < position, offset < bytes.count { step() }
  }

  private mutating func step() {
    let byte = bytes[offset]
    offset += 1
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    count += 1
    column += 1
    let isReturn = countsReturns && byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)
    if byte == 0x0A || isReturn { (line, column, lineStart) = (line + 1, 1, offset) }
  }
}
