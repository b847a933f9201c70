import Diagnostics
import Scoring
import Texts

/// The names of one kind of entity: its id, what people call it, and where it was defined; an entity's number is its place
/// in the ledger's array.
///
/// An id wins over a name, a name as it was defined over one that is only spelt like it (`foldedName`). An id is found
/// straight from a file's bytes, and nothing is allocated; so is a name that is written as it was defined.
@usableFromInline package struct Names<Entity>: Sendable {
  @usableFromInline var table = ByteTable()
  package private(set) var places: [Place] = []
  private var written = Spellings()
  private var folded = Spellings()
  /// What people call an entity where it is listed beside its id, and what tells it from others of the name (a member's
  /// branch).
  private var labels: [Int32: String] = [:]
  private var marks: [Int32: Bilingual] = [:]

  package init() {}

  package var count: Int { places.count }

  // MARK: Looking up

  /// The entity with this id. Compiled where it is used: asked of a type known only when the program runs, as here, it would
  /// have that type made at every cell.
  @inlinable package func find(_ id: Span<UInt8>) -> Ref<Entity>? { table.index(of: id).map { Ref(Int($0)) } }

  package func naming(_ text: Span<UInt8>) -> Naming<Entity> {
    if let found = find(text) { return .found(found) }
    if folded.isEmpty { return .unknown }
    let exact: Naming<Entity> = written.naming(text)
    if case .unknown = exact { return naming(folding: String(decoding: text.indices.map { text[$0] }, as: UTF8.self)) }
    return exact
  }

  package func naming(_ text: String) -> Naming<Entity> {
    let bytes = Array(text.utf8)
    return naming(bytes.span)
  }

  private func naming(folding text: String) -> Naming<Entity> {
    // What nobody sees within an id is told, not passed over.
    if text.hidesWithinLatin { return .unknown }
    let bytes = Array(text.foldedName.utf8)
    return folded.naming(bytes.span)
  }

  // MARK: Defining

  /// Defines an id, or gives the place where it was defined before.
  package mutating func define(_ id: String, at place: Place) -> Place? {
    let bytes = Array(id.utf8)
    return define(bytes.span, at: place)
  }

  package mutating func define(_ id: Span<UInt8>, at place: Place) -> Place? {
    let (index, isNew) = table.insert(id)
    guard isNew else { return places[Int(index)] }
    places.append(place)
    return nil
  }

  /// Defines an id with the names beside it, the first of which is what lists show.
  package mutating func define(_ id: String, called names: [String], at place: Place) -> Place? {
    if let first = define(id, at: place) { return first }
    let number = Int32(count - 1)
    labels[number] = names.first
    folded.add(id.foldedName, of: number)
    for name in names {
      written.add(name, of: number)
      folded.add(name.foldedName, of: number)
    }
    return nil
  }

  /// Who bears a name, however it is spelt; an id is one too.
  package func bearers(of name: String) -> [Ref<Entity>] {
    switch naming(folding: name) {
    case .found(let one): [one]
    case .ambiguous(let several): several
    case .unknown: []
    }
  }

  /// What stands beside an entity's id where it is listed among others.
  package mutating func mark(_ ref: Ref<Entity>, _ mark: Bilingual) { marks[ref.index] = mark }

  // MARK: Telling

  /// All ids, in the order of their numbers.
  package var ids: [String] { (0..<Int32(count)).map(table.string) }

  package func id(_ ref: Ref<Entity>) -> String { table.string(ref.index) }

  /// `li-na-2（李娜，软件支部）`, `b01（光谱支部）`.
  package func described(_ ref: Ref<Entity>) -> Bilingual {
    let id = id(ref)
    let (label, mark) = (labels[ref.index].flatMap { $0 == id ? nil : $0 }, marks[ref.index])
    let zh = [label, mark?.zh].compactMap { $0 }.joined(separator: "，")
    let en = [label, mark?.en].compactMap { $0 }.joined(separator: ", ")
    return Bilingual(zh: zh.isEmpty ? id : "\(id)（\(zh)）", en: en.isEmpty ? id : "\(id) (\(en))")
  }

  /// More that are equally near say nothing.
  private static var mostNear: Int { 8 }

  /// What a name nobody bears may have been meant for: the one nearest spelling. An id alone; of a name all who bear it.
  package func suggestion(for name: String) -> Bilingual? {
    let spellings = folded.isEmpty ? (0..<Int32(count)).map { (table.string($0), [$0]) } : folded.all
    guard let near = nearest(to: name.foldedName, in: spellings.lazy.map(\.0)) else { return nil }
    let bearers = spellings.first { $0.0 == near }?.1 ?? []
    guard (1...Self.mostNear).contains(bearers.count) else { return nil }
    let meant = bearers.map { Ref<Entity>(Int($0)) }
    if meant.count == 1, id(meant[0]) == near { return Bilingual(zh: near, en: near) }
    return listed(meant)
  }

  func listed(_ refs: [Ref<Entity>]) -> Bilingual {
    let described = refs.map(described)
    return Bilingual(
      zh: described.map(\.zh).listed(with: "、"), en: described.map(\.en).listed(with: ", "))
  }
}
