import Scoring
import Texts

/// Clauses as a cell of a column has them, in the notation's own words: what `RuleNotation` reads back to the same clauses.
struct NotationWriter {
  private let context: NotationContext
  private var parts: [(text: String, field: RuleClause.Field)] = []
  private var unit = ""
  private var each: String?

  static func write(_ clauses: [RuleClause], in context: NotationContext) -> String {
    var writer = NotationWriter(context: context)
    for clause in clauses { writer.add(clause) }
    return writer.text
  }

  private init(context: NotationContext) { self.context = context }

  private mutating func add(_ clause: RuleClause) {
    switch clause.field {
    case .unit: unit = clause.value
    case .each: each = clause.value
    default: parts.append((words(for: clause), clause.field))
    }
  }

  /// Parts of one list are parted by 、, others by ，.
  private var text: String {
    var text = ""
    for (index, part) in parts.enumerated() {
      if index > 0 { text += part.field.list == parts[index - 1].field.list && part.field.list != nil ? "、" : "，" }
      text += part.text
    }
    return text
  }

  private func words(for clause: RuleClause) -> String {
    let value = clause.value.signed
    switch clause.field {
    case .amount: return "\(value)分"
    case .points: return "每次\(value)分"
    case .per: return perWords(clause.value)
    case .unit, .each: return ""
    case .start: return isNumber ? value : "基础分\(value)分"
    case .weight: return isNumber ? "\(value)%" : "占\(value)%"
    case .max: return isNumber ? value : "满分\(value)分"
    case .min: return isNumber ? clause.value : "最低\(value)分"
    case .once: return NotationWords.once[0]
    case .from: return "\(clause.value)起"
    case .to: return "\(clause.value)止"
    case .level(let name):
      return quotedUnless(name) {
        clause.value == "all" ? $0 + NotationWords.all[0] : "\($0)\(value)分"
      } reads: {
        [RuleClause(.level(name), clause.value)]
      }
    case .step(let from): return "\(from)\(unitWord)以上\(value)分"
    case .reach(let from): return "\(isFirstOfReach ? "累计满" : "满")\(from)\(unitWord)\(value)分"
    case .range(let from):
      return from.begins(with: "-")
        ? "酌情扣\(clause.value.magnitude)～\(from.magnitude)分" : "酌情\(from)～\(clause.value)分"
    case .role(let name):
      let percent = clause.value.asHundredths.map { "\($0)%" } ?? clause.value
      return quotedUnless(name) {
        "\($0)\(percent)"
      } reads: {
        [RuleClause(.role(name), clause.value)]
      }
    case .again: return (isFirstAgain && !isAgain ? "再次" : "") + "\(clause.value)倍"
    case .cap(let span):
      if isNumber { return value }
      return isCaps
        ? "\(NotationWords.shortSpan(span))\(value)分" : "\(NotationWords.spans(span)[0])不超过\(value)分"
    case .audience:
      let isFirst = !parts.contains { $0.field == .audience }
      let word = quotedUnless(clause.value, in: .audience) {
        $0
      } reads: {
        [clause]
      }
      return (isFirst && !isAudience ? NotationWords.onlyFor[0] : "") + word
    }
  }

  private var isNumber: Bool { if case .number = context { true } else { false } }
  private var isCaps: Bool { if case .caps = context { true } else { false } }
  private var isAgain: Bool { if case .again = context { true } else { false } }
  private var isAudience: Bool { if case .audience = context { true } else { false } }
  private var isFirstAgain: Bool { !parts.contains { $0.field == .again } }
  private var isFirstOfReach: Bool { !parts.contains { if case .reach = $0.field { true } else { false } } }

  private func perWords(_ value: String) -> String {
    let points = value.signed
    if let each { return "每满\(each)\(unitWord)\(points)分" }
    let plain = ["", "1"].lazy.map { "每\($0)\(unit)\(points)分" }.first { text in
      reads(text, in: .rule, as: [RuleClause(.unit, unit), RuleClause(.per, value)])
    }
    return plain ?? "每\(unit.inMarks)\(points)分"
  }

  /// A unit between numbers.
  private var unitWord: String {
    let isPlain = reads(
      "累计满1\(unit)1分", in: .rule, as: [RuleClause(.unit, unit), RuleClause(.reach(from: "1"), "1")])
    return unit.isEmpty || isPlain ? unit : unit.inMarks
  }

  private func reads(_ text: String, in context: NotationContext, as clauses: [RuleClause]) -> Bool {
    (try? RuleNotation.parse(text, in: context).map(\.clause)) == clauses
  }

  /// A name as it is where it reads back, else in quotation marks.
  private func quotedUnless(
    _ name: String, in other: NotationContext? = nil, _ write: (String) -> String, reads clauses: () -> [RuleClause]
  ) -> String {
    let plain = write(name)
    return reads(plain, in: other ?? context, as: clauses()) ? plain : write(name.inMarks)
  }
}

extension RuleClause.Field {
  /// Which list it is a part of; `nil` for what stands alone.
  fileprivate var list: Int? {
    switch self {
    case .level: 0
    case .step: 1
    case .reach: 2
    case .role: 3
    case .again: 4
    case .audience: 5
    default: nil
    }
  }
}

extension String {
  fileprivate var inMarks: String {
    let marks: [Unicode.Scalar] = ["“", "”", "\"", "＂"]
    let inner = unicodeScalars.map { marks.contains($0) ? "\($0)\($0)" : "\($0)" }.joined()
    return "“\(inner)”"
  }
}
