import Diagnostics

/// A version of the program that reckons some figures differently from those before it.
private struct FigureChange {
  let version: String
  let reason: Bilingual
}

/// The oldest first. A version that moves figures gets its line here, and its section in docs/upgrading.md.
private let figureChanges = [
  FigureChange(
    version: "0.5.0",
    reason: Bilingual(
      zh: "0.5.0 起，得分算到百万分之一，只在显示时四舍五入；更正按原记录的份额冲销",
      en:
        "since 0.5.0 points are exact to a millionth and rounded for display only, and corrections take away a part of their record"
    ))
]

/// Why figures may differ from those that a version of the program wrote; `nil` where it reckoned as this one does.
/// - Parameter program: `nil` for the versions before seals named theirs.
func reasonFiguresMoved(since program: String?) -> Bilingual? {
  let since = figureChanges.filter { change in program.map { isOlder($0, than: change.version) } ?? true }
  guard !since.isEmpty else { return nil }
  return Bilingual(
    zh: since.map(\.reason.zh).joined(separator: "；"), en: since.map(\.reason.en).joined(separator: "; "))
}

/// By the numbers between the dots; what is none counts as 0.
private func isOlder(_ version: String, than other: String) -> Bool {
  let numbers = { (text: String) in
    text.utf8.split(separator: UInt8(ascii: ".")).map { Int(String(decoding: Array($0), as: UTF8.self)) ?? 0 }
  }
  return numbers(version).lexicographicallyPrecedes(numbers(other))
}
