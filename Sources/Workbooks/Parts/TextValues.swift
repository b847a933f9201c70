/// Whether an attribute's value may hold a number of a person: it has as many digits, or letters of another script, and its
/// name isn't that of a drawing's measures or of a key.
func mayHoldNumber(_ value: UnsafePointer<CChar>, of name: LocalName) -> Bool {
  var (digits, count, isWide, at) = (0, 0, false, value)
  while at.pointee != 0 {
    let byte = UInt8(bitPattern: at.pointee)
    if (0x30...0x39).contains(byte) { digits += 1 }
    if byte >= 0x80 { isWide = true }
    (count, at) = (count + 1, at + 1)
  }
  guard count >= 11, digits >= 11 || isWide else { return false }
  return !isMeasure(name)
}

private func isMeasure(_ name: LocalName) -> Bool {
  switch name {
  case "id", "uid", "guid", "uri", "spid", "path", "style", "points", "d", "gfxdata", "adj", "formulas", "coordsize",
    "coordorigin", "sqref", "ref", "spans", "hashValue", "saltValue", "AbbreviatedData", "CTM", "Boundary", "DeltaX",
    "DeltaY", "hash", "salt", "textId", "paraId", "x", "y", "cx", "cy":
    true
  default: false
  }
}

/// The words of a sheet's head or foot: `&C` begins its middle, `&"宋体,常规"`, `&10` and `&B` say how they look.
func withoutPageCodes(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var (words, at): ([UInt8], Int) = ([], text.startIndex)
  while at < text.endIndex {
    let byte = text[at]
    at += 1
    guard byte == UInt8(ascii: "&"), at < text.endIndex else {
      words.append(byte)
      continue
    }
    let code = text[at]
    switch code {
    case UInt8(ascii: "\""): at = text[(at + 1)...].firstIndex(of: code).map { $0 + 1 } ?? text.endIndex
    case 0x30...0x39: at = text[at...].prefix(2).prefix { (0x30...0x39).contains($0) }.endIndex
    // A colour of six digits of the base sixteen.
    case UInt8(ascii: "K"): at = min(at + 7, text.endIndex)
    case UInt8(ascii: "L"), UInt8(ascii: "C"), UInt8(ascii: "R"):
      words.append(0x0A)
      at += 1
    case 0x41...0x5A: at += 1
    default: words.append(byte)
    }
  }
  return words
}
