import Texts

/// Who is named in a text.
package struct Mentions: Equatable, Sendable {
  /// Each once, in the order of the text.
  package var found: [String] = []
  /// Names that several bear.
  package var ambiguous: [String] = []
}

/// Looks for names in a text. A longer name covers those within it; a name may be set with blanks between its signs.
/// - Parameter names: every name, with the id that bears it.
package func mentions(of names: [(name: String, id: String)], in text: String) -> Mentions {
  var bearers: [String: [String]] = [:]
  for (name, id) in names where !name.isEmpty { bearers[name.withoutBlanks, default: []].append(id) }
  var byFirst: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
  for name in bearers.keys {
    let scalars = Array(name.unicodeScalars)
    if let first = scalars.first, scalars.count >= 2 { byFirst[first, default: []].append(scalars) }
  }
  byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
  let scalars = Array(text.withoutBlanks.unicodeScalars)
  var mentions = Mentions()
  var seen: Set<String> = []
  var at = 0
  while at < scalars.count {
    guard let name = byFirst[scalars[at]]?.first(where: { scalars[at...].starts(with: $0) }) else {
      at += 1
      continue
    }
    at += name.count
    let text = String(String.UnicodeScalarView(name))
    guard seen.insert(text).inserted, let ids = bearers[text] else { continue }
    let known = Set(ids)
    if known.count > 1 {
      mentions.ambiguous.append(text)
    } else if let id = ids.first, !mentions.found.contains(id) {
      mentions.found.append(id)
    }
  }
  return mentions
}

extension String {
  fileprivate var withoutBlanks: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" }))
  }
}
