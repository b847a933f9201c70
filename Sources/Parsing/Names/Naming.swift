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
  /// For each spelling its bearers, by number, ascending.
  private var bearers: [[Int32]] = []

  var isEmpty: Bool { bearers.isEmpty }

  mutating func add(_ spelling: String, of bearer: Int32) {
    let bytes = Array(spelling.utf8)
    guard !bytes.isEmpty else { return }
    let (index, isNew) = table.insert(bytes.span)
    if isNew {
      bearers.append([bearer])
    } else if !bearers[Int(index)].contains(bearer) {
      bearers[Int(index)].append(bearer)
      bearers[Int(index)].sort()
    }
  }

  func naming<Entity>(_ spelling: Span<UInt8>) -> Naming<Entity> {
    guard let index = table.index(of: spelling) else { return .unknown }
    let found = bearers[Int(index)]
    return found.count == 1 ? .found(Ref(Int(found[0]))) : .ambiguous(found.map { Ref(Int($0)) })
  }

  /// Each spelling with its bearers, in the order they came.
  var all: [(spelling: String, bearers: [Int32])] {
    bearers.indices.map { (table.string(Int32($0)), bearers[$0]) }
  }
}
