import Diagnostics
import LedgerTables
import SQLite
import Scoring
import Tables
import Texts

/// A question as it was asked: its SQL as a text with places, and what its parameters are.
package struct Query: Sendable {
  package let tree: SourceTree
  /// Values by name, without the sign before it.
  let parameters: [String: String]
  /// What a parameter must be, where that is laid down.
  let kinds: [String: NamedQuery.Parameter.Kind]
  package let title: Bilingual?
  let sql: [UInt8]

  /// - Parameter path: what its mistakes call it.
  package init(_ sql: String, path: String, parameters: [String: String] = [:], title: Bilingual? = nil) {
    self.init(sql, path: path, parameters: parameters, kinds: [:], title: title)
  }

  init(
    _ sql: String, path: String, parameters: [String: String], kinds: [String: NamedQuery.Parameter.Kind],
    title: Bilingual?
  ) {
    let bytes = Array(sql.utf8)
    tree = SourceTree(files: [SourceFile(path: path, bytes: bytes)])
    self.sql = bytes
    self.parameters = parameters
    self.kinds = kinds
    self.title = title
  }
}

/// Rows, or why there are none.
package enum QueryOutcome {
  case table(DataTable)
  case mistake(Diagnostic)
}

/// Asks the ledger: one statement that reads, within limits. The database is of no use for anything else afterwards.
/// - Parameters:
///   - source: what the database was made from, for what its edition hides; `nil` for the office's.
///   - goesOn: asked again and again while it runs; `false` once the time is over.
package func ask(
  _ query: Query, of database: SQLiteDatabase, limits: QueryLimits = QueryLimits(), for source: LedgerSource? = nil,
  goesOn: @escaping () -> Bool = { true }
) -> QueryOutcome {
  let hidden = source.map { HiddenNames.of($0, isReport: false) } ?? .none
  let guardian = QueryGuard(limits, hidden: hidden.names, goesOn)
  let watch = guardian.watch
  let words = QueryMistakes(query, guardian)
  do {
    database.limit(limits.ofStatements)
    let catalogue = try QueryCatalogue(database)
    database.watch(watch)
    let (statement, rest) = try database.prepare(String(decoding: query.sql, as: UTF8.self))
    if let second = words.second(after: rest) { return .mistake(words.severalStatements(at: second)) }
    if statement.isExplanation { return .mistake(words.explanation) }
    if let bound = words.tooWide { return .mistake(words.bound(bound, limits)) }
    if let mistake = words.hiddenWord(hidden.words) { return .mistake(mistake) }
    if let mistake = try bind(query, to: statement, words) { return .mistake(mistake) }
    return try withExtendedLifetime(watch) { try rows(of: statement, catalogue, limits, words) }
  } catch let failure as SQLiteFailure {
    return .mistake(words.mistake(failure, limits))
  } catch {
    preconditionFailure("SQLite fails in one way")
  }
}

private func bind(_ query: Query, to statement: SQLiteStatement, _ words: QueryMistakes) throws -> Diagnostic? {
  let names = statement.parameters
  for (index, name) in names.enumerated() {
    guard let name, let plain = name.dropping(prefix: ":") ?? name.dropping(prefix: "@") ?? name.dropping(prefix: "$")
    else {
      return words.parameterWithoutName(name ?? "?")
    }
    guard let value = query.parameters[String(plain)] else { return words.parameterMissing(name, String(plain)) }
    if let kind = query.kinds[String(plain)] {
      guard let fit = kind.value(value) else { return words.parameterUnfit(name, value, kind) }
      try statement.bind(fit, to: index + 1)
    } else {
      try statement.bind(.asWritten(value), to: index + 1)
    }
  }
  let known = Set(names.compactMap { $0.map { String($0.unicodeScalars.dropFirst()) } })
  let idle = query.parameters.keys.filter { !known.contains($0) }.sorted()
  return idle.first.map { words.parameterUnused($0, known.sorted()) }
}

private func rows(
  of statement: SQLiteStatement, _ catalogue: QueryCatalogue, _ limits: QueryLimits, _ words: QueryMistakes
) throws -> QueryOutcome {
  let names = distinct(statement.columns)
  let origins = statement.origins
  var rows: [[DataTable.Cell]] = []
  var isNumber = [Bool](repeating: true, count: names.count)
  var bytes = 0
  while try statement.step() {
    guard rows.count < limits.rows else { return .mistake(words.bound(.rows, limits)) }
    var beyond: Int?
    let row = names.indices.map { column -> DataTable.Cell in
      let value = statement[column]
      if value.isBeyondNumbers { beyond = column }
      let cell = cell(value)
      bytes += cell.text.utf8.count + 8
      switch cell {
      case .number, .none: break
      case .text, .day, .term: isNumber[column] = false
      }
      return cell
    }
    if let beyond { return .mistake(words.beyond(names[beyond])) }
    guard bytes <= limits.bytes else { return .mistake(words.bound(.bytes, limits)) }
    rows.append(row)
  }
  let columns = names.enumerated().map { index, name in
    DataTable.Column(
      key: name, title: catalogue.title(of: name, from: origins[index]),
      isNumber: isNumber[index] && !rows.isEmpty)
  }
  return .table(DataTable(columns: columns, rows: rows))
}

/// Two columns of one name would be one in JSON.
func distinct(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.map { name in
    var (own, number) = (name, 2)
    while !seen.insert(own).inserted {
      own = "\(name)_\(number)"
      number += 1
    }
    return own
  }
}

private func cell(_ value: SQLiteStatement.Value) -> DataTable.Cell {
  switch value {
  case .null: .none
  case .integer(let integer): .number(String(integer))
  case .real(let real): .number(plain(real))
  case .text(let text): Day(iso: text).map { .day($0) } ?? .text(text)
  case .blob(let bytes): .text(bytes.map { hexadecimal[Int($0 >> 4)] + hexadecimal[Int($0 & 15)] }.joined())
  }
}

private let hexadecimal = (0..<16).map { String($0, radix: 16) }

/// Exactly: what has no more than two decimals with both of them, as points and hours are shown (`86.50`), all else with as
/// many digits as tell it from every other number.
func plain(_ real: Double) -> String {
  guard abs(real) < 1e9 else { return "\(real)" }
  let hundredths = (real * 100).rounded()
  return hundredths / 100 == real ? Points(hundredths: Int64(hundredths)).description : "\(real)"
}

extension Day {
  /// A text that is nothing but a day: `2025-03-08`.
  init?(iso text: String) {
    guard text.utf8.count == 10 else { return nil }
    let parts = text.parts(at: "-", keepingEmpty: true).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      let found = Day(year: year, month: month, day: day), found.description.isSame(as: text)
    else { return nil }
    self = found
  }
}
