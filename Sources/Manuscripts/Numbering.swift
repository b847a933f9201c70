import Texts

/// How far in a text's numbered headings stand: 一、 first, （一） below it.
enum Numbering: Int { case first = 2, second = 3, third = 4 }

/// `一、`, `第一，`, `（一）`, `1.`, `1、` at a text's beginning.
func numbering(of text: String) -> Numbering? {
  var rest = text.trimmed.unicodeScalars[...]
  let isBracketed = take(&rest, "（(")
  let isOrdinal = !isBracketed && take(&rest, "第")
  let digits = "〇一二三四五六七八九十百"
  let isHan = rest.first.map { digits.unicodeScalars.contains($0) } ?? false
  let number = rest.prefix { isHan ? digits.unicodeScalars.contains($0) : ("0"..."9").contains($0) }
  guard !number.isEmpty, number.count <= 3 else { return nil }
  rest = rest[number.endIndex...]
  if isBracketed { return take(&rest, "）)") ? (isHan ? .second : .third) : nil }
  if isOrdinal { return take(&rest, "，、,") ? .first : nil }
  if isHan { return take(&rest, "、，．.") ? .first : nil }
  // `3.5` is a figure.
  guard take(&rest, "、．.") else { return nil }
  return rest.first.map { ("0"..."9").contains($0) } == true ? nil : .third
}

private func take(_ text: inout Substring.UnicodeScalarView, _ signs: String) -> Bool {
  guard let first = text.first, signs.unicodeScalars.contains(first) else { return false }
  text = text.dropFirst()
  return true
}
