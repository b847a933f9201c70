import Diagnostics
import Picturing
import Texts

/// Numbers of persons among the words of a drawing: a page shows it, and an archive keeps it.
func personalNumbers(ofDrawing drawing: Drawing, _ path: String) -> [Diagnostic] {
  drawing.texts.filter { !personalNumbers(in: Array($0.text.utf8), as: .prose, limit: 1).found.isEmpty }.map {
    Diagnostic(
      .personalIdentifier, at: nil, path: path,
      message: Bilingual(
        zh: "图片 \(path) 第 \($0.line) 行第 \($0.column) 列的文字里有身份证号码或手机号码",
        en:
          "the words of picture \(path), line \($0.line), column \($0.column), hold the number of an identity card or telephone"
      ),
      remedy: Bilingual(
        zh: "在绘图软件里删去它，重新导出：网页和档案里不留个人号码",
        en: "remove it in the drawing program and export again: pages and archives keep no personal numbers"))
  }
}
