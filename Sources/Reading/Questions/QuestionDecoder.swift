import Diagnostics
import Markup
import Parsing
import Scoring
import Texts

private enum ShapeWord: Sendable { case table, chart, figure }

private let shapeChoices = [
  Choice("表格", "table", ShapeWord.table), Choice("图表", "chart", .chart), Choice("数", "figure", .figure),
]

/// Reads a block of SQL: the words on its fence, lines above `---` that say how it is shown, and the SQL.
struct QuestionDecoder {
  let findings: MistakeCollector

  /// `nil` where the block has a mistake, which is reported.
  func question(_ embed: Embed) -> ReportQuestion? {
    let words = embed.details.parts(at: " ").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard let shape = words.isEmpty ? .table : shapeChoices.first(where: { $0.words.isSaid(by: words[0]) })?.value
    else {
      findings.report(.unknownChoice(words[0].shortened, shapeChoices.map(\.words), at: embed.place))
      return nil
    }
    guard words.count <= (shape == .table ? 1 : 2) else {
      findings.report(.wordsOnFence(words.dropFirst(shape == .table ? 1 : 2).joined(separator: " "), at: embed.place))
      return nil
    }
    let parts = BlockParts(embed)
    guard parts.sql.utf8.contains(where: { $0 > 0x20 }) else {
      findings.report(.questionWithoutSQL(at: embed.place))
      return nil
    }
    let source = YAMLSource(file: embed.place.file, firstLine: embed.place.line + 1, findings: findings)
    let table = parts.head.isEmpty ? YAMLTable([], at: embed.place, source: source) : source.table(parts.head[...])
    guard let table else { return nil }
    return question(shape, words.count > 1 ? words[1] : nil, table, parts, embed)
  }

  private func question(
    _ word: ShapeWord, _ name: String?, _ table: YAMLTable, _ parts: BlockParts, _ embed: Embed
  ) -> ReportQuestion? {
    let filled = { (key: String) -> FilledText in table.value(ifAny: key).map(FilledText.init) ?? .none }
    let title = word == .figure ? .none : filled("title")
    if word == .chart, title.isEmpty { _ = table.text("title") }
    let note = word == .figure ? .none : filled("note")
    let empty = filled("empty")
    let columns = word == .chart ? [:] : looks(table)
    var shape: ReportQuestion.Shape?
    switch word {
    case .table: shape = .table
    case .chart: shape = chart(name, table, embed).map { .chart($0) }
    case .figure:
      if let name, isFigureName(name) {
        shape = .figure(name)
      } else {
        findings.report(.figureWithoutName(at: embed.place))
      }
    }
    table.close()
    guard let shape, word != .chart || !title.isEmpty else { return nil }
    return ReportQuestion(
      shape: shape, title: title, note: note, empty: empty, columns: columns, sql: parts.sql, sqlPlace: parts.sqlPlace,
      place: embed.place)
  }

  private func isFigureName(_ name: String) -> Bool {
    !name.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
  }

  private func chart(_ word: String?, _ table: YAMLTable, _ embed: Embed) -> ReportChart? {
    var kind = ChartRequest.Kind.bar
    if let word {
      guard let known = kindChoices.first(where: { $0.words.isSaid(by: word) }) else {
        findings.report(.unknownChoice(word.shortened, kindChoices.map(\.words), at: embed.place))
        return nil
      }
      kind = known.value
    }
    let names = { (key: String) -> [ReportChart.Name] in
      let values = table.value(ifAny: key).map { $0.isScalar ? [$0] : $0.list() } ?? []
      return values.map { ReportChart.Name(text: $0.text(), place: $0.place) }
    }
    return ReportChart(
      kind: kind, label: names("label").first, values: names("values"), unit: table.text(ifAny: "unit"),
      highlights: names("highlight"), mark: chartMark(table))
  }

  /// Under `columns`: a column's title, or a table of its own.
  private func looks(_ table: YAMLTable) -> [String: ColumnLook] {
    guard let columns = table.table(ifAny: "columns") else { return [:] }
    var looks: [String: ColumnLook] = [:]
    for (key, value) in columns.pairs {
      var look = ColumnLook(place: key.place)
      if value.isTable, let details = value.table() {
        look.title = details.value(ifAny: "title").map(FilledText.init)
        look.unit = details.value(ifAny: "unit").map(FilledText.init) ?? .none
        look.alignment = details.choice(
          ifAny: "align", [Choice("左", "left", ColumnLook.Alignment.start), Choice("右", "right", .end)])
        look.decimals = details.whole(ifAny: "decimals", in: 0...4)
        look.isHidden = details.flag(ifAny: "hide")
        details.close()
      } else {
        look.title = FilledText(value)
      }
      looks[key.value] = look
    }
    return looks
  }
}

/// The two parts of a block, parted by a line `---`; where there is none, all of it is SQL.
private struct BlockParts {
  let head: [UInt8]
  let sql: String
  let sqlPlace: Place

  init(_ embed: Embed) {
    // Inside a list libcmark takes the indentation away: put back, columns of the head are those of the file.
    let indent = max(0, Int(embed.place.column) - 1)
    let lines = embed.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    let cut = lines.firstIndex { line in
      var end = line.count
      while end > 0, line[end - 1] <= 0x20 { end -= 1 }
      return line[..<end].elementsEqual("---".utf8)
    }
    head =
      cut.map { end in
        Array(
          lines[..<end].map { $0.isEmpty ? $0 : [UInt8](repeating: 0x20, count: indent) + $0 }.joined(separator: [0x0A])
        )
      } ?? []
    let rest = lines[((cut ?? -1) + 1)...]
    sql = String(decoding: Array(rest.joined(separator: [0x0A])), as: UTF8.self)
    sqlPlace = Place(
      file: embed.place.file, line: embed.place.line + 1 + Int32((cut ?? -1) + 1), column: Int32(indent + 1))
  }
}
