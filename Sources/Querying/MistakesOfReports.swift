import Diagnostics
import Texts

extension QueryMistakes {
  /// A name that is there and says nothing in this edition.
  func edition(_ table: String, _ column: String) -> Diagnostic {
    let name = column.isEmpty ? table : "\(table).\(column)"
    return edition(name, at: pieces.offset(of: column.isEmpty ? table : column) ?? pieces.offset(of: table))
  }

  /// - Parameter what: a table, a column, or a word that a column has in the office's edition only.
  func edition(_ what: String, at offset: Int?) -> Diagnostic {
    Diagnostic(
      isOfReport ? .reportEdition : .queryRefused, at: place(offset),
      message: Bilingual(
        zh: "\(what) 只在办公室版里有，内网版不公布", en: "\(what) is in the office's edition only, and not published"),
      remedy: isOfReport
        ? Bilingual(
          zh: "不用它；或在报告开头写 audience: office，这份报告就只在办公室版里",
          en:
            "Do without it, or write audience: office at the head: the report then stands in the office's edition only")
        : Bilingual(zh: "不用它，或加 --profile office", en: "Do without it, or add --profile office"))
  }

  func parameterOfReport(_ written: String, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .queryParameter, at: place(pieces.first { $0.kind == .parameter && $0.text == written }?.start),
      message: Bilingual(zh: "报告里没有参数 \(written)", en: "a report has no parameter \(written)"),
      remedy: known.contains("branch")
        ? Bilingual(zh: "有 :branch 和 :year", en: "There are :branch and :year")
        : Bilingual(
          zh: "有 :year；要 :branch，在开头写 parameter: branch，每个支部一页",
          en: "There is :year; for :branch write parameter: branch at the head, which makes a page for each"))
  }
}

extension Diagnostic {
  static func tooManyRows(_ most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .reportRows, at: place,
      message: Bilingual(zh: "结果超过 \(most) 行", en: "there are more than \(most) rows"),
      remedy: Bilingual(
        zh: "先 GROUP BY，或加 ORDER BY 和 LIMIT；每个支部一页写 parameter: branch；全部的行用 dualpoints query 取",
        en: "GROUP BY first, or ORDER BY and LIMIT; parameter: branch makes a page for each; dualpoints query has all"))
  }
}
