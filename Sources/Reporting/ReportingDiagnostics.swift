import Diagnostics
import Reading
import Texts

extension Diagnostic {
  static func unknownResultColumn(_ name: String, _ known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .reportBlock, at: place,
      message: Bilingual(zh: "结果里没有“\(name)”这一列", en: "the result has no column “\(name)”"),
      remedy: suggestion(name, known))
  }

  static func unknownLabel(_ name: String, _ known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .reportBlock, at: place,
      message: Bilingual(zh: "图里没有“\(name)”", en: "the chart has no “\(name)”"), remedy: suggestion(name, known))
  }

  private static func suggestion(_ name: String, _ known: [String]) -> Bilingual {
    if let near = nearest(to: name, in: known) { return Bilingual(zh: "是不是“\(near)”？", en: "Did you mean “\(near)”?") }
    let first = known.prefix(12)
    return Bilingual(
      zh: "有的是：" + first.joined(separator: "、"), en: "There are: " + first.joined(separator: ", "))
  }

  static func unknownFigureColumn(_ use: FilledText.Use, _ known: [String], at place: Place) -> Diagnostic {
    let name = use.column
    let near = name.isEmpty ? known.first : nearest(to: name, in: known)
    let choice = near ?? known.first ?? ""
    let (zh, en) =
      name.isEmpty
      ? ("“\(use.name)”有几列，没有说用哪一列", "“\(use.name)” has several columns, and none is named")
      : ("“\(use.name)”里没有“\(name)”这一列", "“\(use.name)” has no column “\(name)”")
    return Diagnostic(
      .reportFigure, at: place, message: Bilingual(zh: zh, en: en),
      remedy: choice.isEmpty
        ? Bilingual(zh: "写 {{\(use.name)}}", en: "Write {{\(use.name)}}")
        : Bilingual(zh: "是不是 {{\(use.name).\(choice)}}？", en: "Did you mean {{\(use.name).\(choice)}}?"))
  }

  static func severalRows(_ name: String, _ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .reportFigure, at: place,
      message: Bilingual(zh: "“\(name)”是一个数，查出来却有 \(count) 行", en: "the figure “\(name)” came to \(count) rows"),
      remedy: Bilingual(
        zh: "聚合成一行（count、sum），或加 ORDER BY 和 LIMIT 1", en: "Make one row of it: count, sum, or ORDER BY and LIMIT 1"))
  }

  static func chartWithoutValues(at place: Place) -> Diagnostic {
    Diagnostic(
      .reportBlock, at: place,
      message: Bilingual(zh: "图表只有一列，没有数可画", en: "the chart has one column and no figures"),
      remedy: Bilingual(zh: "SELECT 里第一列是名称，后面是数", en: "Select the names first, then the figures"))
  }

  static func tooLargeForCharts(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .reportBlock, at: place,
      message: Bilingual(
        zh: "“\(name)”里的数到了一万亿，图上画不下", en: "“\(name)” holds figures of a million millions and more, too large to draw"),
      remedy: Bilingual(
        zh: "积分表里是百万分之一分，除以 1000000.0；或换成大一些的单位",
        en: "Tables of points hold millionths: divide by 1000000.0, or take a larger unit"))
  }

  static func wordsAsFigures(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .reportBlock, at: place,
      message: Bilingual(zh: "“\(name)”不是数，画不成图", en: "“\(name)” holds no figures to draw"),
      remedy: Bilingual(zh: "在 values 里写是数的列", en: "Name columns of figures under values"))
  }
}
