import Texts

/// Width and height of a photograph as it is shown: those of its frame, swapped where the camera lay on its side.
/// - Returns: `nil` where the bytes aren't a JPEG's.
func jpegSize(_ reader: inout ByteReader) throws(ByteReader.End) -> PixelSize? {
  guard try reader.next(is: [0xFF, 0xD8]) else { return nil }
  var isTurned = false
  while true {
    guard try reader.next(is: [0xFF]) else { return nil }
    var marker = try reader.big(1)
    // Any number of 0xFF may fill the room before a marker.
    while marker == 0xFF { marker = try reader.big(1) }
    switch marker {
    case 0x01, 0xD0...0xD7: continue
    // The picture itself, or its end, before any frame.
    case 0x00, 0xD8, 0xD9, 0xDA: return nil
    default: break
    }
    let length = try reader.big(2)
    guard length >= 2 else { return nil }
    var segment = try reader.part(length - 2)
    switch marker {
    // Frames, but for the tables of Huffman and arithmetic codes (C4, CC) and the extension (C8).
    case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
      return try frameSize(&segment, isTurned: isTurned)
    case 0xE1: isTurned = ((try? orientation(&segment)) ?? nil).map { $0 >= 5 } ?? isTurned
    default: break
    }
  }
}

/// A frame cut short by its own length is damaged, however many bytes follow it.
private func frameSize(_ segment: inout ByteReader, isTurned: Bool) throws(ByteReader.End) -> PixelSize? {
  guard (try? segment.skip(1)) != nil, let height = try? segment.big(2), let width = try? segment.big(2),
    let colours = try? segment.big(1), [1, 3, 4].contains(colours), (try? segment.skip(3 * colours)) != nil,
    segment.isAtEnd
  else { return nil }
  return isTurned ? positive(height, width) : positive(width, height)
}
