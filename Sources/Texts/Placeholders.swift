/// Words that stand for what somebody has still to write, as the program puts them into a new text.
package enum Placeholder {
  package static let alternative = "（在这里写图上有什么）"
  package static let summary = "（在这里写一两句摘要）"

  /// How a line of an archetype begins that says what goes in its place, or what such a place begins with.
  package static let openings = ["从这里开始写正文", "从这里开始写这个专题的来由"]
  package static let opening = "（在这里写"

  /// Whether a text is nothing but such words.
  package static func isAll(of text: String) -> Bool {
    let words = text.trimmed
    return words.begins(with: opening) && words.ends(with: "）")
      && words.unicodeScalars.count { $0 == "）" } == 1
  }
}
