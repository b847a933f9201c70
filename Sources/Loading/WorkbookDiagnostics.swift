import Diagnostics
import Workbooks

extension Diagnostic {
  static func refusedWorkbook(_ path: String, _ refusal: WorkbookRefusal) -> Diagnostic {
    Diagnostic(
      .unknownFile, at: nil, path: path,
      message: Bilingual(zh: "读不了这个工作簿", en: "this workbook can't be read"),
      remedy: Bilingual(zh: "另存为 .xlsx", en: "save it as .xlsx"))
  }
}
