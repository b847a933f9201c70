import Diagnostics
import Reading
import Texts
import Wording

/// The one row of a figure, as it is said.
struct FigureRow {
  /// By column, in the order of the result.
  let cells: [(name: String, text: String)]

  init(_ text: String) { cells = [("", text)] }

  /// - Parameter filler: for what is said where nothing is; it knows the figures before this one.
  init(_ question: ReportQuestion, _ result: ResultTable, _ names: EntityNames, _ filler: inout FigureFiller) {
    let none = question.empty.isEmpty ? Words.nothing : filler.sentence(question.empty)
    let units = question.columns.mapValues { filler.sentence($0.unit) }
    cells = result.columns.enumerated().map { index, column in
      let look = question.columns[column.name]
      guard let cell = result.rows.first?[index] else { return (column.name, none) }
      if case .none = cell { return (column.name, none) }
      let text = names.name(of: cell) ?? Numerals(of: [cell], decimals: look?.decimals).text(cell)
      return (column.name, text + (units[column.name] ?? ""))
    }
  }
}

/// Puts figures where they are used, and finds columns that aren't there.
struct FigureFiller {
  var figures: [String: FigureRow]
  private(set) var mistakes: [Diagnostic] = []

  init(_ figures: [String: FigureRow]) { self.figures = figures }

  /// What a sentence says.
  mutating func sentence(_ text: FilledText) -> String {
    String(decoding: fill(text, isMarkdown: false), as: UTF8.self)
  }

  mutating func fill(_ text: FilledText, isMarkdown: Bool) -> [UInt8] {
    var texts: [FilledText.Use: String] = [:]
    for use in text.uses {
      // A name nobody gave was told when the report was read.
      guard let figure = figures[use.name] else { continue }
      if use.column.isEmpty, figure.cells.count == 1 {
        texts[use] = figure.cells[0].text
      } else if let cell = figure.cells.first(where: { $0.name == use.column }) {
        texts[use] = cell.text
      } else {
        mistakes.append(.unknownFigureColumn(use, figure.cells.map(\.name), at: use.place))
      }
    }
    return text.filled { isMarkdown ? escaped(texts[$0] ?? "") : texts[$0] ?? "" }
  }

  /// A value is nobody's markup: its signs stand for themselves. Figures have none that mean anything.
  private func escaped(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 {
        escaped += " "
        continue
      }
      let isSign = scalar.isASCII && !scalar.properties.isAlphabetic && !(0x30...0x39).contains(scalar.value)
      if isSign, scalar != " " { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}

/// How the numbers of a column are written: all with the same decimals, as few as say them to hundredths.
struct Numerals {
  private let decimals: Int

  /// - Parameter decimals: as the report says; `nil` to find out.
  init(of cells: [ResultTable.Cell], decimals: Int?) {
    self.decimals =
      decimals
      ?? cells.reduce(0) { most, cell in
        guard case .real(let real) = cell else { return most }
        let hundredths = Self.scaled(real, 2)
        return max(most, hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2)
      }
  }

  /// Half away from zero.
  private static func scaled(_ real: Double, _ decimals: Int) -> Int64 {
    let scale = [1.0, 10, 100, 1_000, 10_000][decimals]
    let value = (real * scale).rounded()
    return abs(value) < 9e18 ? Int64(value) : 0
  }

  func text(_ cell: ResultTable.Cell) -> String {
    switch cell {
    // Exactly, however large.
    case .integer(let integer):
      decimals == 0 ? String(integer) : "\(integer)." + String(repeating: "0", count: decimals)
    case .real(let real): text(real)
    case .text(let text): text
    default: ""
    }
  }

  private func text(_ real: Double) -> String {
    // So large a one has no decimals; what no column holds is told by its magnitude.
    guard abs(real) < 1e13 else { return abs(real) < 1e18 ? String(Int64(real)) : "\(real)" }
    let value = Self.scaled(real, decimals)
    guard decimals > 0 else { return String(value) }
    let scale = [1, 10, 100, 1_000, 10_000][decimals]
    let digits = String(Int(value.magnitude) % scale)
    let zeros = String(repeating: "0", count: decimals - digits.utf8.count)
    return "\(value < 0 ? "-" : "")\(Int(value.magnitude) / scale).\(zeros)\(digits)"
  }

  /// Exact to hundredths, for a chart.
  static func figure(_ cell: ResultTable.Cell) -> Figure? {
    switch cell {
    case .integer(let integer) where integer.magnitude < 1_000_000_000_000: Figure(hundredths: integer * 100)
    case .real(let real) where abs(real) < 1e12: Figure(hundredths: scaled(real, 2))
    default: nil
    }
  }
}

extension ResultTable.Cell {
  /// Whether it is a number that no chart has room for.
  var isBeyondCharts: Bool {
    switch self {
    case .integer, .real: Numerals.figure(self) == nil
    default: false
    }
  }
}
