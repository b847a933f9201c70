import Scoring
import Texts

/// The words of the notation, each sort once: parser and writer have them from here. The first of a row is the one written.
enum NotationWords {
  static let caps = ["不超过", "不高于", "至多", "最多", "最高", "封顶", "上限", "限"]
  /// Before points alone; behind a name only the first of the losses is a sign, since 附加 and 一等奖 are names.
  static let gains = ["加", "得", "计", "奖", "记"]
  static let losses = ["扣", "减"]
  static let all = ["扣完", "全部扣完", "全扣", "全部扣除"]
  static let steps = ["及以上", "以上", "起"]
  static let once = ["同一事项取最高", "同一事项只取最高", "同一事项只计最高", "同一事项计最高", "同一事项就高"]
  static let onlyFor = ["限", "仅限", "只限"]

  static func spans(_ span: CapSpan) -> [String] {
    switch span {
    case .record: ["单次", "每次"]
    case .day: ["每日", "每天", "单日", "一天", "当日", "日"]
    case .week: ["每周", "单周", "一周", "周"]
    case .month: ["每月", "单月", "当月", "月"]
    case .quarter: ["每季度", "每季", "季度", "季"]
    case .year: ["全年", "每年", "年度", "一年", "年"]
    }
  }

  /// As a cell of caps has it: `月6分`.
  static func shortSpan(_ span: CapSpan) -> String {
    switch span {
    case .record: "单次"
    case .day: "日"
    case .week: "周"
    case .month: "月"
    case .quarter: "季"
    case .year: "年"
    }
  }

  /// What counts as a span rather than a unit of quantity behind 每.
  static let spanUnits = ["日", "天", "周", "月", "季度", "季", "年"]

  /// No unquoted name of a level or a unit holds one of these: whoever wrote them meant something else.
  static let reserved =
    [
      "每", "满", "不超过", "不高于", "至多", "最多", "最高", "封顶", "上限", "以上", "以下", "以内", "不足", "累计", "酌情", "或",
      "基础分", "超过", "低于", "按", "×", "*", "=", "+", "~", "(", ")", "/", ":", "倍", "%",
    ]
}

extension NotationText {
  /// The span that the text begins with, the longest word of all, and the rest.
  var span: (span: CapSpan, rest: NotationText)? {
    let words = CapSpan.allCases.flatMap { span in NotationWords.spans(span).map { (span, $0) } }
    return words.sorted { $0.1.utf8.count > $1.1.utf8.count }.lazy.compactMap { span, word in
      after(word).map { (span, $0) }
    }.first
  }

  /// A name as it stands, without the sign of a level behind it: nothing in it could be read otherwise.
  var plainName: String? {
    guard let first, !isEmpty, !NotationWords.reserved.contains(where: holds) else { return nil }
    let isOdd = ("0"..."9").contains(first) || first == "-" || first == "\"" || first == "."
    return isOdd || holds("\"") ? nil : text
  }

  /// Points at the end: their text with its sign, where they begin, and what precedes them. `分` may be left out.
  var pointsAtEnd: (before: NotationText, value: String, at: Int)? {
    guard let (before, number) = (before("分") ?? self).lastNumber else { return nil }
    if let before = before.before(NotationWords.losses + ["-"]) { return (before, "-" + number.digits, number.at) }
    return (before.before(NotationWords.gains + ["+"]) ?? before, number.digits, number.at)
  }

  /// The same behind a name, which may end like a sign: `附加`, `一等奖`.
  var pointsBehindName: (before: NotationText, value: String, at: Int)? {
    guard let (before, number) = (before("分") ?? self).lastNumber else { return nil }
    if let before = before.before(NotationWords.losses[0]) { return (before, "-" + number.digits, number.at) }
    return (before, number.digits, number.at)
  }

  /// Points and nothing else.
  var points: (value: String, at: Int)? {
    guard let (before, value, at) = pointsAtEnd, before.isEmpty else { return nil }
    return (value, at)
  }
}
