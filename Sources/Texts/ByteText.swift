/// Text parted and compared by bytes. To `Character` a `>`, a quotation mark, a slash or a comma with a combining mark, a
/// joiner or a selector behind it is another sign, so whoever looks for one by `Character` misses it; and two spellings of
/// one letter are two names to a disk. `HouseTests` forbids the other way.
extension StringProtocol {
  // Compiled where they are used: every path and every name goes through them.
  @inlinable package func begins(with prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

  @inlinable package func ends(with suffix: String) -> Bool {
    utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  package func holds(_ part: String) -> Bool { utf8.firstStretch(of: part.utf8) != nil }

  @inlinable package func isSame(as other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }

  /// What follows a prefix; `nil` where the text begins otherwise.
  @inlinable package func dropping(prefix: String) -> Substring? {
    guard begins(with: prefix) else { return nil }
    return Substring(self)[utf8.index(startIndex, offsetBy: prefix.utf8.count)...]
  }

  /// What precedes a suffix; `nil` where the text ends otherwise.
  @inlinable package func dropping(suffix: String) -> Substring? {
    guard ends(with: suffix) else { return nil }
    return Substring(self)[..<utf8.index(endIndex, offsetBy: -suffix.utf8.count)]
  }

  /// The parts between an ASCII sign.
  /// - Parameter most: how often the text is parted at most.
  package func parts(at sign: Unicode.Scalar, most: Int = .max, keepingEmpty: Bool = false) -> [Substring] {
    let byte = UInt8(ascii: sign)
    return Substring(self).utf8.split(separator: byte, maxSplits: most, omittingEmptySubsequences: !keepingEmpty)
      .map { Substring($0) }
  }

  /// Lines that aren't empty; they end in LF, CRLF or CR.
  package var writtenLines: [Substring] {
    Substring(self).utf8.split { $0 == 0x0A || $0 == 0x0D }.map { Substring($0) }
  }

  /// Words between white space of any kind.
  package var words: [Substring] {
    Substring(self).unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { Substring($0) }
  }

  /// The text with another in place of each occurrence of a part that isn't empty.
  package func replacingBytes(_ part: String, with other: String) -> String {
    var (result, rest) = ("", Substring(self))
    while let found = rest.utf8.firstStretch(of: part.utf8) {
      result += rest[..<found.lowerBound]
      result += other
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}
