import Diagnostics
import Texts

extension Diagnostic {
  /// A table whose words are those of another encoding: nothing else of it is told.
  static func wrongEncoding(_ found: WrongEncoding, in path: String) -> Diagnostic {
    let words = found.kind.words(shown: found.shown, meant: found.meant)
    return Diagnostic(
      found.kind == .either ? .eitherEncoding : .wrongEncoding, at: nil, path: "\(path):\(found.line)",
      message: words.message, remedy: words.remedy)
  }
}

extension WrongEncoding.Kind {
  fileprivate func words(shown: String, meant: String) -> (message: Bilingual, remedy: Bilingual) {
    let again = Bilingual(
      zh: "从原来的表格另存为“CSV UTF-8（逗号分隔）”，或直接放 .xlsx，换掉这个文件",
      en: "save the original again as “CSV UTF-8”, or as .xlsx, in place of this file")
    return switch self {
    case .utf8AsGBK, .utf8AsLatin:
      (
        Bilingual(
          zh: "乱码“\(shown)”本来是“\(meant)”：这个 UTF-8 表格被当作别的编码打开，又存了盘",
          en: "“\(shown)” was “\(meant)”: this table in UTF-8 was opened in another encoding and saved"), again
      )
    case .gbkAsLatin:
      (
        Bilingual(
          zh: "乱码“\(shown)”本来是“\(meant)”：这个 GBK 表格被当作西文打开，又存了盘",
          en: "“\(shown)” was “\(meant)”: this table in GBK was opened as one of Western Europe and saved"), again
      )
    case .lost:
      (
        Bilingual(
          zh: "表头的字都成了“\(shown)”：存盘的编码里没有这些字，字已经丢了",
          en: "the words of the header have become “\(shown)”: it was saved in an encoding that hasn't them"), again
      )
    case .either:
      (
        Bilingual(
          zh: "不知道是什么编码：按 UTF-8 是“\(shown)”，按 GBK 是“\(meant)”",
          en: "its encoding can't be told: “\(shown)” in UTF-8, “\(meant)” in GBK"),
        Bilingual(
          zh: "在 Excel 或 WPS 里打开，看字是对的，另存为“CSV UTF-8（逗号分隔）”",
          en: "open it in Excel or WPS, see that the words are right, and save it as “CSV UTF-8”")
      )
    }
  }
}
