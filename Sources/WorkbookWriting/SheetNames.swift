import Texts

/// Names that sheets may have, each once: at most 31 UTF-16 units, without what formulas part names by.
func sheetNames(_ wanted: [String]) -> [String] {
  var taken = Set<String>()
  return wanted.enumerated().map { index, text in
    let plain = allowed(text)
    let first = plain.isEmpty ? "\(index + 1)" : plain
    var (name, count) = (first.cut(toUTF16: mostUnits).trimmed, 1)
    while !taken.insert(name.lowercased()).inserted {
      count += 1
      let mark = " \(count)"
      name = first.cut(toUTF16: mostUnits - mark.utf8.count).trimmed + mark
    }
    return name
  }
}

private let mostUnits = 31

private func allowed(_ text: String) -> String {
  let kept = text.unicodeScalars.filter { !"[]:*?/\\'".unicodeScalars.contains($0) && !$0.steers && $0.value >= 0x20 }
  return String(String.UnicodeScalarView(kept)).trimmed
}
