import Texts

/// Gives each heading of a document an id of its own, made from its text alone so that it outlives edits elsewhere.
struct HeadingIDs {
  private var used = Set<String>()
  private var next: [String: Int] = [:]

  mutating func id(for text: String) -> String {
    let slug = slug(of: text)
    if used.insert(slug).inserted { return slug }
    var number = next[slug] ?? 2
    while !used.insert("\(slug)-\(number)").inserted { number += 1 }
    next[slug] = number + 1
    return "\(slug)-\(number)"
  }

  /// Han characters, ASCII letters in lower case and digits; all else is a hyphen between them.
  private func slug(of text: String) -> String {
    var slug = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      let isWord = isHan(scalar) || isLetter || ("0"..."9").contains(scalar)
      guard isWord else {
        gap = true
        continue
      }
      if gap, !slug.isEmpty { slug.append("-") }
      gap = false
      slug.append(isLetter ? Unicode.Scalar(UInt8(ascii: scalar) | 0x20) : scalar)
    }
    return slug.isEmpty ? "section" : String(slug)
  }
}
