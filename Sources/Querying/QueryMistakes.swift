import Diagnostics
import SQLite
import Texts

/// What is wrong with a query, in words, at its place.
struct QueryMistakes {
  let query: Query
  let guardian: QueryGuard
  let pieces: [SQLPiece]
  /// Whether it stands in a report, whose edition its head says.
  let isOfReport: Bool

  init(_ query: Query, _ guardian: QueryGuard, isOfReport: Bool = false) {
    self.query = query
    self.isOfReport = isOfReport
    self.guardian = guardian
    pieces = sqlPieces(query.sql)
  }

  func mistake(_ failure: SQLiteFailure, _ limits: QueryLimits) -> Diagnostic {
    switch failure.kind {
    case .empty: empty
    case .interrupted: bound(guardian.isLate ? .seconds : .steps, limits)
    case .tooBig: bound(query.sql.count > QueryLimits.sql ? .sql : .length, limits)
    case .noMemory: bound(.memory, limits)
    case .clock: chance(clockPiece)
    case .zone: zone
    case .running: failed(failure)
    // Of a function that is denied SQLite speaks as of a mistake.
    case .refused, .sql: guardian.refusal.map(refused) ?? otherSign ?? unknownName(failure) ?? syntax(failure)
    }
  }

  /// Line and column of a byte; the beginning where nobody knows.
  func place(_ offset: Int?) -> Place {
    let before = query.sql[..<min(offset ?? 0, query.sql.count)]
    let line = before.count { $0 == 0x0A }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = String(decoding: before[start...], as: UTF8.self).unicodeScalars.count
    return Place(file: 0, line: Int32(line + 1), column: Int32(column + 1))
  }

  var firstPiece: Int { pieces.first?.start ?? 0 }

  private func syntax(_ failure: SQLiteFailure) -> Diagnostic {
    // What is missing is missing at the end.
    let offset = failure.message == "incomplete input" ? query.sql.count : failure.offset ?? firstPiece
    let said = sqliteWords(failure.message)
    return Diagnostic(
      .querySyntax, at: place(offset),
      message: Bilingual(zh: "SQL 读不懂：\(said.zh)", en: "the SQL can't be read: \(said.en)"),
      remedy: Bilingual(
        zh: "改好所指的地方；用的是 SQLite 的 SELECT，表和列见 docs/schema.md",
        en: "Mend what is pointed at; it is SQLite's SELECT, and docs/schema.md has tables and columns"))
  }

  /// A sign of Chinese writing that is a part of a name to SQLite.
  private var otherSign: Diagnostic? {
    guard let found = pieces.foreignSign else { return nil }
    let isBlank = found.own == " "
    return Diagnostic(
      .querySyntax, at: place(found.offset),
      message: isBlank
        ? Bilingual(zh: "这里是全角或不断行的空格，SQL 不认", en: "a wide or non-breaking space is no space in SQL")
        : Bilingual(zh: "“\(found.sign)”不是 SQL 的符号", en: "“\(found.sign)” is no sign of SQL"),
      remedy: isBlank
        ? Bilingual(zh: "改成普通的空格", en: "Write a plain space")
        : Bilingual(zh: "改成半角的 \(found.own)", en: "Write \(found.own)"))
  }

  // MARK: What a query may not do

  private func refused(_ refusal: QueryGuard.Refusal) -> Diagnostic {
    switch refusal {
    case .chance(let function): return chance(pieces.first { $0.isCalled(function) })
    case .deed(let deed):
      if let own = pieces.first(where: { QueryGuard.isMachinery($0.text.lowercased()) }), own.kind != .text {
        return refused(.table(own.text))
      }
      // What it is about to do to SQLite's own tables says less than the word it was written with.
      let first = pieces.first?.text.uppercased() ?? deed
      let word = first == "SELECT" || first == "WITH" ? deed : first
      return notAllowed(
        Bilingual(
          zh: "查询只能读，不能写，也不能带别的数据库进来（\(word)）",
          en: "a query only reads: it writes nothing and reaches out to nothing (\(word))"),
        at: pieces.offset(of: word) ?? firstPiece)
    case .table(let table):
      return notAllowed(
        Bilingual(zh: "“\(table)”不是台账的表", en: "“\(table)” is no table of the ledger"),
        at: pieces.offset(of: table) ?? firstPiece)
    case .edition(let table, let column): return edition(table, column)
    case .function(let function):
      return notAllowed(
        Bilingual(zh: "查询里不能用 \(function)()", en: "a query can't use \(function)()"),
        at: pieces.offset(of: function) ?? firstPiece)
    }
  }

  func notAllowed(_ message: Bilingual, at offset: Int) -> Diagnostic {
    Diagnostic(
      .queryRefused, at: place(offset), message: message,
      remedy: Bilingual(
        zh: "只写一条 SELECT；要改的话，改 content/ 里的记录，或用 export 导出后在别的程序里做",
        en: "Write one SELECT; what shall change is changed in content/, anything else is done with what export writes")
    )
  }

  /// Who asked for the moment: a text `now`, or a function of days that is given nothing.
  private var clockPiece: SQLPiece? {
    let days: Set<String> = ["date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff"]
    return pieces.first { $0.kind == .text && $0.text.lowercased() == "now" }
      ?? pieces.indices.first { index in
        pieces[index].kind == .word && days.contains(pieces[index].text.lowercased()) && index + 2 < pieces.count
          && pieces[index + 1].text == "(" && pieces[index + 2].text == ")"
      }.map { pieces[$0] } ?? pieces.first { $0.kind == .word && days.contains($0.text.lowercased()) }
  }

  /// Another zone, another day: `localtime` and `utc`, however they are spelt.
  private var zone: Diagnostic {
    let piece = pieces.first { ["localtime", "utc"].contains($0.text.lowercased()) } ?? clockPiece
    let word = piece?.text ?? "localtime"
    return Diagnostic(
      .queryClock, at: place(piece?.start ?? firstPiece),
      message: Bilingual(
        zh: "“\(word)”要看机器的时区：同样的台账在别的机器上会答得不一样",
        en: "“\(word)” hangs on the machine's time zone: the same ledger would answer otherwise elsewhere"),
      remedy: Bilingual(
        zh: "台账里的日期没有时刻，不必换算：去掉“\(word)”；统计日写 (SELECT day FROM report)",
        en: "Days of the ledger have no hour: leave “\(word)” out; the day is (SELECT day FROM report)"))
  }

  private func chance(_ piece: SQLPiece?) -> Diagnostic {
    let word = piece?.text ?? "now"
    return Diagnostic(
      .queryClock, at: place(piece?.start ?? firstPiece),
      message: Bilingual(
        zh: "“\(word)”问的是现在的时刻或随机数：同样的台账每次会答得不一样",
        en: "“\(word)” asks for the moment or for chance: the same ledger would answer otherwise each time"),
      remedy: Bilingual(
        zh: "统计日是给定的：写 (SELECT day FROM report)", en: "The day is an argument: use (SELECT day FROM report)"))
  }

  // MARK: One statement

  /// Where a further statement begins, if what follows the first says anything.
  func second(after rest: Substring) -> Int? {
    let start = query.sql.count - rest.utf8.count
    return pieces.first { $0.start >= start && $0.text != ";" }?.start
  }

  func severalStatements(at offset: Int) -> Diagnostic {
    Diagnostic(
      .queryStatements, at: place(offset),
      message: Bilingual(zh: "一次只能问一条，这里是第二条", en: "one statement is asked at a time, and here is a second"),
      remedy: Bilingual(zh: "分开问，或用 WITH、UNION 合成一条", en: "Ask them one by one, or join them with WITH or UNION"))
  }

  private var empty: Diagnostic {
    Diagnostic(
      .queryStatements, at: place(0), message: Bilingual(zh: "没有写 SQL", en: "there is no SQL"),
      remedy: Bilingual(zh: "写一条 SELECT；现成的见 query --list", en: "Write a SELECT; query --list has some ready"))
  }

  // MARK: Parameters

  func parameterMissing(_ written: String, _ name: String) -> Diagnostic {
    parameter(
      Bilingual(zh: "参数 \(written) 没有给值", en: "the parameter \(written) has no value"), written,
      Bilingual(zh: "加上 --param \(name)=值", en: "Add --param \(name)=VALUE"))
  }

  func parameterWithoutName(_ written: String) -> Diagnostic {
    parameter(
      Bilingual(zh: "参数 \(written) 没有名字", en: "the parameter \(written) has no name"), written,
      Bilingual(zh: "写成 :名字，用 --param 名字=值 给值", en: "Write :name, and give --param name=VALUE"))
  }

  func parameterUnused(_ name: String, _ known: [String]) -> Diagnostic {
    let near = nearest(to: name, in: known)
    return parameter(
      Bilingual(zh: "SQL 里没有参数 :\(name)", en: "the SQL has no parameter :\(name)"), name,
      near.map { Bilingual(zh: "是不是 \($0)？", en: "Did you mean \($0)?") }
        ?? Bilingual(
          zh: "去掉 --param \(name)，或在 SQL 里用上 :\(name)", en: "Leave out --param \(name), or use :\(name) in the SQL"))
  }

  private func parameter(_ message: Bilingual, _ written: String, _ remedy: Bilingual) -> Diagnostic {
    let offset = pieces.first { $0.kind == .parameter && $0.text == written }?.start ?? firstPiece
    return Diagnostic(.queryParameter, at: place(offset), message: message, remedy: remedy)
  }

  func parameterUnfit(_ written: String, _ value: String, _ kind: NamedQuery.Parameter.Kind) -> Diagnostic {
    let name = String(written.unicodeScalars.dropFirst())
    return parameter(
      Bilingual(
        zh: "参数 \(name) 的值“\(value)”不是\(kind.title.zh)", en: "the parameter \(name) isn't \(kind.title.en): “\(value)”"),
      written,
      Bilingual(zh: "写成 --param \(name)=值，值是\(kind.title.zh)", en: "Write --param \(name)=VALUE, \(kind.title.en)"))
  }

  // MARK: Limits

  /// A format wider than any text may be, or one whose width nobody can read from the SQL (`%.*c`, a format that is put
  /// together): SQLite fills it sign by sign, asks nobody meanwhile, and then says nothing.
  var tooWide: QueryBound? {
    let isWide = pieces.indices.contains { index in
      guard pieces[index].isCalled("printf") || pieces[index].isCalled("format"), index + 3 < pieces.count,
        pieces[index + 1].text == "("
      else { return false }
      let (format, next) = (pieces[index + 2], pieces[index + 3])
      guard format.kind == .text, next.kind == .other, next.text == "," || next.text == ")" else { return true }
      var digits = 0
      return format.text.utf8.contains { byte in
        digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
        return digits > 6 || byte == UInt8(ascii: "*")
      }
    }
    return isWide ? .length : nil
  }

  func bound(_ bound: QueryBound, _ limits: QueryLimits) -> Diagnostic {
    let words =
      switch bound {
      case .steps:
        Bilingual(
          zh: "算了 \(limits.steps / 1_000_000) 百万步还没有算完",
          en: "it wasn't done after \(limits.steps / 1_000_000) million steps")
      case .seconds:
        Bilingual(zh: "算了 \(limits.seconds) 秒还没有算完", en: "it wasn't done after \(limits.seconds) seconds")
      case .sql:
        Bilingual(zh: "SQL 超过 \(QueryLimits.sql) 字节", en: "the SQL is longer than \(QueryLimits.sql) bytes")
      case .rows: Bilingual(zh: "结果超过 \(limits.rows) 行", en: "there are more than \(limits.rows) rows")
      case .bytes:
        Bilingual(zh: "结果超过 \(limits.bytes >> 20) MiB", en: "the result is more than \(limits.bytes >> 20) MiB")
      case .memory:
        Bilingual(zh: "用尽了 \(limits.memory >> 20) MiB 内存", en: "it used up \(limits.memory >> 20) MiB of memory")
      case .length:
        Bilingual(zh: "其中一段文字超过 \(limits.length) 字节", en: "a text in it is longer than \(limits.length) bytes")
      }
    return Diagnostic(
      .queryLimit, at: place(firstPiece),
      message: Bilingual(zh: "查询已停止：\(words.zh)", en: "the query was stopped: \(words.en)"),
      remedy: Bilingual(
        zh: "加上 WHERE 或连接条件、先 GROUP BY；整张表用 export 导出",
        en: "Add WHERE, a condition to each join, or GROUP BY first; export writes whole tables"))
  }
}

extension SQLPiece {
  func isCalled(_ name: String) -> Bool { kind == .word && text.lowercased() == name }
}
