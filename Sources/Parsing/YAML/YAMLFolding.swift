import Texts

/// A text that is written over several lines, as YAML folds it, but without a space between two lines that Chinese signs
/// join: there it would stand in the middle of a sentence. Latin words and Hangul keep it, pair by pair, as in prose.
///
/// libyaml says what the text is and not where its lines met, so the lines are laid along it once more.
func unfoldingHan(_ text: String, _ style: YAMLStyle, written: Slice<UnsafeBufferPointer<UInt8>>) -> String {
  guard style != .literal, written.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
  var lines = writtenLines(String(decoding: written, as: UTF8.self))
  let scalars = Array(text.unicodeScalars)
  var folds: [Int] = []
  var at = 0
  if style == .folded {
    lines.removeFirst()
    for content in lines.map({ $0.drop(while: isBlank) }) where !content.isEmpty {
      let end = at
      while at < scalars.count, isBlank(scalars[at]) || isBreak(scalars[at]) { at += 1 }
      guard scalars[at...].starts(with: content) else { return text }
      if end > 0, at == end + 1, scalars[end] == " " { folds.append(end) }
      at += content.count
    }
  } else {
    var (emptyLines, isContinued) = (0, false)
    for (number, line) in lines.enumerated() {
      let content = content(line, style, isFirst: number == 0, isLast: number == lines.count - 1)
      if number > 0, content.text.isEmpty, number < lines.count - 1 {
        emptyLines += 1
        continue
      }
      if number > 0, !isContinued {
        guard at < scalars.count || content.count == 0 else { return text }
        if emptyLines == 0, content.count > 0, scalars[at] == " " { folds.append(at) }
        at += max(1, emptyLines)
      }
      if style == .plain, !scalars.dropFirst(at).starts(with: content.text) { return text }
      at += content.count
      (emptyLines, isContinued) = (0, content.isContinued)
    }
  }
  guard at <= scalars.count else { return text }
  var joined = scalars
  for fold in folds.reversed() where fold > 0 && fold + 1 < scalars.count {
    if joinsWithoutSpace(scalars[..<fold], scalars[(fold + 1)...]) { joined.remove(at: fold) }
  }
  return joined.count == scalars.count ? text : String(String.UnicodeScalarView(joined))
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

private func isBreak(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
  default: false
  }
}

/// The lines as libyaml takes them.
private func writtenLines(_ text: String) -> [[Unicode.Scalar]] {
  var lines: [[Unicode.Scalar]] = [[]]
  var before: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    if !isBreak(scalar) {
      lines[lines.count - 1].append(scalar)
    } else if !(scalar == "\n" && before == "\r") {
      lines.append([])
    }
    before = scalar
  }
  return lines
}

/// What a line gives to its text, how many scalars that makes of it, and whether it goes on without a break.
private func content(
  _ line: [Unicode.Scalar], _ style: YAMLStyle, isFirst: Bool, isLast: Bool
) -> (text: ArraySlice<Unicode.Scalar>, count: Int, isContinued: Bool) {
  var text = line[...]
  if style != .plain {
    if isFirst { text = text.dropFirst() }
    if isLast { text = text.dropLast() }
  }
  if !isFirst { text = text.drop(while: isBlank) }
  if !isLast {
    while let last = text.last, isBlank(last) {
      if style == .doubleQuoted, text.dropLast().reversed().prefix(while: { $0 == "\\" }).count % 2 == 1 { break }
      text.removeLast()
    }
  }
  var (count, isContinued, at) = (0, false, text.startIndex)
  while at < text.endIndex {
    let scalar = text[at]
    at += 1
    if style == .singleQuoted, scalar == "'" {
      at += 1
    } else if style == .doubleQuoted, scalar == "\\" {
      guard at < text.endIndex else {
        isContinued = true
        break
      }
      at += text[at] == "x" ? 3 : text[at] == "u" ? 5 : text[at] == "U" ? 9 : 1
    }
    count += 1
  }
  return (text, count, isContinued)
}
