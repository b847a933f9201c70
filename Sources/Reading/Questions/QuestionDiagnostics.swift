import Diagnostics
import Texts

extension Diagnostic {
  static func questionWithoutSQL(at place: Place) -> Diagnostic {
    Diagnostic(
      .reportBlock, at: place,
      message: Bilingual(zh: "这段 SQL 是空的", en: "there is no SQL in this block"),
      remedy: Bilingual(
        zh: "写一条 SELECT；前面若有 title 等，用一行 --- 隔开",
        en: "Write a SELECT; a line --- parts it from title and the like"))
  }

  static func wordsOnFence(_ words: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .reportBlock, at: place,
      message: Bilingual(zh: "sql 后面多了“\(words)”", en: "“\(words)” is too much behind sql"),
      remedy: Bilingual(
        zh: "写 sql、sql 图表 柱、sql 数 名字；标题等写在 SQL 前面，用一行 --- 隔开",
        en: "Write sql, sql chart bar or sql figure NAME; a title goes above the SQL, parted by a line ---"))
  }

  static func chartWithoutSQL(at place: Place) -> Diagnostic {
    Diagnostic(
      .reportBlock, at: place,
      message: Bilingual(zh: "报告里的图画的是查询的结果", en: "a chart of a report shows what a query came to"),
      remedy: Bilingual(zh: "写成 sql 图表 柱，下面写 title、---、SELECT", en: "Write sql chart bar, then title, --- and a SELECT")
    )
  }

  static func figureWithoutName(at place: Place) -> Diagnostic {
    Diagnostic(
      .reportFigure, at: place,
      message: Bilingual(zh: "这个数没有名字", en: "this figure has no name"),
      remedy: Bilingual(
        zh: "写成 sql 数 名字，正文里用 {{名字}}；名字里不用 . 和括号",
        en: "Write sql figure NAME and {{NAME}} in the text; a name has no dots and no braces"))
  }

  static func ownFigureTaken(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .reportFigure, at: place,
      message: Bilingual(zh: "{{\(name)}} 是每份报告都有的，不能另取", en: "{{\(name)}} is every report's own"),
      remedy: Bilingual(zh: "换一个名字", en: "Choose another name"))
  }

  static func unknownFigure(_ written: String, nearest: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .reportFigure, at: place,
      message: Bilingual(zh: "没有哪一段 SQL 给出“\(written)”", en: "no block gives a figure “\(written)”"),
      remedy: nearest.map { Bilingual(zh: "是不是 {{\($0)}}？", en: "Did you mean {{\($0)}}?") }
        ?? Bilingual(
          zh: "加一段 sql 数 名字；不是数的话，写在反引号里",
          en: "Add a block sql figure NAME; what isn't one stands between backticks"))
  }

  static func unusedFigure(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .reportFigure, .warning, at: place,
      message: Bilingual(zh: "“\(name)”算出来了，哪里也没有用到", en: "the figure “\(name)” is used nowhere"),
      remedy: Bilingual(zh: "在正文里写 {{\(name)}}，或删去这一段", en: "Write {{\(name)}} in the text, or remove the block"))
  }

  static func figureInTitle(at place: Place) -> Diagnostic {
    Diagnostic(
      .reportFigure, at: place,
      message: Bilingual(zh: "title 是报告的名字，里面不放数", en: "title is the report's name and holds no figures"),
      remedy: Bilingual(zh: "结论写在 headline 里：headline: 有 {{名字}} 人…", en: "Write the finding as headline"))
  }
}
