extension SourceTree {
  /// Where a character stands for the first time from a place on, on the same line.
  package func place(of scalar: Unicode.Scalar, from place: Place) -> Place? {
    guard files.indices.contains(Int(place.file)) else { return nil }
    let file = files[Int(place.file)]
    let bytes = file.bytes
    let wanted = Array(String(scalar).utf8)
    var here = Place(file: place.file, line: 1, column: 1)
    for at in bytes.indices where bytes[at] & 0xC0 != 0x80 {
      if here.line > place.line { return nil }
      if here >= place, bytes[at...].starts(with: wanted) { return here }
      here.column += 1
      if file.endsLine(at: at) { here = Place(file: here.file, line: here.line + 1, column: 1) }
    }
    return nil
  }
}
