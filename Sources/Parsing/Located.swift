import Diagnostics
import Scoring
import Texts

/// A value with the place it stands at.
package struct Located<Value> {
  package let value: Value
  package let place: Place

  package init(_ value: Value, _ place: Place) {
    self.value = value
    self.place = place
  }
}

extension Located: Sendable where Value: Sendable {}

/// One of a few words a cell or key may hold, in both languages.
package struct Choice<Value: Sendable>: Sendable {
  package let words: Bilingual
  package let value: Value

  package init(_ zh: String, _ en: String, _ value: Value) {
    words = Bilingual(zh: zh, en: en)
    self.value = value
  }

  func accepts(_ text: String) -> Bool { words.isSaid(by: text) }
}

extension Array {
  /// The Chinese word of a value.
  package func word<Value: Equatable>(for value: Value) -> String? where Element == Choice<Value> {
    first { $0.value == value }?.words.zh
  }
}
extension Bilingual {
  /// Whether a text is either of the words; of the English one capitals don't matter.
  package func isSaid(by text: String) -> Bool { text == zh || text.lowercased() == en }
}
