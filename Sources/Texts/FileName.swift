/// Why a file shouldn't have a name: one rule for what is met on a disk, what is made and what is published.
package enum NameFault: Hashable, Sendable {
  case empty
  /// It begins with a dot, so systems hide it.
  case hidden
  /// It holds what parts names, what can't be seen or what turns a text round.
  case unwritable
  /// No disk has room for it, with what is added while a file is written.
  case long
  /// It holds a sign, ends in a dot or a blank, or is a device's name (`CON`): Windows has no such files.
  case noneOnWindows
}

/// What is wrong with a name between slashes; the gravest first.
package func nameFault(_ name: some StringProtocol) -> NameFault? {
  let bytes = Array(name.utf8)
  if bytes.isEmpty { return .empty }
  if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" || $0 == "/" }) {
    return .unwritable
  }
  if bytes[0] == UInt8(ascii: ".") { return .hidden }
  if bytes.count >= longestName { return .long }
  if bytes.contains(where: { ":*?\"<>|".utf8.contains($0) }) || bytes.last == 0x20 || bytes.last == UInt8(ascii: ".") {
    return .noneOnWindows
  }
  let stem = String(decoding: bytes.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self).uppercased()
  let number = (stem.dropping(prefix: "COM") ?? stem.dropping(prefix: "LPT")).map { Array($0.unicodeScalars) } ?? []
  // Windows takes small numbers above the line for numbers.
  let isNumbered = number.count == 1 && ("1"..."9" ~= number[0] || ["¹", "²", "³"].contains(number[0]))
  let isDevice = ["CON", "PRN", "AUX", "NUL"].contains(stem) || isNumbered
  return isDevice ? .noneOnWindows : nil
}

/// Bytes of a name.
private let longestName = 250

/// Whether a disk has room for a path as long as this, and for names as long as those in it, with what is added to them
/// while they are written.
package func hasRoom(forPath path: String) -> Bool {
  // No part is longer than the whole.
  if path.utf8.count < longestName { return true }
  return path.utf8.count < 900 && path.utf8.split(separator: UInt8(ascii: "/")).allSatisfy { $0.count < longestName }
}

/// Whether two paths differ only in case, or in how their letters are encoded: on Windows, macOS or a USB stick one file.
package func areTwins(_ one: String, _ other: String) -> Bool {
  !one.isSame(as: other) && one.lowercased() == other.lowercased()
}
