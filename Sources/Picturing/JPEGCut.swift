/// A photograph's segments that say how to draw it, and of what surrounds them the orientation.
func publishedJPEG(_ bytes: [UInt8]) -> PublishedPicture {
  var cut = JPEGCut(bytes: bytes)
  cut.run()
  // Also where the file ends before it: a browser shows what there is.
  return PublishedPicture(bytes: cut.out + [0xFF, 0xD9], isDamaged: !cut.isWhole)
}

private struct JPEGCut {
  let bytes: [UInt8]
  var out: [UInt8] = [0xFF, 0xD8]
  var isWhole = false
  private var at = 2
  private var hasOrientation = false

  init(bytes: [UInt8]) {
    self.bytes = bytes
    out.reserveCapacity(bytes.count)
  }

  mutating func run() {
    while let marker = nextMarker() {
      switch marker {
      case 0x00, 0x01, 0xD0...0xD8: continue
      case 0xD9:
        // Whatever follows is another file's: a clip, a preview, a second lens.
        isWhole = true
        return
      default:
        guard at + 2 <= bytes.count else { return }
        let length = Int(bytes[at]) << 8 | Int(bytes[at + 1])
        guard length >= 2, at + length <= bytes.count else { return }
        let content = (at + 2)..<(at + length)
        at += length
        keep(marker, content)
        if marker == 0xDA { keepScan() }
      }
    }
  }

  /// Passes over what fills the room before a marker, and what shouldn't stand there.
  private mutating func nextMarker() -> UInt8? {
    while at < bytes.count, bytes[at] != 0xFF { at += 1 }
    while at < bytes.count, bytes[at] == 0xFF { at += 1 }
    guard at < bytes.count else { return nil }
    at += 1
    return bytes[at - 1]
  }

  private mutating func keep(_ marker: UInt8, _ content: Range<Int>) {
    let part = bytes[content]
    switch marker {
    // Frames, tables of codes and quantities, restarts, lines, scans.
    case 0xC0...0xC7, 0xC9...0xCF, 0xDA...0xDD: write(marker, part)
    case 0xE0 where part.starts(with: Array("JFIF\0".utf8)) && part.count >= 12:
      // Without its preview.
      write(marker, part.prefix(12) + [0, 0])
    case 0xE1: keepOrientation(part)
    case 0xE2 where part.starts(with: Array("ICC_PROFILE\0".utf8)): write(marker, part)
    // Says how colours are stored.
    case 0xEE where part.starts(with: "Adobe".utf8) && part.count >= 12: write(marker, part.prefix(12))
    default: break
    }
  }

  private mutating func keepOrientation(_ part: ArraySlice<UInt8>) {
    var reader = ByteReader(Array(part))
    guard !hasOrientation, let turn = (try? orientation(&reader)) ?? nil, turn > 1 else { return }
    hasOrientation = true
    write(0xE1, (exifMark + notes(ofOrientation: turn))[...])
  }

  private mutating func write(_ marker: UInt8, _ content: ArraySlice<UInt8>) {
    let length = content.count + 2
    out += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)]
    out += content
  }

  /// The picture itself: up to a marker that is neither a stuffed byte nor a restart.
  private mutating func keepScan() {
    let start = at
    while at < bytes.count {
      guard bytes[at] == 0xFF else {
        at += 1
        continue
      }
      guard at + 1 < bytes.count else { break }
      switch bytes[at + 1] {
      case 0x00, 0xD0...0xD7: at += 2
      case 0xFF: at += 1
      default:
        out += bytes[start..<at]
        return
      }
    }
    // A lone byte at the end would become part of the mark that is put there.
    out += bytes[start..<min(at, bytes.count)]
    at = bytes.count
  }
}
