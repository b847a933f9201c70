/// A few readings kept by hand, as `单shan 尉迟yuchi`: what stands before the letters is read as they say.
struct Readings {
  private let letters: [String: String]
  /// How many characters the longest entry has.
  let longest: Int

  init(_ text: String) {
    let entries = text.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { entry in
      (String(entry.prefix { !$0.isASCII }), String(entry.drop { !$0.isASCII }))
    }
    letters = Dictionary(uniqueKeysWithValues: entries)
    longest = entries.map { $0.0.unicodeScalars.count }.max() ?? 0
  }

  func reading(of characters: ArraySlice<Unicode.Scalar>) -> String? {
    letters[String(String.UnicodeScalarView(characters))]
  }

  /// The entry of most characters that `characters` begin with.
  func longestStart(of characters: ArraySlice<Unicode.Scalar>) -> (length: Int, letters: String)? {
    for length in stride(from: min(longest, characters.count), to: 0, by: -1) {
      if let letters = reading(of: characters.prefix(length)) { return (length, letters) }
    }
    return nil
  }
}
