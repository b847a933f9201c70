/// Which documents of a stretch hold which pairs, in fields that rank differently.
struct SearchPostings {
  /// `name` is a name from its beginning, `part` from a later syllable on.
  enum Field: Int, CaseIterable { case name, part, title, text }

  /// By pair, in the order met.
  var codes: [UInt32] { pairs.codes }
  private var pairs = PairNumbers()
  /// Documents of a cell (pair and field), ascending: `documents[starts[cell]..<starts[cell + 1]]`.
  private var documents: [Int32] = []
  private var starts: [Int32] = []

  /// By cell: the last document seen with it, plus one.
  private var last: [Int32] = []
  /// Cells as they were met, and where each document's begin.
  private var met: [Int32] = []
  private var firsts: [Int] = []
  /// Number of the stretch's first document.
  private let first: Int32

  init(first: Int) { self.first = Int32(first) }

  /// Documents are numbered in the order they come.
  mutating func add(_ document: SearchDocument) {
    firsts.append(met.count)
    for form in document.nameForms { addPairs(of: form.text, to: form.isWhole ? .name : .part, before: 0x20) }
    addPairs(of: document.title, to: .title, alone: true)
    addPairs(of: document.note, to: .text)
    for line in document.lines { addPairs(of: line, to: .text) }
  }

  private mutating func addPairs(of text: String, to field: Field, before: UInt16 = 0, alone: Bool = false) {
    var previous = before
    SearchText.forEachUnit(of: text) { unit in
      let folded = SearchText.fold(unit)
      if folded != 0 {
        if previous != 0, SearchText.isWhole(previous, folded) { note(SearchPair(previous, folded), field) }
        if alone, !(0xD800...0xDFFF).contains(folded) { note(SearchPair(0, folded), field) }
      }
      previous = folded
    }
  }

  private mutating func note(_ pair: SearchPair, _ field: Field) {
    let number = pairs.number(of: pair.code)
    let cell = number * Field.allCases.count + field.rawValue
    if cell >= last.count { last += repeatElement(0, count: Field.allCases.count) }
    let document = Int32(firsts.count)
    guard last[cell] != document else { return }
    last[cell] = document
    met.append(Int32(cell))
  }

  /// From cells by document to documents by cell, once all are added.
  mutating func finish() {
    starts = [Int32](repeating: 0, count: last.count + 1)
    for cell in met { starts[Int(cell) + 1] += 1 }
    for cell in last.indices { starts[cell + 1] += starts[cell] }
    var next = starts
    documents = [Int32](repeating: 0, count: met.count)
    for document in firsts.indices {
      let end = document + 1 < firsts.count ? firsts[document + 1] : met.count
      for cell in met[firsts[document]..<end] {
        documents[Int(next[Int(cell)])] = first + Int32(document)
        next[Int(cell)] += 1
      }
    }
    (last, met, firsts) = ([], [], [])
  }

  func documents(ofPair number: Int, _ field: Field) -> ArraySlice<Int32> {
    let cell = number * Field.allCases.count + field.rawValue
    return documents[Int(starts[cell])..<Int(starts[cell + 1])]
  }

  /// Of one that was kept this costs nothing.
  func isSame(as other: SearchPostings) -> Bool {
    codes == other.codes && starts == other.starts && documents == other.documents
  }

  /// Pairs that other documents hold here than in another reading of the stretch, or in other fields.
  func differing(from other: SearchPostings) -> [UInt32] {
    codes.enumerated().filter { number, code in
      guard let before = other.pairs.known(code) else { return true }
      return Field.allCases.contains { documents(ofPair: number, $0) != other.documents(ofPair: before, $0) }
    }.map(\.element) + other.codes.filter { pairs.known($0) == nil }
  }
}
