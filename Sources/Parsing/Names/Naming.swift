import Scoring

/// What a text that names something is found to mean.
package enum Naming<Entity> {
  case found(Ref<Entity>)
  /// Several bear the name, in the order of their numbers: which of them is meant is never guessed.
  case ambiguous([Ref<Entity>])
  case unknown
}

/// Spellings and who bears them: mostly one, sometimes several.
struct Spellings {
  private var table = ByteTable()
  /// For each spelling the one who bears it, the lowest number where several do.
  private var first: [Int32] = []
  /// The others, ascending: few names are borne by two.
  private var others: [Int32: [Int32]] = [:]

  var isEmpty: Bool { first.isEmpty }

  private func bearers(_ index: Int32) -> [Int32] { [first[Int(index)]] + others[index, default: []] }

  mutating func add(_ spelling: String, of bearer: Int32) {
    let bytes = Array(spelling.utf8)
    guard !bytes.isEmpty else { return }
    let (index, isNew) = table.insert(bytes.span)
    if isNew {
      first.append(bearer)
    } else if first[Int(index)] != bearer, !others[index, default: []].contains(bearer) {
      let all = (bearers(index) + [bearer]).sorted()
      (first[Int(index)], others[index]) = (all[0], Array(all.dropFirst()))
    }
  }

  func naming<Entity>(_ spelling: Span<UInt8>) -> Naming<Entity> {
    guard let index = table.index(of: spelling) else { return .unknown }
    if others[index] == nil { return .found(Ref(Int(first[Int(index)]))) }
    return .ambiguous(bearers(index).map { Ref(Int($0)) })
  }

  /// Each spelling with its bearers, in the order they came.
  var all: [(spelling: String, bearers: [Int32])] {
    (0..<Int32(first.count)).map { (table.string($0), bearers($0)) }
  }
}
