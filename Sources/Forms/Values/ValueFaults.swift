import Diagnostics
import Parsing
import Scoring
import Texts
import Sheets

extension Diagnostic {
  static func unreadableDay(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedDate, at: place,
      message: Bilingual(
        zh: "“\(text)”读不成日期，或没法补全年月", en: "“\(text)” is no day, or can't be completed by year and month"),
      remedy: Bilingual(
        zh: "写成 2025-03-08、2025.3.8 或 3月8日；一串数字的格子设成日期格式；几天的事一天写一行",
        en: "Write 2025-03-08, 2025.3.8 or 3月8日; give a cell of digits the format of a date; write a row for each day"))
  }

  static func ambiguousDay(_ text: String, _ days: [Day], at place: Place) -> Diagnostic {
    let list = days.map(\.description)
    return Diagnostic(
      .malformedDate, at: place,
      message: Bilingual(
        zh: "“\(text)”可以是 \(list.joined(separator: " 或 "))", en: "“\(text)” may be \(list.joined(separator: " or "))"),
      remedy: Bilingual(
        zh: "写全日期；或在规则里写“对照: {日期: {\(text): \(list.first ?? "")}}”",
        en: "Write the whole day, or say in a rule `values: {date: {\(text): \(list.first ?? "")}}`"))
  }

  static func monthForDay(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedDate, at: place,
      message: Bilingual(zh: "“\(text)”只写到月，没有日", en: "“\(text)” is a month, not a day"),
      remedy: Bilingual(
        zh: "写到日；都按月初或月末算，就在规则里写“默认: {日期: 月末}”（换成这一列的名称）",
        en:
          "Write the day; if all of them are the month's first or last, say in a rule `defaults: {date: month-end}`, with this column's name"
      ))
  }

  static func completedDay(_ text: String, _ day: Day, by cell: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .completedDay, .warning, at: place,
      message: Bilingual(
        zh: "“\(text)”丢了末尾的 0，按同一件事的 \(cell) 读作 \(day)",
        en: "“\(text)” has lost its last zero; read as \(day), as \(cell) of the same affair says"),
      remedy: Bilingual(zh: "把日期列设成日期格式，重填一遍", en: "Give the column the format of a date and enter them again"))
  }

  static func unreadableTime(_ text: String, _ fault: TimeFault, at place: Place) -> Diagnostic {
    let message =
      switch fault {
      case .malformed: Bilingual(zh: "“\(text)”读不成时长", en: "“\(text)” is no length of time")
      case .noUnit: Bilingual(zh: "“\(text)”不知道是小时还是分钟", en: "whether “\(text)” is hours or minutes isn't known")
      case .noWholeMinutes: Bilingual(zh: "“\(text)”不是整分钟", en: "“\(text)” is no whole number of minutes")
      }
    return Diagnostic(
      .unreadableTime, at: place, message: message,
      remedy: Bilingual(
        zh: "写成 90分钟、1.5小时 或 1:30；整列的单位写进规则“单位: {分钟: 小时}”；半天一类的写法写“对照: {分钟: {半天: 4小时}}”",
        en:
          "Write 90分钟, 1.5小时 or 1:30; a whole column's unit goes into a rule, `units: {minutes: 小时}`, words like 半天 into `values: {minutes: {半天: 4小时}}`"
      ))
  }

  static func brokenCell(_ kind: CellKind, _ text: String, at place: Place) -> Diagnostic {
    let text = text.shortened
    let message =
      switch kind {
      case .formulaWithoutValue:
        Bilingual(zh: "这一格的公式没有算出值", en: "the formula of this cell has no value")
      case .unreadable: Bilingual(zh: "这一格存的“\(text)”不是数", en: "what the cell stores, “\(text)”, is no number")
      case .noSuchDay:
        Bilingual(zh: "这一格是日期格式，存的 \(text) 却不是一天", en: "the cell has the format of a day, but \(text) is none")
      default:
        Bilingual(
          zh: "“\(text)”是公式出错或列太窄的标记，不是内容", en: "“\(text)” says that a formula failed or a column is too narrow")
      }
    return Diagnostic(
      .spreadsheetError, at: place, message: message,
      remedy: Bilingual(
        zh: "在表格软件里改好公式或直接填值，保存一次再用", en: "Mend the formula in the spreadsheet, or enter the value, and save it again"))
  }

  static func unreadableSum(_ text: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .unreadableSum, .warning, at: place,
      message: Bilingual(zh: "合计“\(text)”读不成数，没有核对", en: "the sum “\(text)” is no number, and isn't compared"),
      remedy: Bilingual(zh: "填上数，或删去这一格", en: "Enter a number, or clear the cell"))
  }

  static func unknownUnit(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownChoice, at: place,
      message: Bilingual(zh: "不认识单位“\(text)”", en: "no unit is called “\(text)”"),
      remedy: Bilingual(zh: "写“小时”或“分钟”", en: "Write 小时 (hours) or 分钟 (minutes)"))
  }

  static func noMonth(_ sheet: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedDate, at: place,
      message: Bilingual(
        zh: "工作表“\(sheet)”的名称和标题都没有写明是哪个月",
        en: "neither the name of the sheet “\(sheet)” nor its title says which month it is of"),
      remedy: Bilingual(zh: "在规则里写“月份: 2025-03”", en: "Say `month: 2025-03` in its rule"))
  }
}
