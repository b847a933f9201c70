import Diagnostics

/// Width and height a PNG file says in its first chunk; `nil` when the bytes are none.
/// A page keeps this much room free, so that the text doesn't jump when the picture arrives.
func rasterSize(_ bytes: [UInt8]) -> PixelSize? {
  guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    bytes[12..<16].elementsEqual(Array("IHDR".utf8))
  else { return nil }
  let number = { (start: Int) in bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
  return positive(number(16), number(20))
}

/// The third and fourth number of an SVG drawing's `viewBox`, rounded: its shape, whatever size it is shown at.
func drawingSize(_ bytes: [UInt8]) -> PixelSize? {
  let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
  guard let tag = head.firstRange(of: "<svg") else { return nil }
  let root = head[tag.upperBound...].prefix { $0 != ">" }
  guard let box = root.firstRange(of: "viewBox=") else { return nil }
  let value = root[box.upperBound...]
  guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
  let numbers = value.dropFirst().prefix { $0 != quote }.split { $0 == "," || $0.isWhitespace }.map { Double($0) }
  guard numbers.count == 4, let width = numbers[2], let height = numbers[3], width < 100_000, height < 100_000 else {
    return nil
  }
  guard width > 0, height > 0 else { return nil }
  return positive(Int(width.rounded()), Int(height.rounded()))
}

private func positive(_ width: Int, _ height: Int) -> PixelSize? {
  width > 0 && height > 0 ? PixelSize(width: width, height: height) : nil
}
