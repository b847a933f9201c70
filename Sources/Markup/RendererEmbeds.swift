/// Fenced blocks that ask for something instead of showing code.
extension MarkupRenderer {
  /// Whether the block is an embed; then a gap is left for it.
  mutating func embed(_ node: Node, _ language: String, _ details: String) -> Bool {
    guard embedLanguages.contains(language) else { return false }
    gaps.append(MarkupDocument.Gap(offset: html.count, filling: .embed))
    embeds.append(
      Embed(
        language: language, details: details, text: nodes.string(node.second), place: place(node.line, node.column)))
    return true
  }
}
