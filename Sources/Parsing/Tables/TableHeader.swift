import Diagnostics
import Texts

/// The header row: which cell is which column. Names are looked up, so that a row of a hundred thousand of them takes as
/// many steps.
extension TableRows {
  mutating func readHeader() -> Bool {
    guard let isThere = findHeader() else { return false }
    if isThere {
      let known = knownNames
      if let lower = headerBelow(known) {
        reject(.headerBelow(lower, at: place))
        return false
      }
      return match(found, known)
    }
    reject(.missingColumns(columns.filter(\.isRequired), at: Place(file: file, line: 1)))
    return false
  }

  mutating func readNames() -> Bool {
    guard let isThere = findHeader() else { return false }
    guard isThere else {
      reject(.missingHeader(at: Place(file: file, line: 1)))
      return false
    }
    let names = found
    if names.count == 1, let separator = Separator.certain.first(where: { $0.parts(string(names[0])).count > 1 }) {
      reject(.wrongSeparator(separator, at: place))
      return false
    }
    columns = names.map { Column(string($0), string($0), required: false) }
    cells = names
    var first: [String: Place] = [:]
    for (index, cell) in names.enumerated() where cell.end > cell.start {
      let name = columns[index].name
      if let hidden = name.firstHidden(in: .word) {
        reject(.hiddenCharacter(hidden, inside: .inHeader, at: place(cell, after: hidden)))
      } else if let earlier = first[name] {
        reject(.duplicateColumn(name, first: earlier, at: place(cell)))
      } else {
        first[name] = place(cell)
      }
    }
    order = Array(names.indices)
    setUnnamed(names.indices.filter { names[$0].end == names[$0].start })
    return isSound
  }

  /// Scans to the header row; `nil` where it can't be read, which is reported, `false` where there is none.
  mutating func findHeader() -> Bool? {
    var isFirst = true
    while startRow() {
      if isFirst, sheet == nil, passSeparatorLine() { continue }
      guard scanRow() else { return nil }
      if found.contains(where: { $0.end > $0.start }) { return true }
      isFirst = false
    }
    return false
  }

  /// `sep=,` on a first line speaks to Excel. What other sign it names parts the cells, which the header then shows.
  private mutating func passSeparatorLine() -> Bool {
    var i = position
    if i < bytes.count, bytes[i] == 0x22 { i += 1 }
    guard i + 4 <= bytes.count, bytes[i..<i + 4].map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 }),
      bytes[i + 3] == 0x3D
    else { return false }
    skipLine()
    return true
  }

  /// Where the header stands lower than the first row, which has none of its names: below a title, as office programs
  /// print a table. Nothing else is told of such a file.
  private func headerBelow(_ known: [String: Int]) -> Int32? {
    let names = { (row: Self) in
      row.found.count { (known[row.string($0)] ?? known[row.string($0).lowercased()]) != nil }
    }
    guard sheet == nil, names(self) == 0 else { return nil }
    var ahead = self
    for _ in 0..<Self.mostAboveHeader {
      guard ahead.startRow(), ahead.scanRow() else { return nil }
      if names(ahead) >= min(2, columns.count(where: \.isRequired)), names(ahead) > 0 { return ahead.line }
    }
    return nil
  }

  private static var mostAboveHeader: Int { 20 }

  private var knownNames: [String: Int] {
    var known: [String: Int] = [:]
    for (index, column) in columns.enumerated() {
      known[column.name] = index
      known[column.chinese] = index
    }
    return known
  }

  private mutating func match(_ names: [Cell], _ known: [String: Int]) -> Bool {
    var first: [Int: Place] = [:]
    for cell in names {
      guard cell.end > cell.start else {
        order.append(Self.unnamed)
        continue
      }
      let name = string(cell)
      guard let index = known[name] ?? known[name.lowercased()] else {
        order.append(Self.unknown)
        if let separator = Separator.allCases.first(where: { $0.parts(name).contains { known[$0] != nil } }) {
          reject(.wrongSeparator(separator, at: place))
          return false
        }
        if let hidden = name.firstHidden(in: .word) {
          reject(.hiddenCharacter(hidden, inside: .inHeader, at: place(cell, after: hidden)))
        } else {
          spoil()
          let spellings = columns.flatMap { [$0.name, $0.chinese] }
          findings.report(
            errorAt: place,
            .unknownColumn(
              name, suggestion: nearest(to: name, in: spellings) ?? layout.meaning?(name), columns: columns,
              wayOut: layout.wayOut, at: place(cell)))
        }
        continue
      }
      if let earlier = first[index] {
        reject(.duplicateColumn(name, first: earlier, at: place(cell)))
        order.append(Self.unknown)
      } else {
        first[index] = place(cell)
        order.append(index)
      }
    }
    let missing = columns.indices.filter { index in
      let alternative = columns[index].alternative.flatMap { known[$0] }
      return columns[index].isRequired && first[index] == nil && alternative.flatMap { first[$0] } == nil
    }.map { columns[$0] }
    // A misspelt column is both unknown and missing: say it once.
    if !missing.isEmpty, missing.count > order.count(where: { $0 == Self.unknown }) {
      reject(.missingColumns(missing, at: place))
    }
    isInOrder = order.elementsEqual(columns.indices)
    setUnnamed(order.indices.filter { order[$0] == Self.unnamed })
    return isSound
  }
}

/// What people write between cells in a comma's stead.
enum Separator: CaseIterable {
  case tab, semicolon, wideSemicolon, wideComma, listComma, bar, wideBar, space, wideSpace

  private var scalar: Unicode.Scalar {
    switch self {
    case .tab: "\t"
    case .semicolon: ";"
    case .wideSemicolon: "；"
    case .wideComma: "，"
    case .listComma: "、"
    case .bar: "|"
    case .wideBar: "｜"
    case .space: " "
    case .wideSpace: "　"
    }
  }

  var name: Bilingual {
    switch self {
    case .tab: Bilingual(zh: "制表符", en: "tabs")
    case .semicolon: Bilingual(zh: "分号“;”", en: "semicolons")
    case .wideSemicolon: Bilingual(zh: "全角分号“；”", en: "full-width semicolons “；”")
    case .wideComma: Bilingual(zh: "全角逗号“，”", en: "full-width commas “，”")
    case .listComma: Bilingual(zh: "顿号“、”", en: "“、”")
    case .bar: Bilingual(zh: "竖线“|”", en: "bars")
    case .wideBar: Bilingual(zh: "全角竖线“｜”", en: "full-width bars “｜”")
    case .space: Bilingual(zh: "空格", en: "spaces")
    case .wideSpace: Bilingual(zh: "全角空格", en: "full-width spaces")
    }
  }

  /// By spaces nobody parts the cells of a single column, nor of a row of names.
  static let certain: [Separator] = [.tab, .semicolon, .wideSemicolon, .wideComma, .bar, .wideBar]

  /// The cells as they are parted by it.
  func parts(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: scalar).map { String(String.UnicodeScalarView($0)).trimmed }
  }
}
