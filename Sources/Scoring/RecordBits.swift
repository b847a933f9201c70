import Texts

/// What most records say the same of, in one word: there are millions of them, and all are in memory.
struct RecordBits: Sendable {
  private var bits: UInt64

  private static let levels: UInt64 = 0x3FFF << 50
  private static let roles: UInt64 = 0x3FF << 40

  /// - Parameter column: of the place the record is cited by.
  init(level: Int32, role: Int?, entered: Day?, column: Int32) {
    precondition(
      (0..<Record.mostLevels).contains(Int(level)) && (role ?? 0) < Record.mostRoles, "more than an item has")
    precondition((0..<1 << 15).contains(column), "a sheet of thirty thousand columns")
    // As the greatest day shows: 2199-12-31 is 21 991 231, which takes 25 bits.
    bits =
      UInt64(level) << 50 | UInt64(role.map { $0 + 1 } ?? 0) << 40 | UInt64(entered?.packed ?? 0) << 15
      | UInt64(column)
  }

  var level: Int32 { Int32(bits >> 50) }
  var role: Int? { bits & Self.roles == 0 ? nil : Int(bits >> 40 & 0x3FF) - 1 }
  var entered: Day? { bits >> 15 & 0x1FF_FFFF == 0 ? nil : Day(packed: Int32(bits >> 15 & 0x1FF_FFFF)) }
  var column: Int32 { Int32(bits & 0x7FFF) }

  mutating func take(levelOf other: RecordBits) { bits = bits & ~Self.levels | other.bits & Self.levels }
  mutating func take(roleOf other: RecordBits) { bits = bits & ~Self.roles | other.bits & Self.roles }
}
