import Diagnostics
import Texts

extension Diagnostic {
  /// One for all of a roster: they have one remedy.
  static func noKey(_ name: String, of count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingValue, at: place,
      message: count == 1
        ? Bilingual(zh: "“\(name)”还没有编号", en: "“\(name)” has no id yet")
        : Bilingual(zh: "“\(name)”等 \(count) 人还没有编号", en: "“\(name)” and \(count - 1) others have no id yet"),
      remedy: Bilingual(
        zh: "运行 dualpoints new members，看过以后加 --write：编号写进 content/keys.csv；或写上“编号”一列",
        en: "Run dualpoints new members, look, and add --write: ids go into content/keys.csv; or write a column `key`"))
  }

  static func severalKeys(_ name: String, _ keys: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .missingValue, at: place,
      message: Bilingual(
        zh: "“\(name)”可以是 \(keys.joined(separator: " 或 "))，名册分不出是谁",
        en: "“\(name)” may be \(keys.joined(separator: " or ")); the roster doesn't tell them apart"),
      remedy: Bilingual(
        zh: "写上支部和入党日期，同 content/keys.csv 里的一样；或写上编号",
        en: "Write their branch and day of joining as in content/keys.csv, or their `key`"))
  }

  static func strokesOfName(_ text: String, _ name: String, _ characters: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedNumber, at: place,
      message: Bilingual(
        zh: "“\(text)”不是“\(name)”\(characters) 个字各自的笔画数",
        en: "“\(text)” isn't the strokes of each of the \(characters) characters of “\(name)”"),
      remedy: Bilingual(zh: "每个字写一个数，用空格隔开：8 14 8", en: "Write one number a character, parted by spaces: 8 14 8"))
  }

  static func unreadName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingValue, at: place,
      message: Bilingual(zh: "不知道“\(name)”的拼音", en: "nobody knows the pinyin of “\(name)”"),
      remedy: Bilingual(
        zh: "这个名字里有生僻字或不是汉字的字；在“拼音”一列写上，如 wang wei",
        en: "The name has a rare character, or one that isn't Han: write its `pinyin`, as wang wei"))
  }

  static func uncountedName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingValue, at: place,
      message: Bilingual(zh: "不知道“\(name)”的笔画", en: "nobody knows the strokes of “\(name)”"),
      remedy: Bilingual(
        zh: "在“笔画”一列给每个汉字写一个数，用空格隔开：8 14 8", en: "Write its `strokes`, one number a Han character: 8 14 8"))
  }

  /// An error where somebody is named; a project that was just begun may be looked at.
  static func emptyRoster(names: Bool) -> Diagnostic {
    Diagnostic(
      .emptyRoster, names ? .error : .warning, at: nil, path: "content/members",
      message: Bilingual(zh: "名册里一个党员也没有", en: "the roster names no member at all"),
      remedy: Bilingual(
        zh: "在 content/members/ 里写上名册（工作簿或 CSV）；单位有花名册，用 dualpoints new members --from 花名册",
        en:
          "Write the roster into content/members/, a workbook or CSV; for an office's own: dualpoints new members --from ROSTER"
      ))
  }
}
