import Diagnostics
import Scoring
import Texts

/// Which names a reference may be one of. Tables, YAML and whatever else refers ask here, and nowhere else.
extension Names {
  /// The one that a text names. Of several who bear the name the one that fits where it stands, if there is just one;
  /// what can't be found is reported.
  /// - Parameter fits: whether one of several may be meant here (of the branch whose table it is).
  package func settle(
    _ naming: Naming<Entity>, of text: Located<String>, _ kind: ReferenceKind, year: Int?, _ findings: MistakeCollector,
    among fits: (Ref<Entity>) -> Bool
  ) -> Ref<Entity>? {
    switch naming {
    case .found(let one): return one
    case .ambiguous(let several):
      let fitting = several.filter(fits)
      if fitting.count == 1 { return fitting[0] }
      findings.ambiguous(kind, text.value, year: year, at: text.place, bearers: listed(several))
    case .unknown:
      findings.unknown(kind, text.value, year: year, at: text.place, suggestion: suggestion(for: text.value))
    }
    return nil
  }
}

extension Located<String> {
  package func reference<E>(
    _ kind: ReferenceKind, _ names: Names<E>, year: Int? = nil, findings: MistakeCollector,
    among fits: (Ref<E>) -> Bool = { _ in true }
  ) -> Ref<E>? {
    names.settle(names.naming(value), of: self, kind, year: year, findings, among: fits)
  }
}

extension Sequence {
  /// The references of a list, each once: under two spellings too one that stands there twice is reported.
  package func once<E>(_ names: Names<E>, _ findings: MistakeCollector) -> [Ref<E>]
  where Element == (Ref<E>?, Place) {
    var found: [Ref<E>] = []
    for case (let one?, let place) in self {
      if found.contains(one) {
        findings.report(.listedTwice(names.id(one), at: place))
      } else {
        found.append(one)
      }
    }
    return found
  }
}

/// The signs between names that stand in one cell or text.
private let partings: [Unicode.Scalar] = ["|", "｜", "、"]

/// Other names of an entity, as a cell or a text lists them.
package func otherNames(_ text: String) -> [String] {
  text.unicodeScalars.split(whereSeparator: partings.contains).map { String(String.UnicodeScalarView($0)).trimmed }
    .filter { !$0.isEmpty }
}
