/// The words of a text that is no person's name: a syllable for each Han character, runs of ASCII letters and digits as they
/// are, in small letters. What has no reading parts words and is left out.
package func romanisedWords(of text: String) -> [String] {
  var (words, run): ([String], String) = ([], "")
  func end() {
    if !run.isEmpty { words.append(run) }
    run = ""
  }
  for scalar in text.unicodeScalars {
    let plain = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    if plain.isASCII, plain.properties.isAlphabetic || plain.properties.numericType == .decimal {
      run += plain.properties.lowercaseMapping
    } else {
      end()
      if let syllable = HanTable.character(scalar)?.syllable { words.append(syllable) }
    }
  }
  end()
  return words
}
