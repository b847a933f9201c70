/// A footnote's mark in the source, or the beginning of its text.
struct WrittenNote {
  enum Colon { case narrow, wide }
  let label: String
  let offset: Int
  /// What follows a mark that begins a line.
  let colon: Colon?
  /// Whether it stands in no quote or list, where a footnote's text counts.
  let isOutermost: Bool
  /// Whether it is a mark among the words in place of a picture or in its caption, where nothing can lead to its text.
  var isInPicture = false
  /// Whether nothing stands behind its colon.
  var isBare = false
}

extension [WrittenNote] {
  /// What is wrong with the footnotes of a text, in its order.
  func slips() -> [Slip] {
    if isEmpty { return [] }
    let defined = Set(lazy.filter { $0.colon != nil }.map(\.label))
    let used = Set(lazy.filter { $0.colon == nil && !$0.isInPicture }.map(\.label))
    var seen: Set<String> = []
    return compactMap { note in
      if note.isInPicture { return Slip(kind: .noteInPicture(note.label), offset: note.offset) }
      guard let colon = note.colon else {
        return defined.contains(note.label) ? nil : Slip(kind: .noteWithoutText(note.label), offset: note.offset)
      }
      let kind: Slip.Kind? =
        !note.isOutermost
        ? .noteInside(note.label)
        : colon == .wide
          ? .noteColon(note.label)
          : note.isBare
            ? .noteWithoutText(note.label)
            : !seen.insert(note.label).inserted
              ? .noteTwice(note.label) : used.contains(note.label) ? nil : .noteWithoutMark(note.label)
      return kind.map { Slip(kind: $0, offset: note.offset) }
    }
  }
}
