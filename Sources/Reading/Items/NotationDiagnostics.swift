import Diagnostics
import Parsing
import Texts

extension Diagnostic {
  /// What is wrong with a part of a cell; a rule that no rulebook takes is refused with its reason.
  static func notation(_ fault: NotationFault, column: String, at place: Place) -> Diagnostic {
    let text = fault.text.shortened
    switch fault.kind {
    case .unreadable:
      let refused = refusedRule(.key(fault.text), at: place) ?? refusedRule(.number(fault.text), at: place)
      return refused ?? unreadable(text, Bilingual(zh: "", en: ""), column, at: place)
    case .gap(let end):
      return unreadable(
        text, Bilingual(zh: "：到 \(end) 为止，下一档却不从那里起", en: ": it ends at \(end), where no other begins"), column,
        at: place)
    case .otherUnit(let unit):
      return unreadable(
        text, Bilingual(zh: "：前面的单位是“\(unit)”", en: ": the unit before was “\(unit)”"), column, at: place)
    case .ambiguous(let ways):
      return Diagnostic(
        .ambiguousNotation, at: place,
        message: Bilingual(zh: "“\(text)”可能有几种意思", en: "“\(text)” may mean several things"),
        remedy: Bilingual(
          zh: "写明是哪一种：\(ways.map { "“\($0)”" }.joined(separator: "、"))",
          en: "Write which: \(ways.map { "“\($0)”" }.joined(separator: ", "))"))
    }
  }

  private static func unreadable(
    _ text: String, _ reason: Bilingual, _ column: String, at place: Place
  ) -> Diagnostic {
    let ways = notationExamples(column)
    return Diagnostic(
      .unreadableNotation, at: place,
      message: Bilingual(
        zh: "读不懂“\(text)”\(reason.zh)", en: "“\(text)” can't be read\(reason.en)"),
      remedy: Bilingual(
        zh: "\(column)写成：\(ways.joined(separator: "；"))；名字里有数字或标点的加引号：“3等奖”2分",
        en:
          "Write \(column) like \(ways.joined(separator: "; ")); a name with digits or signs stands in quotes: “3等奖”2分")
    )
  }
}

/// How the cells of a column are written.
private func notationExamples(_ column: String) -> [String] {
  switch column {
  case "分值": ["每次2分", "每学时0.5分", "每满10人1分", "60分以上0.5分、80分以上1分", "累计满10学时2分、满20学时5分", "酌情1～5分", "基础分10分"]
  case "级别": ["市级3分、省级5分", "缺席扣1分、造假扣完"]
  case "上限": ["月6分，年12分"]
  case "角色": ["负责人100%、成员80%"]
  case "再次": ["1.5倍、2倍"]
  case "适用": ["正式", "书记、委员", "第一党支部"]
  case "权重": ["20%"]
  default: ["6"]
  }
}
