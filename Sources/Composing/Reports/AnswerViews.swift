import Templating

/// A table that a report's question came to.
package struct AnswerTable: Fillable {
  package struct Head: Fillable {
    var text: String
    var isAtEnd: Bool
  }

  /// An award behind a row.
  package struct Line: Fillable {
    var day: String
    var reason: String
    var points: String
    /// Where its record is written, in words.
    var source: String
    /// None or one.
    @WebAddress var href: [String]
  }

  package struct Cell: Fillable {
    var text: String
    /// Whether it is a day: `2025-03-08`.
    var isDay: Bool
    var isHead: Bool
    var isAtEnd: Bool
    /// Whether it is a word or two, which stay on one line.
    var isShort: Bool { text.unicodeScalars.count <= 10 }
    /// None or one.
    @WebAddress var href: [String]
    var hasLines: Bool { !lines.isEmpty }
    var lines: [Line]
  }

  package struct Row: Fillable {
    var cells: [Cell]
  }

  var hasTitle: Bool { !title.isEmpty }
  var title: String
  var hasNote: Bool { !note.isEmpty }
  var note: String
  var heads: [Head]
  var rows: [Row]
  /// Whether it is worth while to sort and to filter it.
  var isLong: Bool { rows.count > 20 }

  package static let specimen = AnswerTable(
    title: "三年里献血三次以上的党员", note: "按次数排。", heads: [Head(text: "次数", isAtEnd: true)],
    rows: [
      Row(cells: [
        Cell(
          text: "周静怡", isDay: true, isHead: true, isAtEnd: true, href: ["2025/members/zhou-jingyi.html"],
          lines: [
            Line(
              day: "2025-03-08", reason: "无偿献血，第3次", points: "5.00", source: "记录b10-q2第126行",
              href: ["2025/members/zhou-jingyi.html#records-b10-q2-126"])
          ])
      ])
    ])
}

/// Part of a report's prose: HTML up to a question, and what that came to.
package struct ReportPart: Fillable {
  /// UTF-8.
  @HTML var html: [UInt8]
  var table: AnswerTable?
  package var chart: ChartView?
  /// What is said where nothing was found; none or one.
  var nothing: [String]

  package static let specimen = ReportPart(
    html: Array("<p>三年里有四位党员献血三次以上。</p>".utf8), table: .specimen, chart: .specimen, nothing: ["没有查到这样的记录。"])
}
