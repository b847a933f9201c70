import Scoring
import Texts

/// The names of one kind of entity: where each was defined, and its number in the ledger's array.
package struct Names<Entity> {
  private var table = ByteTable()
  package private(set) var places: [Place] = []
  /// What people call the entity (a member's name): only to suggest the key.
  private var labels: [String] = []
  /// What tells entities with the same label apart (a member's branch), by number.
  private var marks: [Int32: String] = [:]

  package init() {}

  package var count: Int { places.count }

  package func find(_ name: Span<UInt8>) -> Ref<Entity>? { table.index(of: name).map { Ref(Int($0)) } }
  package func find(_ name: String) -> Ref<Entity>? {
    let bytes = Array(name.utf8)
    return find(bytes.span)
  }

  /// Defines `name`, or gives the place where it was defined before.
  package mutating func define(_ name: String, label: String = "", at place: Place) -> Place? {
    let bytes = Array(name.utf8)
    return define(bytes.span, label: label, at: place)
  }

  package mutating func define(_ name: Span<UInt8>, label: String = "", at place: Place) -> Place? {
    let (index, isNew) = table.insert(name)
    guard isNew else { return places[Int(index)] }
    places.append(place)
    labels.append(label.asCompared)
    return nil
  }

  package var all: [String] { (0..<Int32(count)).map(table.string) }

  /// What stands beside an entity's key where its label is another's too.
  package mutating func mark(_ ref: Ref<Entity>, _ mark: String) { marks[ref.index] = mark }

  /// The key to suggest for a name nobody defines: of the entity so called, else the nearest spelling. Of several so
  /// called none is preferred: all are listed.
  package func suggestion(for name: String) -> String? {
    let compared = name.asCompared
    let called = labels.indices.filter { labels[$0] == compared }.map { Int32($0) }
    guard called.count > 1 else { return called.first.map(table.string) ?? nearest(to: name, in: all) }
    return called.map { table.string($0) + (marks[$0].map { "（\($0)）" } ?? "") }.joined(separator: "” / “")
  }
}
