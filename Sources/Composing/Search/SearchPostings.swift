/// Which documents hold which pairs, in fields that rank differently.
struct SearchPostings {
  /// `name` is a name from its beginning, `part` from a later syllable on.
  enum Field: Int, CaseIterable { case name, part, title, text }

  /// By pair, in the order met.
  private(set) var codes: [UInt32] = []
  /// Documents of a cell (pair and field), ascending: `documents[starts[cell]..<starts[cell + 1]]`.
  private var documents: [Int32] = []
  private var starts: [Int32] = []

  /// Open addressing: the pair's number plus one, zero where free. Always at most half full.
  private var slots = [Int32](repeating: 0, count: 1 << 12)
  /// By cell: the last document seen with it, plus one.
  private var last: [Int32] = []
  private var counts: [Int32] = []
  /// Cells as they were met, and where each document's begin.
  private var met: [Int32] = []
  private var firsts: [Int] = []

  /// Documents are numbered in the order they come.
  mutating func add(_ document: SearchDocument) {
    firsts.append(met.count)
    for form in document.nameForms { addPairs(of: form.text.utf16, to: form.isWhole ? .name : .part, before: 0x20) }
    addPairs(of: document.title.utf16, to: .title, before: nil, alone: true)
    addPairs(of: document.note.utf16, to: .text)
    for line in document.lines { addPairs(of: line.utf16, to: .text) }
  }

  private mutating func addPairs(
    of text: some Sequence<UInt16>, to field: Field, before: UInt16? = nil, alone: Bool = false
  ) {
    var previous = before ?? 0
    for unit in text {
      let folded = SearchText.fold(unit)
      if folded != 0 {
        if previous != 0, SearchText.isWhole(previous, folded) { note(SearchPair(previous, folded), field) }
        if alone, !(0xD800...0xDFFF).contains(folded) { note(SearchPair(0, folded), field) }
      }
      previous = folded
    }
  }

  private mutating func note(_ pair: SearchPair, _ field: Field) {
    let cell = number(of: pair.code) * Field.allCases.count + field.rawValue
    let document = Int32(firsts.count)
    guard last[cell] != document else { return }
    last[cell] = document
    counts[cell] += 1
    met.append(Int32(cell))
  }

  private mutating func number(of code: UInt32) -> Int {
    var slot = Self.slot(code, slots.count)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if codes[number] == code { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    codes.append(code)
    slots[slot] = Int32(codes.count)
    for _ in Field.allCases {
      last.append(0)
      counts.append(0)
    }
    if codes.count * 2 > slots.count { grow() }
    return codes.count - 1
  }

  private static func slot(_ code: UInt32, _ count: Int) -> Int {
    Int((code &* 0x9E37_79B1) >> 8) & (count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (number, code) in codes.enumerated() {
      var slot = Self.slot(code, slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  /// Appends what was read of the documents that follow: numbers come out as if one had read them all.
  mutating func append(_ following: SearchPostings) {
    let fields = Field.allCases.count
    let numbers = following.codes.map { number(of: $0) }
    let before = Int32(firsts.count)
    firsts += following.firsts.map { $0 + met.count }
    met.reserveCapacity(met.count + following.met.count)
    for cell in following.met { met.append(Int32(numbers[Int(cell) / fields] * fields + Int(cell) % fields)) }
    for (number, known) in numbers.enumerated() {
      for field in 0..<fields where following.counts[number * fields + field] > 0 {
        counts[known * fields + field] += following.counts[number * fields + field]
        last[known * fields + field] = before + following.last[number * fields + field]
      }
    }
  }

  /// From cells by document to documents by cell, once all are added.
  mutating func finish() {
    var sum: Int32 = 0
    starts.reserveCapacity(counts.count + 1)
    for count in counts {
      starts.append(sum)
      sum += count
    }
    var next = starts
    starts.append(sum)
    documents = [Int32](repeating: 0, count: Int(sum))
    for document in firsts.indices {
      let end = document + 1 < firsts.count ? firsts[document + 1] : met.count
      for cell in met[firsts[document]..<end] {
        documents[Int(next[Int(cell)])] = Int32(document)
        next[Int(cell)] += 1
      }
    }
    (slots, last, counts, met, firsts) = ([], [], [], [], [])
  }

  func documents(ofPair number: Int, _ field: Field) -> ArraySlice<Int32> {
    let cell = number * Field.allCases.count + field.rawValue
    return documents[Int(starts[cell])..<Int(starts[cell + 1])]
  }
}
