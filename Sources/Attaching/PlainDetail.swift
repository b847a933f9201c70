import Texts

/// What a file says, as a message may repeat it: without what steers, without numbers of persons, and short.
func plainDetail(_ text: String) -> String {
  let words = text.printable.withoutPersonalNumbers.words.joined(separator: " ")
  return String(String.UnicodeScalarView(words.unicodeScalars.prefix(60)))
}

/// Names in their order, each once, five at most.
func listed(_ names: [String]) -> String {
  var listed: [String] = []
  for name in names where !name.isEmpty && listed.count < 5 && !listed.contains(name) { listed.append(name) }
  return listed.joined(separator: "、")
}

/// The day at the start of a moment, `D:20250301080000` or `2025-03-01T08:00:00Z`; empty where there is none.
func dayWritten(_ text: String) -> String {
  let digits = text.utf8.prefix(10).filter { (0x30...0x39).contains($0) }.prefix(8)
  guard digits.count == 8 else { return "" }
  let plain = Array(digits)
  let parts = [plain[..<4], plain[4..<6], plain[6...]]
  return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
}
