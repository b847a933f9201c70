/// How a picture lies in its file, as a camera notes it, 1 to 8: from 5 on, rows stand as columns.
///
/// - Parameter segment: of a JPEG, with its mark.
/// - Returns: `nil` where none is given.
func orientation(_ segment: inout ByteReader) throws(ByteReader.End) -> Int? {
  guard try segment.next(is: exifMark) else { return nil }
  return try orientation(ofTable: &segment)
}

/// The same of a PNG's or a WebP's chunk, where the mark of a JPEG's segment stands by mistake, if at all.
/// - Returns: 1 where none is given.
func orientation(ofChunk data: ArraySlice<UInt8>) -> Int {
  let marked = data.starts(with: exifMark) ? data.dropFirst(exifMark.count) : data
  var reader = ByteReader(Array(marked))
  return ((try? orientation(ofTable: &reader)) ?? nil) ?? 1
}

/// The whole of a camera's notes that stays: one row of one table.
func notes(ofOrientation turn: Int) -> [UInt8] {
  Array("MM".utf8) + [0, 42, 0, 0, 0, 8] + [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(turn), 0, 0, 0, 0, 0, 0]
}

let exifMark = Array("Exif".utf8) + [0, 0]

private func orientation(ofTable reader: inout ByteReader) throws(ByteReader.End) -> Int? {
  let order = try reader.take(2)
  reader.isBigEndian = order.elementsEqual("MM".utf8)
  guard reader.isBigEndian || order.elementsEqual("II".utf8), try reader.number(2) == 42 else { return nil }
  // Offsets count from the byte order on.
  try reader.skip(try reader.number(4) - 8)
  for _ in 0..<(try reader.number(2)) {
    let (tag, type, count) = (try reader.number(2), try reader.number(2), try reader.number(4))
    var value = try reader.part(4)
    value.isBigEndian = reader.isBigEndian
    guard tag == 0x0112 else { continue }
    let given = try value.number(2)
    return type == 3 && count == 1 && (1...8).contains(given) ? given : nil
  }
  return nil
}
