import Scoring
import Texts

/// The smaller pieces that clauses are made of.
extension NotationText {
  var withoutColon: NotationText { after(":") ?? self }

  /// A level, a role: quoted, or before a colon, or plain before what says how much.
  var name: (name: String, rest: NotationText)? {
    if let (text, rest) = quoted { return text.isNothing ? nil : (text.trimmed, rest.withoutColon) }
    if let (before, rest) = parted(at: ":") { return before.plainName.map { ($0, rest) } }
    if let before = before(NotationWords.all.sorted { $0.utf8.count > $1.utf8.count }), let name = before.plainName {
      return (name, rest(behind: before))
    }
    if let (before, _, _) = pointsBehindName, let name = before.plainName { return (name, rest(behind: before)) }
    let marked = before(["%", "倍"]) ?? self
    guard let (before, _) = marked.lastNumber, let name = before.plainName else { return nil }
    return (name, rest(behind: before))
  }

  private func rest(behind before: NotationText) -> NotationText { dropping(to: before.range.upperBound) }

  /// Of a unit, as it stands between numbers: quoted where it could be read otherwise.
  var unitName: String? {
    if let (text, rest) = quoted { return rest.isEmpty && !text.isNothing ? text.trimmed : nil }
    return scalars.elementsEqual(["%"]) ? "%" : plainName
  }

  /// The second of two bounds, behind ～, 至, 到 or a hyphen, and the rest.
  var bound: (bound: NotationText, rest: NotationText)? {
    guard let rest = after(["~", "至", "到", "-"]), let (number, behind) = rest.number else { return nil }
    return (number, behind)
  }

  /// `80%`, `0.8倍`, and a bare number where nothing else could be meant.
  func factor(isBareTaken: Bool) -> (value: String, at: Int)? {
    if let percent = before("%"), let (number, rest) = percent.number, rest.isEmpty {
      return number.digits.asHundredths.flatMap { value in
        value % 100 == 0 ? (decimalText(value / 100, scale: 2, least: 0, most: 2), number.at) : nil
      }
    }
    guard let (number, rest) = (before("倍") ?? self).number, rest.isEmpty else { return nil }
    return isBareTaken || before("倍") != nil ? (number.digits, number.at) : nil
  }

  /// What follows 第二次, 第三次起 and so on; `nil` where it begins otherwise.
  var turn: NotationText? {
    guard let rest = after("第"), let behind = rest.after(["二", "三", "四", "五", "六", "七", "八", "九", "十", "2", "3", "4"])
    else { return nil }
    return behind.after(["次起", "次以后", "次及以后", "次"]).map { $0.withoutColon }
  }

  var withoutTurn: NotationText { turn ?? after("再次") ?? self }

  /// Points that bound something: never with a sign, `扣` before them or not.
  var capValue: (value: String, at: Int)? {
    let number = after(NotationWords.caps).map { $0.withoutColon } ?? self
    guard let (value, at) = number.points else { return nil }
    return (value.magnitude, at)
  }

  /// The same where a word says that they bound: `不超过6分`, `6分封顶`, `扣分不超过6分`.
  var boundedValue: (value: String, at: Int)? {
    let rest = after(["累计", "合计", "共"]) ?? self
    if let rest = rest.before(["封顶", "为限", "以内"]), let (value, at) = rest.points { return (value.magnitude, at) }
    let behind = rest.after(["扣分", "加分", "得分"]) ?? rest
    guard behind.after(NotationWords.caps) != nil else { return nil }
    return behind.capValue
  }

  /// `2026-06-01起`, `自2026年6月1日起`, `至2026-05-31止`
  var day: (text: NotationText, isFirst: Bool)? {
    let until = before(["止", "为止"])
    let isFirst = until == nil && after("至") == nil
    let text = until ?? before("起") ?? after("至")
    guard let day = text.map({ $0.after(["自", "从", "至", "到"]) ?? $0 }) else { return nil }
    let digits = day.scalars.prefix { ("0"..."9").contains($0) }
    guard digits.count == 4, day.count > 7, ["-", "/", "年"].contains(day.scalars.dropFirst(4).first) else { return nil }
    return (day, isFirst)
  }
}

extension String {
  /// Of a number without its sign.
  var magnitude: String { begins(with: "-") ? String(dropFirst()) : self }

  /// As notation has it: `扣1` for −1.
  var signed: String { begins(with: "-") ? NotationWords.losses[0] + magnitude : self }

  /// `nil` for what is no number of two decimals.
  var asHundredths: Int64? {
    let parts = parts(at: ".", keepingEmpty: true)
    guard let whole = parts.first.flatMap({ Int64($0) }), whole.magnitude < 1_000_000_000, parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else { return whole * 100 }
    let digits = parts[1].utf8.count
    guard (1...2).contains(digits), let fraction = Int64(parts[1]), fraction >= 0 else { return nil }
    return whole * 100 + (begins(with: "-") ? -1 : 1) * fraction * (digits == 1 ? 10 : 1)
  }
}
