import Texts

/// How large a line of text can be printed: the first of a few sizes, largest first, in which it stands on one line.
///
/// Steps and not a formula, so that certificates of a year look alike and one alone looks as it does among others.
struct LineFit {
  /// In points, largest first; the stylesheet has a class for each.
  let sizes: [Int]
  /// Width of the line in points.
  let width: Int

  /// 1 for the largest size; a text too long for the smallest takes the smallest and breaks.
  func step(for text: String) -> Int {
    // What a terminal gives two columns fills an em; half an em is generous for everything else but the middle dot,
    // which Chinese fonts give a whole one.
    let halves = text.unicodeScalars.reduce(0) { $0 + ($1 == "·" ? 2 : displayWidth(String($1))) }
    let fitting = sizes.firstIndex { halves * $0 <= 2 * width }
    return (fitting ?? sizes.count - 1) + 1
  }

  /// How many lines a text takes in a column of so many ems; at least one.
  static func lines(_ text: String, ems: Int) -> Int {
    max(1, (displayWidth(text) + 2 * ems - 1) / (2 * ems))
  }

  /// A winner's name in the roll beside her total; the sizes are those set apart a little.
  static let honored = LineFit(sizes: [42, 34, 27, 21], width: 350)
  /// The holder's line of a certificate.
  static let holder = LineFit(sizes: [24, 20, 16, 13], width: 595)
  /// Who signs, in a block of 80 mm, 226 points.
  static let signature = LineFit(sizes: [17, 14, 11, 9], width: 226)
}
