import Diagnostics
import Texts

extension Diagnostic {
  static func emptyChartBlock(at place: Place) -> Diagnostic {
    Diagnostic(
      .emptyChart, at: place,
      message: Bilingual(zh: "图表没有写要画什么", en: "the chart doesn't say what it shows"),
      remedy: Bilingual(
        zh: "写上 data、title 等，见 docs/content-format.md", en: "Write data, title and so on, as in docs/content-format.md")
    )
  }

  static func emptyChart(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .emptyChart, at: place,
      message: Bilingual(zh: "\(path) 的这些列里没有数字", en: "\(path) has no figure in these columns"),
      remedy: Bilingual(zh: "补上数据行，或改 values", en: "Add rows, or name other columns in values"))
  }

  package static func crowdedChart(rows: Int, most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .crowdedChart, at: place,
      message: Bilingual(
        zh: "有 \(rows) 行，这种图最多画 \(most) 行", en: "\(rows) rows, but a chart of this kind shows at most \(most)"),
      remedy: Bilingual(zh: "合并或删去几行，或换一种 kind", en: "Join or leave out rows, or choose another kind"))
  }

  package static func crowdedChart(series: Int, most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .crowdedChart, at: place,
      message: Bilingual(
        zh: "有 \(series) 列数据，这种图最多画 \(most) 列",
        en: "\(series) columns of figures, but a chart of this kind shows at most \(most)"),
      remedy: Bilingual(zh: "少写几列，或换一种 kind", en: "Name fewer columns, or choose another kind"))
  }

  static func missingChartFile(_ name: String, suggestion: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingFile, at: place,
      message: Bilingual(zh: "找不到图表的数据“\(name)”", en: "there is no file “\(name)” for the chart"),
      remedy: suggestion.map { Bilingual(zh: "是不是 \($0)？", en: "Did you mean \($0)?") }
        ?? Bilingual(zh: "把 CSV 放到文章所在的文件夹", en: "Put the CSV into the story's folder"))
  }

  static func unusedChartFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .unusedFile, .warning, at: nil, path: path,
      message: Bilingual(zh: "没有一个图表用到这个文件", en: "no chart uses this file"),
      remedy: Bilingual(
        zh: "在文章里用 data: csv 的图表引用它，或移走它", en: "Show it in a chart with data: csv, or move it away"))
  }
}
