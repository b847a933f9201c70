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

extension String {
  /// Without white space at either end, full-width spaces included.
  var trimmed: String {
    var view = unicodeScalars[...]
    let isBare = view.first?.properties.isWhitespace != true && view.last?.properties.isWhitespace != true
    if isBare { return self }
    while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
    while let last = view.last, last.properties.isWhitespace { view.removeLast() }
    return String(view)
  }
}
