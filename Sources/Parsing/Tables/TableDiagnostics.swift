import Diagnostics
import Texts

extension Diagnostic {
  /// - Parameter slip: what the row itself shows to be the reason.
  static func raggedRow(cells: Int, columns: Int, slip: RowSlip?, at place: Place) -> Diagnostic {
    let remedy =
      switch slip {
      case .separator(let separator): separator.remedy
      case .comment:
        Bilingual(
          zh: "是注释就在 # 后空一格，里面不用半角逗号；是内容就补上缺的格子",
          en: "For a comment put a space behind # and no comma in it; for a row add what it lacks")
      case nil:
        Bilingual(
          zh: "补上或删去多余的逗号；内容里有逗号时用双引号括起整格",
          en: "Add or remove commas; put a cell that holds a comma in double quotes")
      }
    return Diagnostic(
      .raggedRow, at: place,
      message: Bilingual(
        zh: "这一行有 \(cells) 格，表头有 \(columns) 列", en: "this row has \(cells) cells, the header \(columns)"),
      remedy: remedy)
  }

  static func wrongSeparator(_ separator: Separator, at place: Place) -> Diagnostic {
    Diagnostic(
      .wrongSeparator, at: place,
      message: Bilingual(
        zh: "这一行用\(separator.name.zh)分隔，不是半角逗号", en: "the cells are parted by \(separator.name.en), not by commas"),
      remedy: separator.remedy)
  }

  static func unclosedQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      .unclosedQuote, at: place,
      message: Bilingual(zh: "这个双引号没有配对，直到文件末尾", en: "this quote is never closed, up to the end of the file"),
      remedy: Bilingual(
        zh: "在这一格末尾补上双引号；格内的双引号写两个",
        en: "Close it at the end of the cell; write a quote inside a cell twice"))
  }

  static func strayQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      .strayQuote, at: place,
      message: Bilingual(zh: "双引号出现在格子中间", en: "a quote in the middle of a cell"),
      remedy: Bilingual(
        zh: "整格用双引号括起，格内的双引号写两个；或改用“ ”",
        en: "Put the whole cell in quotes and write the inner ones twice, or use “ ”"))
  }

  static func lineTooLong(bytes: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .lineTooLong, at: place,
      message: Bilingual(zh: "这一行有 \(bytes) 字节，超过 1 MiB", en: "this line has \(bytes) bytes, more than 1 MiB"),
      remedy: Bilingual(zh: "看看是否缺了换行或双引号", en: "Look for a missing line end or quote"))
  }

  static func missingColumns(_ columns: [Column], at place: Place) -> Diagnostic {
    let zh = columns.map { "\($0.name)（\($0.chinese)）" }.joined(separator: "、")
    let en = columns.map(\.name).joined(separator: ", ")
    return Diagnostic(
      .missingColumn, at: place,
      message: Bilingual(zh: "表头缺少列：\(zh)", en: "the header lacks \(en)"),
      remedy: Bilingual(zh: "在第一行补上列名", en: "Add the column names to the first row"))
  }

  static func headerBelow(_ line: Int32, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingColumn, at: place,
      message: Bilingual(zh: "第一行不是列名，列名在第 \(line) 行", en: "the first row has no names of columns; line \(line) has"),
      remedy: Bilingual(
        zh: "删去第 \(line) 行上面的标题，或把每行前面加 #；存成 .xlsx 就不用删",
        en: "Remove the title above line \(line), or begin each of its lines with #; in an .xlsx it may stay"))
  }

  static func missingHeader(at place: Place) -> Diagnostic {
    Diagnostic(
      .missingColumn, at: place,
      message: Bilingual(zh: "没有表头", en: "there is no header row"),
      remedy: Bilingual(zh: "在第一行写上列名", en: "Write the names of the columns on the first row"))
  }

  package static func unknownColumn(
    _ name: String, suggestion: String?, columns: [Column], wayOut: Bilingual? = nil, at place: Place
  ) -> Diagnostic {
    let zh = columns.map(\.chinese).joined(separator: "、") + (wayOut.map { "。" + $0.zh } ?? "")
    let en = columns.map(\.name).joined(separator: ", ") + (wayOut.map { ". " + $0.en } ?? "")
    return Diagnostic(
      .unknownColumn, at: place,
      message: Bilingual(zh: "没有“\(name)”这一列", en: "no column is called “\(name)”"),
      remedy: suggestion.map { Bilingual(zh: "是不是“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? Bilingual(zh: "可用的列：\(zh)", en: "The columns are: \(en)"))
  }

  static func duplicateColumn(_ name: String, first: Place, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateColumn, at: place,
      message: Bilingual(
        zh: "“\(name)”这一列出现了两次，先在第 \(first.column) 字",
        en: "column “\(name)” stands twice, first at column \(first.column)"),
      remedy: Bilingual(zh: "删去其中一列", en: "Remove one of them"))
  }

  package static func missingValue(_ column: Bilingual, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingValue, at: place,
      message: Bilingual(zh: "“\(column.zh)”没有填", en: "no value for “\(column.en)”"),
      remedy: Bilingual(zh: "填上这一格", en: "Fill in the cell"))
  }
}

/// What a row of the wrong length shows to be the reason.
enum RowSlip {
  case separator(Separator)
  case comment
}

extension TableRows {
  /// Why the row just scanned hasn't as many cells as the header, if that is plain.
  var slip: RowSlip? {
    if bytes[rowStart] == 0x23 { return .comment }
    guard found.count < order.count, let first = found.first else { return nil }
    let text = string(Cell(start: first.start, end: min(first.end, first.start + 200)))
    return Separator.certain.first { $0.parts(text).count + found.count > order.count / 2 + 1 }.map { .separator($0) }
  }
}

extension Separator {
  fileprivate var remedy: Bilingual {
    switch self {
    case .wideComma, .listComma:
      Bilingual(zh: "把格子之间的\(name.zh)改成半角逗号“,”", en: "Write a comma “,” between the cells")
    default:
      Bilingual(zh: "另存为 CSV（逗号分隔）", en: "Save it as CSV, parted by commas")
    }
  }
}
