import Diagnostics

extension Diagnostic {
  /// Personal numbers among the words of a drawing, which is published as the tables and stories are.
  package static func personalIdentifiers(inWords text: String, ofPicture path: String, line: Int, column: Int)
    -> [Diagnostic]
  {
    guard !personalNumbers(in: Array(text.utf8), as: .prose, limit: 1).found.isEmpty else { return [] }
    return [
      Diagnostic(
        .personalIdentifier, at: nil, path: path,
        message: Bilingual(
          zh: "图片 \(path) 第 \(line) 行第 \(column) 列的文字里有身份证号码或手机号码",
          en:
            "the words of picture \(path), line \(line), column \(column), hold the number of an identity card or telephone"
        ),
        remedy: Bilingual(
          zh: "在绘图软件里删去它，重新导出：网页和档案里不留个人号码",
          en: "remove it in the drawing program and export again: pages and archives keep no personal numbers"))
    ]
  }
}
