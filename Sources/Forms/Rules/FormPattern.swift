import Texts

/// A text of a rule that stands for several: `*` for anything, `<数>` for a number that is meant, `<字>` for a text that is.
/// White space and width don't count.
struct FormPattern {
  private enum Piece: Equatable {
    case sign(Unicode.Scalar)
    case any, number, text
  }

  private var pieces: [Piece] = []
  private(set) var isCapturing = false

  init(_ text: String) {
    let scalars = Array(text.spaceless.unicodeScalars)
    var i = 0
    while i < scalars.count {
      let rest = String(String.UnicodeScalarView(scalars[i...]))
      if rest.begins(with: "<数>") || rest.begins(with: "<字>") {
        pieces.append(rest.begins(with: "<数>") ? .number : .text)
        isCapturing = true
        i += 3
      } else {
        pieces.append(scalars[i] == "*" ? .any : .sign(scalars[i]))
        i += 1
      }
    }
  }

  /// Whether it is the whole text.
  func matches(_ text: String) -> Bool { capture(in: Array(text.spaceless.unicodeScalars), pieces[...], 0) != nil }

  /// What is meant of a text: the first part that fits.
  func capture(in text: String) -> String? {
    let scalars = Array(text.spaceless.unicodeScalars)
    var pieces = pieces
    if pieces.last != .any, pieces.last != .text { pieces.append(.any) }
    for start in 0...scalars.count {
      // A number is meant from its first digit.
      if pieces.first == .number, start > 0, scalars[start - 1].isPartOfNumber { continue }
      if let range = capture(in: scalars, pieces[...], start), !range.isEmpty {
        return String(String.UnicodeScalarView(scalars[range]))
      }
    }
    return nil
  }

  /// The range that is meant, where the rest of the pieces fits the text from `start` to its end.
  private func capture(in text: [Unicode.Scalar], _ pieces: ArraySlice<Piece>, _ start: Int) -> Range<Int>? {
    guard let piece = pieces.first else { return start == text.count ? start..<start : nil }
    let rest = pieces.dropFirst()
    switch piece {
    case .sign(let sign):
      guard start < text.count, text[start] == sign else { return nil }
      return capture(in: text, rest, start + 1)
    case .any:
      if rest.isEmpty { return start..<start }
      for next in start...text.count { if let found = capture(in: text, rest, next) { return found } }
      return nil
    case .number:
      var end = start
      while end < text.count, text[end].isPartOfNumber { end += 1 }
      guard end > start, capture(in: text, rest, end) != nil else { return nil }
      return start..<end
    case .text:
      for end in stride(from: start, through: text.count, by: 1)
      where end > start && capture(in: text, rest, end) != nil { return start..<end }
      return nil
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isPartOfNumber: Bool { ("0"..."9").contains(self) || self == "." }
}

extension StringProtocol {
  /// In half-width signs and without white space: as headers, names of sheets and words of rules are compared.
  var spaceless: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isUnseen { result.append(scalar.halfWidth) }
    return String(result)
  }

  /// In half-width signs.
  var halfWidth: String { String(String.UnicodeScalarView(unicodeScalars.map(\.halfWidth))) }

  /// As the name of a column is compared: without stars and marks of what is obligatory, letters small.
  var asHeader: String {
    var name = spaceless.lowercased()
    for mark in ["(必填)", "(选填)", "*", "★", ":"] { name = name.replacingBytes(mark, with: "") }
    return name
  }

  /// White space and line ends within it as one space each.
  var onOneLine: String { words.joined(separator: " ").trimmed }
}
