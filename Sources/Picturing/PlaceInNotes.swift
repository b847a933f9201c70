import Texts

/// Whether the notes of a photograph say where it was taken: a latitude in EXIF's table of places, or one in XMP. Of a
/// picture that is published `publishedPicture` leaves them out; in a document that is published as it is they stay.
package func tellsPlace(_ bytes: [UInt8]) -> Bool {
  var notes: [ArraySlice<UInt8>] = []
  if bytes.starts(with: [0xFF, 0xD8]) {
    notes = jpegSegments(bytes).filter { $0.name == "e1" }.map { bytes[$0.data] }
  } else if bytes.starts(with: PNGCut.signature) {
    notes = pngChunks(bytes).filter { ["eXIf", "iTXt", "tEXt"].contains($0.name) }.map { bytes[$0.data] }
  } else if bytes.starts(with: "RIFF".utf8) {
    notes = webpChunks(bytes).filter { ["EXIF", "XMP "].contains($0.name) }.map { bytes[$0.data] }
  }
  return notes.contains { note in
    let head = Array("Exif".utf8) + [0, 0]
    let table = note.starts(with: head) ? note.dropFirst(head.count) : note
    return ((try? hasLatitude(Array(table))) ?? false) || note.firstStretch(of: "GPSLatitude".utf8) != nil
  }
}

/// - Parameter table: from its byte order on, from where all offsets count.
private func hasLatitude(_ table: [UInt8]) throws(ByteReader.End) -> Bool {
  var reader = ByteReader(table)
  let order = try reader.take(2)
  reader.isBigEndian = order.elementsEqual("MM".utf8)
  guard reader.isBigEndian || order.elementsEqual("II".utf8), try reader.number(2) == 42 else { return false }
  let first = try reader.number(4)
  guard let places = try value(of: 0x8825, at: first, in: table, reader.isBigEndian) else { return false }
  return try value(of: 2, at: places, in: table, reader.isBigEndian) != nil
}

private func value(
  of wanted: Int, at offset: Int, in table: [UInt8], _ isBigEndian: Bool
) throws(ByteReader.End) -> Int? {
  var reader = ByteReader(table)
  reader.isBigEndian = isBigEndian
  try reader.skip(offset)
  for _ in 0..<(try reader.number(2)) {
    let tag = try reader.number(2)
    try reader.skip(6)
    let value = try reader.number(4)
    if tag == wanted { return value }
  }
  return nil
}
