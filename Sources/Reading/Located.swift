import Diagnostics

/// A value with the place it stands at.
struct Located<Value> {
  let value: Value
  let place: Place

  init(_ value: Value, _ place: Place) {
    self.value = value
    self.place = place
  }
}

extension Located: Sendable where Value: Sendable {}

/// One of a few words a cell or key may hold, in both languages.
struct Choice<Value: Sendable>: Sendable {
  let words: Bilingual
  let value: Value

  init(_ zh: String, _ en: String, _ value: Value) {
    words = Bilingual(zh: zh, en: en)
    self.value = value
  }

  func accepts(_ text: String) -> Bool { text == words.zh || text.lowercased() == words.en }
}
