import Scoring
import Texts

/// Reads a cell in short notation: parts between 、 ， ； and line ends, each one clause, in order. Strict: a part that says
/// nothing certain is a fault, never a guess. The grammar stands in docs/content-format.md.
struct RuleNotation {
  private let context: NotationContext
  private var clauses: [NotedClause] = []
  /// What a part that begins without its word goes on with.
  private var goingOn = GoingOn.nothing
  /// The end that a step states, to be met by the next one: `60～80分档`.
  private var openEnd: (end: NotationText, part: NotationText)?
  private var unit: String?

  private enum GoingOn { case nothing, reach, again, audience }

  static func parse(_ cell: String, in context: NotationContext) throws(NotationFault) -> [NotedClause] {
    var notation = RuleNotation(context: context)
    let parts = NotationText(cell).parts
    for part in parts { try notation.read(part) }
    if let (end, part) = notation.openEnd {
      throw NotationFault(kind: .gap(end: end.text), text: part.text, at: part.at)
    }
    return notation.clauses
  }

  private init(context: NotationContext) { self.context = context }

  private mutating func read(_ part: NotationText) throws(NotationFault) {
    switch context {
    case .rule:
      if try goOn(part) { return }
      goingOn = .nothing
      if try readKeyword(part) { return }
      if try readSpan(part) { return }
      if try readEach(part) { return }
      if try readNumber(part) { return }
      try readNamed(part)
    case .levels: try readNamed(part)
    case .caps:
      guard let (span, rest) = part.span, let (value, at) = rest.capValue else { throw fault(part) }
      add(.cap(span), value, at)
    case .roles:
      if let (name, rest) = part.name, let factor = rest.factor(isBareTaken: true) {
        add(.role(name), factor.value, factor.at, named: part.at)
      } else {
        throw fault(part)
      }
    case .again:
      guard let factor = part.withoutTurn.factor(isBareTaken: true) else { throw fault(part) }
      add(.again, factor.value, factor.at)
    case .audience: try readAudience(part)
    case .number(let field): try readOnly(part, field)
    }
  }

  // MARK: Kinds of clauses

  private mutating func goOn(_ part: NotationText) throws(NotationFault) -> Bool {
    switch goingOn {
    case .nothing: return false
    case .reach:
      guard let rest = part.after("满"), rest.number != nil else { return false }
      try readReach(rest, part)
    case .again:
      guard let factor = part.withoutTurn.factor(isBareTaken: false) else { return false }
      add(.again, factor.value, factor.at)
    case .audience:
      guard part.plainName != nil, part.lastNumber == nil || part.pointsAtEnd?.before.isEmpty == false,
        part.before("分") == nil
      else { return false }
      try readAudience(part)
    }
    return true
  }

  /// What begins with a word of its own.
  private mutating func readKeyword(_ part: NotationText) throws(NotationFault) -> Bool {
    if NotationWords.once.contains(where: { part.after($0)?.isEmpty == true }) {
      add(.once, "true", part.at)
    } else if let rest = part.after("再次") ?? part.turn {
      guard let factor = rest.factor(isBareTaken: false) else { throw fault(part) }
      add(.again, factor.value, factor.at)
      goingOn = .again
    } else if let rest = part.after(NotationWords.onlyFor), rest.number == nil {
      try readAudience(rest)
      goingOn = .audience
    } else if let rest = part.after("基础分") {
      try readOnly(rest.withoutColon, .start)
    } else if let rest = part.after("满分") {
      try readOnly(rest.withoutColon, .max)
    } else if let rest = part.after("最低") {
      try readOnly(rest.withoutColon, .min)
    } else if let rest = part.after("占") {
      try readOnly(rest, .weight)
    } else if let rest = part.after("累计") {
      try readReach(rest.after("满") ?? rest, part)
      goingOn = .reach
    } else if let rest = part.after("酌情") ?? part.before("酌情") {
      try readRange(rest, part)
    } else if let day = part.day {
      add(day.isFirst ? .from : .to, day.text.text, day.text.at)
    } else {
      return false
    }
    return true
  }

  /// A cap, or what may be meant as one.
  private mutating func readSpan(_ part: NotationText) throws(NotationFault) -> Bool {
    if let rest = part.after(NotationWords.caps), let (value, _) = rest.capValue {
      throw ambiguous(part, ["每月不超过\(value)分", "全年不超过\(value)分", "单次不超过\(value)分"])
    }
    guard let (span, rest) = part.span else { return false }
    if let (value, at) = rest.boundedValue {
      add(.cap(span), value, at)
      return true
    }
    let isEach = part.after("每") != nil
    if span == .record, isEach {
      guard let (value, at) = rest.withoutColon.points else { return false }
      add(.points, value, at)
      return true
    }
    guard let (value, _) = rest.points else { return false }
    let word = NotationWords.spans(span)[0]
    throw ambiguous(
      part,
      ["\(word)不超过\(value.magnitude)分"]
        + (isEach ? ["每1\(NotationWords.shortSpan(span))\(value.signed)分"] : ["“\(word)”\(value.signed)分"]))
  }

  /// `每学时0.5分`, `每满10人1分`, `每1次2分`
  private mutating func readEach(_ part: NotationText) throws(NotationFault) -> Bool {
    guard let rest = part.after("每") else {
      guard let rest = part.after("满"), let (count, behind) = rest.number,
        let (unit, value, _) = behind.pointsAtEnd
      else { return false }
      let (q, u, v) = (count.digits, unit.text, value.signed)
      throw ambiguous(part, ["每满\(q)\(u)\(v)分", "累计满\(q)\(u)\(v)分", "\(q)\(u)以上\(v)分"])
    }
    guard let (before, value, at) = rest.pointsAtEnd else { throw fault(part) }
    let full = before.after("满")
    if let (count, behind) = (full ?? before).number {
      guard let unit = behind.unitName else { throw fault(part) }
      if full != nil {
        add(.each, count.digits, count.at)
      } else if count.digits != "1" {
        throw ambiguous(part, ["每满\(count.digits)\(unit)\(value.signed)分", "每\(unit)…分"])
      }
      try add(unit: unit, behind)
    } else {
      guard full == nil, let unit = before.unitName else { throw fault(part) }
      try add(unit: unit, before)
    }
    add(.per, value, at)
    return true
  }

  /// What begins with a number: `2分`, `60分以上0.5分`, `20%`.
  private mutating func readNumber(_ part: NotationText) throws(NotationFault) -> Bool {
    if let (value, at) = part.points {
      add(.amount, value, at)
      return true
    }
    guard let (first, rest) = part.number else { return false }
    if rest.scalars.elementsEqual(["%"]) {
      add(.weight, first.digits, first.at)
      return true
    }
    if let (end, behind) = rest.bound {
      guard let (before, value, at) = behind.pointsAtEnd, !before.isEmpty else {
        guard behind.isEmpty || behind.scalars.elementsEqual(["分"]) else { throw fault(part) }
        let (a, b) = (first.digits, end.digits)
        throw ambiguous(part, ["酌情\(a)～\(b)分", "\(a)分以上…分、\(b)分以上…分"])
      }
      try addStep(first, before.before("档") ?? before, value, at, part)
      openEnd = (end, part)
      return true
    }
    guard let (before, value, at) = rest.pointsAtEnd, let unit = before.before(NotationWords.steps) else {
      guard rest.pointsAtEnd != nil else { throw fault(part) }
      throw ambiguous(
        part, ["\(first.digits)…以上…分", "“\(rest.pointsAtEnd.map { first.text + $0.before.text } ?? "")”…分"])
    }
    try addStep(first, unit, value, at, part)
    return true
  }

  private mutating func addStep(
    _ from: NotationText, _ unit: NotationText, _ value: String, _ at: Int, _ part: NotationText
  ) throws(NotationFault) {
    if let (end, before) = openEnd {
      // 60～79, 80 as well as 60～80, 80.
      guard let a = end.digits.asHundredths, let b = from.digits.asHundredths, a == b || a + 100 == b else {
        throw NotationFault(kind: .gap(end: end.text), text: before.text, at: before.at)
      }
      openEnd = nil
    }
    if !unit.isEmpty {
      guard let name = unit.unitName else { throw fault(part) }
      try add(unit: name, unit)
    }
    add(.step(from: from.digits), value, at, named: from.at)
  }

  private mutating func readReach(_ rest: NotationText, _ part: NotationText) throws(NotationFault) {
    guard let (from, behind) = rest.number, let (unit, value, at) = behind.pointsAtEnd else { throw fault(part) }
    if !unit.isEmpty {
      guard let name = unit.unitName else { throw fault(part) }
      try add(unit: name, unit)
    }
    add(.reach(from: from.digits), value, at, named: from.at)
  }

  private mutating func readRange(_ rest: NotationText, _ part: NotationText) throws(NotationFault) {
    let loss = rest.after(NotationWords.losses)
    let bounds = loss ?? rest.after(NotationWords.gains) ?? rest
    guard let (least, behind) = (bounds.before("分") ?? bounds).number, let (most, end) = behind.bound, end.isEmpty
    else {
      throw fault(part)
    }
    if loss == nil {
      add(.range(from: least.digits), most.digits, most.at, named: least.at)
    } else {
      add(.range(from: "-" + most.digits), "-" + least.digits, least.at, named: most.at)
    }
  }

  private mutating func readAudience(_ part: NotationText) throws(NotationFault) {
    if let (text, rest) = part.quoted, rest.isEmpty {
      add(.audience, text, part.at)
      return
    }
    guard let name = part.plainName else { throw fault(part) }
    add(.audience, ["正式党员": "正式", "预备党员": "预备"][name] ?? name, part.at)
  }

  /// `市级3分`, `弄虚作假扣完`, `负责人100%`
  private mutating func readNamed(_ part: NotationText) throws(NotationFault) {
    guard let (name, rest) = part.name else { throw fault(part) }
    if part.first != "\"", part.parted(at: ":") == nil, let sign = name.unicodeScalars.last,
      "加减-+".unicodeScalars.contains(sign)
    {
      let plain = String(String.UnicodeScalarView(name.unicodeScalars.dropLast()))
      throw ambiguous(part, ["\(plain)…分", "\(plain)扣…分", "“\(name)”…分"])
    }
    if NotationWords.all.contains(where: { rest.after($0)?.isEmpty == true }) {
      add(.level(name), "all", rest.at, named: part.at)
    } else if let (value, at) = rest.points {
      add(.level(name), value, at, named: part.at)
    } else if case .rule = context, let factor = rest.factor(isBareTaken: false) {
      add(.role(name), factor.value, factor.at, named: part.at)
    } else {
      throw fault(part)
    }
  }

  /// A number of the kind that the column or the word says.
  private mutating func readOnly(_ part: NotationText, _ field: RuleClause.Field) throws(NotationFault) {
    if case .weight = field {
      let isMarked = part.before("%") != nil
      guard let (number, rest) = (part.before("%") ?? part).number, rest.isEmpty else { throw fault(part) }
      // A cell that is shown as 20% holds 0.2.
      if !isMarked, let value = number.digits.asHundredths, value < 100 {
        throw ambiguous(part, ["\(decimalText(value * 100, scale: 2, least: 0, most: 2))%", "\(number.digits)%"])
      }
      add(field, number.digits, number.at)
      return
    }
    guard let (value, at) = part.points else { throw fault(part) }
    add(field, value, at)
  }

  // MARK: Collecting

  private mutating func add(_ field: RuleClause.Field, _ value: String, _ at: Int, named: Int? = nil) {
    clauses.append(NotedClause(clause: RuleClause(field, value), nameAt: named ?? at, valueAt: at))
  }

  private mutating func add(unit name: String, _ text: NotationText) throws(NotationFault) {
    guard let known = unit else {
      unit = name
      return add(.unit, name, text.at)
    }
    if known != name { throw NotationFault(kind: .otherUnit(known), text: text.text, at: text.at) }
  }

  private func fault(_ part: NotationText) -> NotationFault {
    NotationFault(kind: .unreadable, text: part.text, at: part.at)
  }

  private func ambiguous(_ part: NotationText, _ ways: [String]) -> NotationFault {
    NotationFault(kind: .ambiguous(ways), text: part.text, at: part.at)
  }
}
