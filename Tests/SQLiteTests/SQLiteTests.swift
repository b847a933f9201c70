import Testing

@testable import SQLite

@Suite("A database in memory")
struct SQLiteTests {
  @Test("what is bound comes back with its type, and a mistake with its offset")
  func values() throws {
    let database = try SQLiteDatabase()
    let statement = try database.prepare("SELECT ?, ?, ?, NULL, x'00ff'").statement
    try statement.bind(.integer(-7), to: 1)
    try statement.bind(.real(0.5), to: 2)
    try statement.bind(.text("党员\u{0}"), to: 3)
    #expect(try statement.step())
    #expect((0..<5).map { statement[$0] } == [.integer(-7), .real(0.5), .text("党员\u{0}"), .null, .blob([0, 255])])
    #expect(try !statement.step())
    let failure = #expect(throws: SQLiteFailure.self) { try database.prepare("SELECT 1 FROMM x y") }
    #expect(failure?.offset == 15)
    #expect(throws: SQLiteFailure(.empty)) { try database.prepare(" -- nothing\n") }
  }

  @Test("a misspelt name in double quotes is no text")
  func quotes() throws {
    let database = try SQLiteDatabase()
    try database.run("CREATE TABLE t (a)")
    #expect(throws: SQLiteFailure.self) { try database.prepare("SELECT \"b\" FROM t") }
  }

  @Test(
    "there is no moment, however it is asked for",
    arguments: [
      "SELECT date('now')", "SELECT datetime()", "SELECT CURRENT_TIMESTAMP", "SELECT strftime('%Y', 'n' || 'ow')",
      "SELECT julianday('now', '+1 day')", "SELECT unixepoch()",
    ])
  func clock(sql: String) throws {
    let statement = try SQLiteDatabase().prepare(sql).statement
    let failure = #expect(throws: SQLiteFailure.self) { try statement.step() }
    #expect(failure?.kind == .clock)
  }

  @Test("a day that is given is reckoned with all the same")
  func days() throws {
    let statement = try SQLiteDatabase().prepare("SELECT date('2025-02-28', '+1 day')").statement
    #expect(try statement.step())
    #expect(statement[0] == .text("2025-03-01"))
  }

  @Test("the bytes are a file of SQLite's, the same every time")
  func bytes() throws {
    let made = try (0..<2).map { _ in
      let database = try SQLiteDatabase()
      try database.run("CREATE TABLE t (a); BEGIN")
      let insertion = try database.prepare("INSERT INTO t VALUES (?)").statement
      for number in 0..<1000 {
        try insertion.insert([.text(start: 1, length: 2)], rowsOf: 1, Array("x\(number)yz".utf8))
      }
      try database.run("COMMIT")
      return try database.withFile { Array($0) }
    }
    #expect(made[0] == made[1])
    #expect(made[0].starts(with: Array("SQLite format 3\0".utf8)))
    #expect(made[0].count % 4096 == 0)
  }

  @Test("a watch is asked of deeds while compiling and of steps while running")
  func watching() throws {
    let database = try SQLiteDatabase()
    try database.run("CREATE TABLE t (a)")
    var deeds: [Watch.Deed] = []
    var looks = 0
    let watch = Watch(
      allows: {
        deeds.append($0)
        if case .other = $0 { return false }
        return true
      },
      goesOn: {
        looks += 1
        return looks < 5
      })
    database.watch(watch)
    _ = try database.prepare("SELECT upper(a) FROM t")
    #expect(deeds == [.select, .call(function: "upper"), .read(table: "t", column: "a", view: nil)])
    let refused = #expect(throws: SQLiteFailure.self) { try database.prepare("DELETE FROM t") }
    #expect(refused?.kind == .refused)
    let endless = try database.prepare(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    ).statement
    let stopped = #expect(throws: SQLiteFailure.self) { try endless.step() }
    #expect(stopped?.kind == .interrupted)
    #expect(looks == 5)
  }
}
