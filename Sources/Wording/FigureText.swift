import Texts

/// A text with figures in it as it is worked out once: pages and prints have a minus (U+2212) before those below zero, data
/// a hyphen, which is what programs read.
package struct FigureText: Equatable, Sendable {
  package let data: String
  package let shown: String

  package var isEmpty: Bool { data.isEmpty }

  /// - Parameter marked: with `minus` before each figure below zero.
  init(marked: String) {
    guard marked.utf8.contains(0xF4), marked.holds(Self.minus) else {
      (data, shown) = (marked, marked)
      return
    }
    data = marked.replacingBytes(Self.minus, with: "-")
    shown = marked.replacingBytes(Self.minus, with: "−")
  }

  /// The last character for private use, by which no text of the content means anything.
  static let minus = "\u{10FFFD}"

  /// A figure with its sign still open.
  static func signed(_ figure: String) -> String {
    figure.utf8.first == UInt8(ascii: "-") ? minus + figure.dropFirst() : figure
  }
}
