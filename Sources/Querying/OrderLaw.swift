import Diagnostics
import SQLite
import Texts

/// The same question, its rows and ties in another order, must come to the same rows.
extension AskedQuestion {
  typealias Row = [SQLiteStatement.Value]

  /// `nil` where nothing hangs on an order nobody asked for.
  /// - Parameter others: what the same question came to in other orders.
  func orderMistake(_ columns: [String], _ one: [Row], _ others: [[Row]]) -> Diagnostic? {
    let words = OrderWords(pieces)
    if one.count > 1, words.outerOrder == nil {
      return .unordered(by: key(columns, one) ?? columns.first ?? "", at: place(atByte: 0 + words.start))
    }
    if let limit = words.limitWithoutOrder { return .limitWithoutOrder(at: place(atByte: limit)) }
    guard let other = others.first(where: { !Self.areSame(one, $0) }) else { return nil }
    let isTie = one.count == other.count && Self.sameRows(one, other)
    if isTie { return .tie(by: key(columns, one), at: place(atByte: words.outerOrder ?? words.start)) }
    let row = zip(one, other).first { !Self.areSame([$0], [$1]) }
    let column = row.flatMap { pair in columns.indices.first { pair.0[$0].comparable != pair.1[$0].comparable } }.map {
      columns[$0]
    }
    let suspect = words.suspect
    return .hangsOnOrder(
      suspect?.kind, column: column, at: place(atByte: suspect?.offset ?? words.outerOrder ?? words.start))
  }

  private static func areSame(_ one: [Row], _ other: [Row]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { $0.map(\.comparable) == $1.map(\.comparable) }
  }

  /// A column by which no two rows are the same.
  private func key(_ columns: [String], _ rows: [Row]) -> String? {
    columns.indices.first { index in Set(rows.map { "\($0[index])" }).count == rows.count }.map { columns[$0] }
  }

  private static func sameRows(_ one: [Row], _ other: [Row]) -> Bool {
    one.map { "\($0.map(\.comparable))" }.sorted() == other.map { "\($0.map(\.comparable))" }.sorted()
  }
}

extension SQLiteStatement.Value {
  /// As exact as a sum of decimals is, in whatever order it was added up: its first eleven digits.
  fileprivate var comparable: Self {
    guard case .real(let real) = self, real.isFinite, real != 0 else { return self }
    let digits = (real.significand * 0x1p36).rounded() * 0x1p-36
    return .real(Double(sign: real.sign, exponent: real.exponent, significand: digits))
  }
}

/// Where a statement asks for an order, and where it needs one.
private struct OrderWords {
  enum Suspect { case limit, window, list, bare }

  /// Of the first piece.
  let start: Int
  /// Of the `ORDER BY` of the whole statement.
  private(set) var outerOrder: Int?
  /// Of the first `LIMIT` whose own select has no order.
  private(set) var limitWithoutOrder: Int?
  private(set) var suspect: (kind: Suspect, offset: Int)?

  init(_ pieces: [SQLPiece]) {
    start = pieces.first?.start ?? 0
    var orders: [Int?] = [nil]
    var first: [Suspect: Int] = [:]
    for (index, piece) in pieces.enumerated() {
      switch piece.kind {
      case .other where piece.text == "(": orders.append(nil)
      case .other where piece.text == ")": if orders.count > 1 { orders.removeLast() }
      case .word:
        let word = piece.text.lowercased()
        let next = index + 1 < pieces.count ? pieces[index + 1].text.lowercased() : ""
        if word == "order", next == "by" { orders[orders.count - 1] = piece.start }
        if word == "limit" {
          if orders[orders.count - 1] == nil { limitWithoutOrder = limitWithoutOrder ?? piece.start }
          first[.limit] = first[.limit] ?? piece.start
        }
        if word == "over" { first[.window] = first[.window] ?? piece.start }
        if word == "group_concat" || word.begins(with: "json_group") { first[.list] = first[.list] ?? piece.start }
        if word == "group", next == "by" { first[.bare] = first[.bare] ?? piece.start }
      default: break
      }
    }
    outerOrder = orders[0]
    suspect = [Suspect.list, .window, .limit, .bare].lazy.compactMap { kind in first[kind].map { (kind, $0) } }.first
  }
}

extension Diagnostic {
  fileprivate static func unordered(by column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .reportOrder, at: place,
      message: Bilingual(zh: "结果有好几行，没有说按什么排", en: "there are several rows, and no ORDER BY says in which order"),
      remedy: Bilingual(zh: "末尾加 ORDER BY \(column)", en: "Add ORDER BY \(column) at the end"))
  }

  fileprivate static func limitWithoutOrder(at place: Place) -> Diagnostic {
    Diagnostic(
      .reportOrder, at: place,
      message: Bilingual(zh: "LIMIT 取前几行，却没有说按什么排", en: "LIMIT takes the first rows of no order"),
      remedy: Bilingual(zh: "在 LIMIT 前面加 ORDER BY", en: "Put ORDER BY before LIMIT"))
  }

  fileprivate static func tie(by key: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .reportOrder, at: place,
      message: Bilingual(
        zh: "有几行在 ORDER BY 里并列，先后随台账里的先后变", en: "rows tie under ORDER BY, and stand as they lie in the tables"),
      remedy: key.map { Bilingual(zh: "ORDER BY 末尾再加 \($0)", en: "Add \($0) to ORDER BY") }
        ?? Bilingual(zh: "ORDER BY 末尾再加一列编号，如 member", en: "Add a key, such as member, to ORDER BY"))
  }

  fileprivate static func hangsOnOrder(_ suspect: OrderWords.Suspect?, column: String?, at place: Place) -> Diagnostic {
    let what = column.map { Bilingual(zh: "“\($0)”", en: "“\($0)”") } ?? Bilingual(zh: "结果", en: "the result")
    let message = Bilingual(
      zh: "台账的行换一个先后，\(what.zh)就变了", en: "with the tables' rows in another order, \(what.en) is another")
    let remedy =
      switch suspect {
      case .limit:
        Bilingual(
          zh: "LIMIT 截在并列的地方：ORDER BY 末尾加一列编号，如 member、branch、id",
          en: "LIMIT cuts among ties: add a key to ORDER BY, such as member, branch or id")
      case .window:
        Bilingual(
          zh: "OVER 里的 ORDER BY 有并列：末尾加一列编号，如 member、id；名次用 rank()",
          en: "ORDER BY within OVER ties: add a key such as member or id; for places use rank()")
      case .list:
        Bilingual(
          zh: "group_concat 按行的先后连接：从排好序的子查询里取，或改成 count",
          en: "group_concat joins rows as they come: take them from a subquery with ORDER BY, or count them")
      case .bare, nil:
        Bilingual(
          zh: "没有聚合的列取自哪一行没有说：放进 GROUP BY，或用 min、max",
          en: "Nobody said which row a bare column comes from: put it into GROUP BY, or use min or max")
      }
    return Diagnostic(.reportOrder, at: place, message: message, remedy: remedy)
  }
}
