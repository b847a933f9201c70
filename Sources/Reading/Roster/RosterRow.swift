import Scoring
import Texts

/// Since when somebody is a full member (转正).
enum Confirmation: Equatable, Sendable {
  /// The roster has no such column.
  case unsaid
  /// The column is empty for them.
  case empty
  case on(Day)
}

/// What an office's roster says of somebody: enough to give them an id and to see where they belong.
struct RosterRow: Sendable {
  let name: String
  /// As the roster has it; empty where it has none.
  let key: String
  let pinyin: String
  let strokes: String
  let branch: Ref<Branch>?
  let joined: Day?
  let confirmation: Confirmation
  /// Since when they are elsewhere (转出).
  let left: Day?
  let remark: Remark
  let place: Place
}

/// What a remark of a roster says that decides where somebody counts: its words, and the day in it.
struct Remark: Sendable {
  let text: String

  var isProbationary: Bool { text.holds("预备") }
  var isLeaving: Bool { text.holds("转出") }
  var isArriving: Bool { text.holds("转入") }

  /// Why they are outside every denominator.
  var exemption: String? {
    if ["长期患病", "长病假", "病假", "病休", "患病"].contains(where: text.holds) { return "长期患病" }
    if ["离退休", "退休", "离休"].contains(where: text.holds) { return "离退休" }
    return nil
  }

  /// The first day in the text, the first of the month where it names none; `2月` is of `year`.
  func day(year: Int) -> Day? {
    let numbers = writtenNumbers
    guard let first = numbers.first else { return nil }
    if (1900...2199).contains(first.value) {
      let month = numbers.dropFirst().first { (1...12).contains($0.value) }
      guard first.goesOn, let month else { return nil }
      let day = month.goesOn ? numbers.dropFirst(2).first?.value ?? 1 : 1
      return Day(year: first.value, month: month.value, day: day)
    }
    guard first.unit == "月" else { return nil }
    let day = numbers.dropFirst().first.flatMap { ["日", "号"].contains($0.unit) ? $0.value : nil }
    return Day(year: year, month: first.value, day: day ?? 1)
  }

  private struct Number {
    let value: Int
    /// The character behind it, and whether another number stands right behind that.
    let unit: Unicode.Scalar?
    let goesOn: Bool
  }

  private var writtenNumbers: [Number] {
    let scalars = Array(text.unicodeScalars)
    var (numbers, at): ([Number], Int) = ([], 0)
    func isDigit(_ i: Int) -> Bool { i < scalars.count && ("0"..."9").contains(scalars[i]) }
    while at < scalars.count {
      guard isDigit(at) else {
        at += 1
        continue
      }
      let start = at
      while isDigit(at), at - start < 8 { at += 1 }
      let value = Int(String(String.UnicodeScalarView(scalars[start..<at]))) ?? 0
      let unit = at < scalars.count ? scalars[at] : nil
      let parts = unit.map { ["年", "月", ".", "-", "/", "．"].contains($0) } ?? false
      numbers.append(Number(value: value, unit: unit, goesOn: parts && isDigit(at + 1)))
    }
    return numbers
  }

  /// The words between 由 or 从 and 转入: where somebody came from.
  var origin: String? {
    guard isArriving else { return nil }
    let scalars = Array(text.unicodeScalars)
    guard let from = scalars.firstIndex(where: { $0 == "由" || $0 == "从" || $0 == "自" }),
      let to = scalars.indices.first(where: { $0 > from && scalars[$0] == "转" })
    else { return nil }
    return String(String.UnicodeScalarView(scalars[(from + 1)..<to]))
  }
}
