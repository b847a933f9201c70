import Diagnostics
import Texts

/// What a mark in a grid stands for.
enum Mark {
  case present, absent, unknown
  /// What a rule says that it stands for.
  case item(String)
  /// In millionths.
  case number(Int64)
}

extension FormReading {
  /// √ and its like were there, 请假 and — weren't; × and 迟到 mean one thing here and another there, which a rule says.
  func mark(_ cell: FormCell) -> Mark { mark(cell.text) }

  func mark(_ text: String) -> Mark {
    let text = text.spaceless
    if let said = rule?.marks.first(where: { FormPattern($0.theirs).matches(text) }) {
      switch said.ours {
      case "不计", "none": return .absent
      case "计", "counts": return .present
      default: return FormNumber(said.ours).map { .number($0.millionths) } ?? .item(said.ours)
      }
    }
    if presentMarks.contains(text) { return .present }
    if absentMarks.contains(text) { return .absent }
    guard let number = FormNumber(text), number.unit.isEmpty || number.unit == "分" else { return .unknown }
    return .number(number.millionths)
  }
}

private let presentMarks: Set<String> = ["√", "✓", "✔", "☑", "是", "到", "已到", "出席", "参加", "已参加", "实到", "签到", "true"]
private let absentMarks: Set<String> = [
  "请假", "事假", "病假", "公假", "产假", "年假", "休假", "出差", "—", "——", "-", "–", "―", "/", "／", "无", "否", "未参加", "false",
]

extension Diagnostic {
  static func unreadableMark(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unreadableMark, at: place,
      message: Bilingual(zh: "不知道“\(text)”在这里是什么意思", en: "what “\(text)” means here isn't known"),
      remedy: Bilingual(
        zh: "在规则里写“记号: {\(text): 不计}”，或写成“计”、几分、某个项目；定级的列补上“按分定级”",
        en:
          "Say in a rule `marks: {\(text): none}`, or `counts`, a number or an item; a column of levels needs `levels`")
    )
  }

  static func noWholeQuantity(_ text: String, per: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unreadableMark, at: place,
      message: Bilingual(zh: "\(text) 分不是每 \(per) 分的几份", en: "\(text) points can't be parted by \(per) a unit"),
      remedy: Bilingual(zh: "改正这一格，或规则里的“每”", en: "Correct the cell, or `per` in the rule"))
  }

  static func unmatchedRemark(_ text: String, remarks: Int, cells: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .unreadableMark, at: place,
      message: Bilingual(
        zh: "备注“\(text)”说了 \(remarks) 件事，这一行要写明日期的有 \(cells) 项",
        en: "the remark “\(text)” tells of \(remarks) things, while \(cells) of the row need a day"),
      remedy: Bilingual(
        zh: "备注写成“3.19事由；3.24事由”，一件一段，次序照规则里的“依次”",
        en: "Write `3.19 what; 3.24 what`, one part for each, in the order of `items` in the rule"))
  }
}
