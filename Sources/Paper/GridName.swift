import Templating
import Texts
import Wording

/// A name in a grid of names. Of two Han characters the first stands apart by a margin, so that it ends where three do and
/// what is copied and searched is the name; a long one is set smaller, and a very long one takes two places.
struct GridName: Fillable {
  /// The first of two characters; empty for any other name.
  var first: String
  var rest: String
  var isPair: Bool { !first.isEmpty }
  /// Set a little smaller: five characters.
  var isMid: Bool
  /// Set smaller: more than five characters.
  var isLong: Bool
  /// Takes two places: more than eight characters.
  var isWide: Bool

  static let specimen = GridName(first: "高", rest: "远", isMid: true, isLong: true, isWide: true)
}

extension GridName {
  init(_ name: String) {
    let halves = Words.halves(name)
    // Two columns of a terminal are an em; the dot between names is narrower here than there.
    let width = displayWidth(name)
    self.init(
      first: halves?.first ?? "", rest: halves?.last ?? name, isMid: (9...10).contains(width), isLong: width > 10,
      isWide: width > 15)
  }

  /// How many places of the grid it takes.
  var places: Int { isWide ? 2 : 1 }
}
