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

  /// The holder's line of a certificate: 225 mm are 637 points.
  static let holder = LineFit(sizes: [26, 22, 18, 15], width: 637)
  /// Who signs, in a block of 120 mm, 340 points.
  static let signature = LineFit(sizes: [20, 17, 14, 12], width: 340)
}
