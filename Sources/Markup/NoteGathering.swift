import Texts

/// Parts a document's steps into its body and the texts of its footnotes, numbered as their marks come.
struct NoteGathering {
  private let steps: [Node]
  private let bytes: [UInt8]
  private(set) var body: [Node] = []
  /// By number, from 1 at index 0.
  private(set) var texts: [[Node]] = []
  /// How often each is referred to.
  private(set) var references: [Int] = []
  /// Whole paragraphs of texts that nobody refers to, and of those whose label another has.
  private(set) var idle: [[Node]] = []

  private var definitions: [[UInt8]: [Node]] = [:]
  private var numbers: [[UInt8]: Int] = [:]
  /// The definitions with their marks, and where they stood.
  private var written: [[UInt8]: (place: Int, steps: [Node])] = [:]

  init(_ steps: [Node], bytes: [UInt8]) { (self.steps, self.bytes) = (steps, bytes) }

  mutating func gather() {
    part()
    body = numbered(body)
    var next = 0
    while next < texts.count {
      texts[next] = numbered(texts[next])
      next += 1
    }
    let unread = written.filter { numbers[$0.key] == nil }.values.sorted { $0.place < $1.place }
    idle += unread.map { paragraph($0.steps) }
  }

  /// Takes the definitions out of the outermost paragraphs.
  private mutating func part() {
    var depth = 0
    var index = 0
    while index < steps.count {
      let node = steps[index]
      if node.kind == .paragraph, node.isEntry, depth == 1 {
        let end = steps[index...].firstIndex { $0.kind == .paragraph && !$0.isEntry } ?? steps.count - 1
        part(paragraph: index...end)
        index = end + 1
        continue
      }
      if !node.kind.isLeaf, node.kind != .strike { depth += node.isEntry ? 1 : -1 }
      body.append(node)
      index += 1
    }
  }

  private mutating func part(paragraph range: ClosedRange<Int>) {
    let starts = definitionStarts(in: range)
    guard let first = starts.first else {
      body += steps[range]
      return
    }
    // The break before a definition belongs to nobody.
    let before = steps[range.lowerBound + 1..<max(range.lowerBound + 1, first - 1)]
    if first > range.lowerBound + 1 { body += [steps[range.lowerBound]] + before + [steps[range.upperBound]] }
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] - 1 : range.upperBound
      let label = Array(bytes[steps[start].text])
      let whole = Array(steps[start..<end])
      var text = Array(whole.dropFirst())
      // `:` and the blank behind it.
      text[0].text = text[0].text.lowerBound + 1..<text[0].text.upperBound
      while let byte = bytes[text[0].text].first, byte == 0x20 || byte == 0x09 {
        text[0].text = text[0].text.dropFirst()
      }
      if definitions[label] == nil {
        definitions[label] = text
        written[label] = (start, whole)
      } else {
        idle.append(paragraph(whole))
      }
    }
  }

  /// Marks at the beginning of a line that a colon follows.
  private func definitionStarts(in range: ClosedRange<Int>) -> [Int] {
    var starts: [Int] = []
    var depth = 0
    for index in range.dropFirst().dropLast() {
      let node = steps[index]
      if node.kind == .noteMark, depth == 0,
        steps[index - 1].kind == .softBreak || index - 1 == range.lowerBound,
        steps[index + 1].kind == .text, bytes[steps[index + 1].text].first == UInt8(ascii: ":")
      {
        starts.append(index)
      }
      if !node.kind.isLeaf, node.kind != .strike { depth += node.isEntry ? 1 : -1 }
    }
    return starts
  }

  /// The steps with their marks numbered.
  private mutating func numbered(_ steps: [Node]) -> [Node] {
    var steps = steps
    var depthOfPictures = 0
    for index in steps.indices {
      if steps[index].kind == .image { depthOfPictures += steps[index].isEntry ? 1 : -1 }
      // Words in place of a picture lead nowhere: the mark stays as it was written.
      guard steps[index].kind == .noteMark, depthOfPictures == 0 else { continue }
      let label = Array(bytes[steps[index].text])
      guard let text = definitions[label] else { continue }
      let number = numbers[label] ?? texts.count + 1
      if numbers[label] == nil {
        numbers[label] = number
        texts.append(text)
        references.append(0)
      }
      references[number - 1] += 1
      steps[index].number = number
      steps[index].column = references[number - 1]
    }
    return steps
  }

  /// A definition as a paragraph again: its mark finds no text and so is printed as it stands.
  private func paragraph(_ steps: [Node]) -> [Node] {
    [Node(kind: .paragraph, isEntry: true)] + steps + [Node(kind: .paragraph, isEntry: false)]
  }
}
