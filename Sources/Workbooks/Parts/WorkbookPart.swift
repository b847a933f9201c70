import Sheets

/// What the workbook's own part says of its sheets.
final class WorkbookPart: PartReader {
  struct Tab {
    let name: String
    let state: WorkbookSheet.State
    /// Of the relationship to its part.
    let id: String
  }

  private(set) var tabs: [Tab] = []
  private(set) var days = DayCount.from1900
  private(set) var isWorkbook = false

  override func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    switch (depth, name) {
    case (0, "workbook"):
      isWorkbook = true
      return true
    case (1, "workbookPr"):
      if attributes.isTrue("date1904") { days = .from1904 }
    case (1, "sheets"): return true
    case (2, "sheet"):
      if tabs.count == limits.sheets { return refusing(.tooLarge(.sheets)) }
      let state = attributes.value("state").flatMap(WorkbookSheet.State.init(rawValue:)) ?? .visible
      tabs.append(
        Tab(name: unescaped(attributes.value("name") ?? ""), state: state, id: attributes.value("id") ?? ""))
    default: break
    }
    return false
  }

  private func refusing(_ reason: WorkbookRefusal.Reason) -> Bool {
    refuse(reason)
    return false
  }

  private func unescaped(_ text: String) -> String {
    var bytes = Array(text.utf8)
    unescapeXstring(&bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }
}
