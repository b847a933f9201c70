import Sheets
import Texts

/// Prints diagnostics for a person at a terminal: the mistake, its place, the line with a caret, and the remedy.
package struct DiagnosticFormatter: Sendable {
  private let tree: SourceTree
  private let language: Language
  private let isColoured: Bool
  private let folder: String
  private var starts: LineStarts?

  /// Columns of the source line shown at most.
  private static let widest = 96

  /// `coloured` only where the reader is a terminal that wants it.
  /// - Parameter folder: stands before every path, with its closing slash, where several projects are spoken of.
  package init(tree: SourceTree, language: Language, coloured: Bool = false, folder: String = "") {
    self.folder = folder.printable
    self.tree = tree
    self.language = language
    isColoured = coloured
  }

  /// All diagnostics as given, a blank line after each, and the summary.
  /// - Parameter acknowledged: how many warnings aren't among them since somebody lets them stand.
  package func report(_ diagnostics: [Diagnostic], acknowledged: Int = 0) -> String {
    let formatter = prepared(for: diagnostics)
    let more = acknowledged == 0 ? "" : acknowledgedWords(acknowledged).text(in: language) + "\n"
    return diagnostics.map { formatter.text(of: $0) + "\n" }.joined()
      + (diagnostics.isEmpty && acknowledged > 0 ? "" : summary(of: diagnostics) + "\n") + more
  }

  private func acknowledgedWords(_ count: Int) -> Bilingual {
    Bilingual(
      zh: "另有 \(count) 条警告已确认", en: "\(count) more warning\(count == 1 ? "" : "s"), acknowledged in warnings.yaml")
  }

  /// The same, knowing already where the lines of these begin.
  package func prepared(for diagnostics: some Sequence<Diagnostic>) -> DiagnosticFormatter {
    var formatter = self
    formatter.starts = LineStarts(of: diagnostics.compactMap(\.place), in: tree)
    return formatter
  }

  /// One diagnostic, ending in a line end.
  package func text(of diagnostic: Diagnostic) -> String {
    let isError = diagnostic.severity == .error
    let word = language == .chinese ? (isError ? "错误" : "警告") : (isError ? "error" : "warning")
    let colour = isError ? "31" : "33"
    var text = paint("\(word)[\(diagnostic.code.rawValue)]", "1;" + colour)
    text += paint(": " + diagnostic.message.text(in: language).printable, "1") + "\n"
    if let place = diagnostic.place {
      let number = "\(place.line)"
      let gutter = String(repeating: " ", count: number.count)
      let excerpt = excerpt(at: place)
      let caret = displayWidth(excerpt.before)
      let origin =
        tree.files[Int(place.file)].origin == .builtIn ? (language == .chinese ? "（程序内置）" : " (built in)") : ""
      text += "\(gutter)--> \(folder)\(tree.location(of: place).withoutPersonalNumbers.printable)\(origin)\n"
      text += "\(gutter) |\n\(number) | \(excerpt.before)\(excerpt.after)\n"
      text += "\(gutter) | " + String(repeating: " ", count: caret) + paint("^", colour) + "\n"
    } else if let path = diagnostic.path {
      text += " --> \(folder)\(path.withoutPersonalNumbers.printable)\n"
    }
    let help = language == .chinese ? "改法：" : "help: "
    text += "  = " + help + diagnostic.remedy.text(in: language).printable + "\n"
    return diagnostic.further == 0 ? text : text + further(diagnostic, isError: isError)
  }

  private func further(_ diagnostic: Diagnostic, isError: Bool) -> String {
    let path = diagnostic.place.map { folder + tree.path(of: $0).withoutPersonalNumbers.printable }
    switch language {
    case .chinese:
      return "\n\(path ?? "其他文件") 还有 \(diagnostic.further) 个\(isError ? "错误" : "警告")，没有列出\n"
    case .english:
      let word = (isError ? "error" : "warning") + (diagnostic.further == 1 ? "" : "s")
      return "\n\(diagnostic.further) more \(word) in \(path ?? "other files"), not shown\n"
    }
  }

  /// `2 个错误，1 个警告` or `2 errors, 1 warning`.
  package func summary(of diagnostics: [Diagnostic]) -> String {
    func count(_ severity: Diagnostic.Severity) -> Int {
      diagnostics.reduce(0) { $0 + ($1.severity == severity ? 1 + $1.further : 0) }
    }
    let (errors, warnings) = (count(.error), count(.warning))
    switch language {
    case .chinese:
      if diagnostics.isEmpty { return "没有发现错误" }
      return warnings == 0
        ? "\(errors) 个错误" : errors == 0 ? "\(warnings) 个警告" : "\(errors) 个错误，\(warnings) 个警告"
    case .english:
      if diagnostics.isEmpty { return "no mistakes found" }
      let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// The source line, or the part of a long one around the place; of a sheet the row, its cells set apart by strokes. No
  /// number of a person is shown, whatever the mistake.
  package func excerpt(at place: Place) -> Excerpt {
    guard let sheet = tree.files[Int(place.file)].sheet else {
      let scalars = Array(String(lineScalars(at: place)).withoutPersonalNumbers.unicodeScalars)
      return excerpt(of: scalars, at: min(Int(place.column) - 1, scalars.count))
    }
    var scalars: [Unicode.Scalar] = []
    var at = 0
    let cells = sheet.texts(ofRow: place.line)
    for index in 0..<max(cells.count, Int(place.column)) {
      if index > 0 { scalars += " │ ".unicodeScalars }
      if index + 1 == Int(place.column) { at = scalars.count }
      if index < cells.count {
        // A cell's lines are shown as one.
        scalars += cells[index].withoutPersonalNumbers.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }
      }
    }
    return excerpt(of: scalars, at: at)
  }

  /// The whole line of a text, as long as a row of a table is; longer ones are cut. No number of a person is shown.
  package func line(at place: Place) -> String {
    let most = Place(file: place.file, line: place.line, column: 1_000)
    return String(lineScalars(at: most)).withoutPersonalNumbers.printable
  }

  private func excerpt(of scalars: [Unicode.Scalar], at column: Int) -> Excerpt {
    var start = 0
    var prefix = ""
    if column > Self.widest * 2 / 3 {
      start = column - Self.widest / 3
      prefix = "…"
    }
    var end = start
    var width = 0
    while end < scalars.count, width < Self.widest {
      width += displayWidth(scalars[end])
      end += 1
    }
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])).printable }
    // Wide characters before the place may leave it outside.
    let last = max(end, column)
    return Excerpt(
      before: prefix + text(start..<column), after: text(column..<last) + (last < scalars.count ? "…" : ""))
  }

  /// Enough of the line to show the place.
  private func lineScalars(at place: Place) -> String.UnicodeScalarView {
    let file = tree.files[Int(place.file)]
    let bytes = file.bytes
    let start = starts?[place] ?? LineStarts(of: [place], in: tree)[place] ?? bytes.count
    let most = min(bytes.count, start + (Int(place.column) + Self.widest) * 4)
    var end = start
    while end < most, !file.endsLine(at: end) { end += 1 }
    if end > start, end < bytes.count, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars
  }
}

/// A source line, printable, parted where a mistake stands.
package struct Excerpt: Sendable {
  package let before: String
  /// Begins with the character at fault; empty at the line's end.
  package let after: String
}
