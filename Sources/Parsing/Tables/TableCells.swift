import Diagnostics
import Scoring
import Texts

/// Typed reading of cells, by column number. Each reports what it can't read and gives `nil`; an empty cell is `nil`
/// too, reported only where the value is obligatory.
extension TableRows {
  package func string(_ cell: Cell) -> String {
    let text = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
    guard cell.hasEscapes else { return text }
    var unescaped = String.UnicodeScalarView()
    var skip = false
    for scalar in text.unicodeScalars {
      if skip {
        skip = false
        continue
      }
      skip = scalar == "\""
      unescaped.append(scalar)
    }
    return String(unescaped)
  }

  @inlinable package func isEmpty(_ column: ColumnNumber) -> Bool {
    cells[column.number].start == cells[column.number].end
  }

  package func place(of column: ColumnNumber) -> Place { place(cells[column.number]) }

  /// The place of a part of the cell, as many bytes of its text from its beginning.
  package func place(of column: ColumnNumber, after bytes: Int) -> Place {
    let cell = cells[column.number]
    return place(Cell(start: cell.start + (cell.hasEscapes ? 0 : bytes), end: cell.end))
  }

  /// The cell as text; empty where nothing is given.
  package func text(_ column: ColumnNumber) -> String { isEmpty(column) ? "" : string(cells[column.number]) }

  /// The cell as text, which must be given.
  package func required(_ column: ColumnNumber) -> String {
    if isEmpty(column) { missing(column) }
    return text(column)
  }

  @usableFromInline package func missing(_ column: ColumnNumber) {
    let name = columns[column.number]
    findings.report(.missingValue(Bilingual(zh: name.chinese, en: name.name), at: place(of: column)))
  }

  /// The parts of a cell between `|`, each with its place and once; one that stands there twice is reported.
  package func list(_ column: ColumnNumber) -> [Located<String>] {
    guard !isEmpty(column) else { return [] }
    let cell = cells[column.number]
    var parts: [Located<String>] = []
    var known = Set<String>()
    var start = cell.start
    for i in cell.start...cell.end where i == cell.end || bytes[i] == 0x7C {
      let range = bytes.span.trimmed(start..<i)
      let part = string(Cell(start: range.lowerBound, end: range.upperBound, hasEscapes: cell.hasEscapes))
      start = i + 1
      if part.isEmpty { continue }
      let place = place(Cell(start: range.lowerBound, end: i))
      if known.insert(part).inserted {
        parts.append(Located(part, place))
      } else {
        findings.report(.listedTwice(part, at: place))
      }
    }
    return parts
  }

  /// Reports what can't be read of a cell: a character in it that nobody sees, if that is what is wrong with it.
  private func refuse(_ cell: Cell, _ fault: (String) -> Diagnostic) {
    findings.report(errorAt: place, hidden(in: cell) ?? fault(string(cell).shortened))
  }

  private func hidden(in cell: Cell) -> Diagnostic? {
    string(cell).firstHidden(in: .word).map {
      .hiddenCharacter($0, inside: .inCell, at: place(cell, after: $0))
    }
  }

  /// Reports a character in a cell that nobody sees; for a name, which any other text would pass for.
  package func checkSeen(_ column: ColumnNumber) {
    let cell = cells[column.number]
    guard !bytes[cell.start..<cell.end].arePlain, let fault = hidden(in: cell) else { return }
    findings.report(fault)
  }

  /// Whether a cell may hold what is left of a character that was lost: `?`, full-width or not, U+FFFD, or 锟.
  package func mayBeGarbled(_ column: ColumnNumber) -> Bool {
    let cell = cells[column.number]
    return bytes[cell.start..<cell.end].contains { $0 == 0x3F || $0 == 0x94 || $0 == 0xEF }
  }

  package func day(_ column: ColumnNumber) -> Day? {
    guard !isEmpty(column) else { return nil }
    let cell = cells[column.number]
    if let day = parseDay(bytes.span.extracting(cell.start..<cell.end)) { return day }
    refuse(cell) { .malformedDate($0, at: place(cell)) }
    return nil
  }

  package func requiredDay(_ column: ColumnNumber) -> Day? {
    if isEmpty(column) { missing(column) }
    return day(column)
  }

  package func month(_ column: ColumnNumber) -> YearMonth? {
    guard !isEmpty(column) else {
      missing(column)
      return nil
    }
    let cell = cells[column.number]
    if let month = parseMonth(bytes.span.extracting(cell.start..<cell.end)) { return month }
    refuse(cell) { .malformedMonth($0, at: place(cell)) }
    return nil
  }

  /// Takes the sign of a rate (`87.5%`) away from a number.
  package mutating func dropPercentSign(_ column: ColumnNumber) {
    let cell = cells[column.number]
    for sign in [[0x25], [0xEF, 0xBC, 0x85]] as [[UInt8]]
    where cell.end - cell.start > sign.count && bytes[..<cell.end].suffix(sign.count).elementsEqual(sign) {
      let number = bytes.span.trimmed(cell.start..<cell.end - sign.count)
      (cells[column.number].start, cells[column.number].end) = (number.lowerBound, number.upperBound)
    }
  }

  /// Whether the header has the column.
  package func has(_ column: ColumnNumber) -> Bool { order.contains(column.number) }

  /// A number with two decimals at most.
  package func hundredths(_ column: ColumnNumber, negative: Bool = false) -> Int64? {
    decimal(column, places: 2, negative: negative)
  }

  package func decimal(_ column: ColumnNumber, places: Int, negative: Bool) -> Int64? {
    guard !isEmpty(column) else { return nil }
    let cell = cells[column.number]
    do {
      let value = try parseDecimal(bytes.span.extracting(cell.start..<cell.end), places: places)
      if value < 0, !negative {
        refuse(cell) { .negativeNumber($0, at: place(cell)) }
        return nil
      }
      return value
    } catch {
      refuse(cell) {
        error == .absurd ? .absurdNumber($0, at: place(cell)) : .malformedNumber($0, whole: false, at: place(cell))
      }
      return nil
    }
  }

  package func whole(_ column: ColumnNumber, in range: ClosedRange<Int>? = nil) -> Int? {
    guard !isEmpty(column) else { return nil }
    let cell = cells[column.number]
    do {
      let number = try parseWhole(bytes.span.extracting(cell.start..<cell.end))
      if let range, !range.contains(number) {
        refuse(cell) { .outOfRange($0, range, at: place(cell)) }
        return nil
      }
      if range == nil, number < 0 {
        refuse(cell) { .negativeNumber($0, at: place(cell)) }
        return nil
      }
      return number
    } catch {
      refuse(cell) {
        error == .absurd ? .absurdNumber($0, at: place(cell)) : .malformedNumber($0, whole: true, at: place(cell))
      }
      return nil
    }
  }

  package func requiredWhole(_ column: ColumnNumber, in range: ClosedRange<Int>? = nil) -> Int? {
    if isEmpty(column) { missing(column) }
    return whole(column, in: range)
  }

  package func choice<Value: Sendable>(_ column: ColumnNumber, _ choices: [Choice<Value>]) -> Value? {
    guard !isEmpty(column) else {
      missing(column)
      return nil
    }
    let cell = cells[column.number]
    let text = string(cell)
    if let found = choices.first(where: { $0.accepts(text) }) { return found.value }
    refuse(cell) { .unknownChoice($0, choices.map(\.words), at: place(cell)) }
    return nil
  }

  /// What the cell names, defined elsewhere; `nil` if it is empty, or reported if nobody defines it or several do.
  @inlinable package func reference<Entity>(
    _ column: ColumnNumber, _ kind: ReferenceKind, _ names: Names<Entity>, year: Int? = nil,
    among fits: (Ref<Entity>) -> Bool = { _ in true }
  ) -> Ref<Entity>? {
    if isEmpty(column) { return nil }
    return find(column, names) ?? called(column, kind, names, year: year, among: fits)
  }

  /// What bears the name that the cell says, which isn't an id.
  @usableFromInline func called<Entity>(
    _ column: ColumnNumber, _ kind: ReferenceKind, _ names: Names<Entity>, year: Int?, among fits: (Ref<Entity>) -> Bool
  ) -> Ref<Entity>? {
    let cell = cells[column.number]
    let naming = naming(column, names)
    if case .found(let one) = naming { return one }
    if case .unknown = naming, let fault = hidden(in: cell) {
      findings.report(fault)
      return nil
    }
    return names.settle(
      naming, of: Located(string(cell), place(cell)), kind, year: year, findings, among: fits)
  }

  /// What has the cell as its id: most of what is looked up, so it goes by bytes and nothing else.
  @inlinable package func find<Entity>(_ column: ColumnNumber, _ names: Names<Entity>) -> Ref<Entity>? {
    let cell = cells[column.number]
    return names.find(bytes.span.extracting(cell.start..<cell.end))
  }

  /// What the cell names, with nothing reported.
  package func naming<Entity>(_ column: ColumnNumber, _ names: Names<Entity>) -> Naming<Entity> {
    let cell = cells[column.number]
    if cell.hasEscapes { return names.naming(string(cell)) }
    return names.naming(bytes.span.extracting(cell.start..<cell.end))
  }

  @inlinable package func requiredReference<Entity>(
    _ column: ColumnNumber, _ kind: ReferenceKind, _ names: Names<Entity>, year: Int? = nil,
    among fits: (Ref<Entity>) -> Bool = { _ in true }
  ) -> Ref<Entity>? {
    if isEmpty(column) { missing(column) }
    return reference(column, kind, names, year: year, among: fits)
  }

  /// Other names of what the row defines, parted by `|` or 、.
  package func otherNames(_ column: ColumnNumber) -> [Located<String>] {
    isEmpty(column) ? [] : Parsing.otherNames(text(column)).map { Located($0, place(of: column)) }
  }

  /// The row's own id; `nil` if it is missing or malformed, which is reported.
  package func id(_ column: ColumnNumber) -> String? {
    guard !isEmpty(column) else {
      missing(column)
      return nil
    }
    return hasID(column) ? string(cells[column.number]) : nil
  }

  /// Whether the cell can be an id; reported otherwise.
  package func hasID(_ column: ColumnNumber) -> Bool {
    let cell = cells[column.number]
    if isID(bytes.span.extracting(cell.start..<cell.end)) { return true }
    refuse(cell) { .malformedID($0, at: place(cell)) }
    return false
  }
}
