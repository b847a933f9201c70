import Texts

/// One thing that can be found: a page, or a place on one. Every word of it stands on that page, so the index can hold
/// nothing a reader of the page may not see; a test reads them side by side.
struct SearchDocument {
  /// In the order in which search.html lists them; templates/parts/search.mustache names each.
  enum Kind: String, CaseIterable {
    case member, branch, work, activity, project, rule, group, campaign, story, page
  }

  var title: String
  /// From the site's root.
  var href: String
  /// A name's syllables, parted by spaces; several readings by bars. Empty for what isn't a name.
  var pinyin = ""
  /// Shown below the title.
  var notes: [String] = []
  /// Running text, a line for each block; a result shows the part around the hit.
  var lines: [String] = []

  static let noteSeparator = "　"

  var note: String { notes.lazy.filter { !$0.isEmpty }.joined(separator: Self.noteSeparator) }

  /// What a name may be typed as, in lower case: as written, and from each syllable on, whole and as initials.
  var nameForms: [(text: String, isWhole: Bool)] {
    guard !pinyin.isEmpty else { return [] }
    var forms = [(title, true)]
    // A long name may be typed without the dots between its parts.
    let joined = String(String.UnicodeScalarView(title.unicodeScalars.filter { !$0.isNameDot }))
    if joined.utf8.count < title.utf8.count { forms.append((joined, true)) }
    for reading in pinyin.parts(at: "|") {
      let syllables = reading.parts(at: " ")
      for start in syllables.indices {
        forms.append((syllables[start...].joined(), start == 0))
        if start + 1 < syllables.count { forms.append((String(syllables[start...].compactMap(\.first)), start == 0)) }
      }
    }
    return forms
  }
}
