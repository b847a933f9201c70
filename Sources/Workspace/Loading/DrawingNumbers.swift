import Diagnostics

/// Numbers of persons in the text of a picture: a page shows it, and an archive keeps it.
func drawingNumbers(_ path: String, _ bytes: [UInt8]) -> [Diagnostic] {
  personalNumbers(in: bytes, as: .prose, limit: 1).found.map { number in
    let line = bytes[..<number.range.lowerBound].count { $0 == 0x0A } + 1
    return Diagnostic(
      .personalIdentifier, at: nil, path: path,
      message: Bilingual(
        zh: "第 \(line) 行像是\(number.kind.noun.zh)", en: "line \(line) holds what looks like \(number.kind.noun.en)"),
      remedy: Bilingual(
        zh: "在画图软件里删去它再导出：网页和档案里不留个人号码",
        en: "Remove it in the drawing program and export again: pages and archives keep no personal numbers"))
  }
}
