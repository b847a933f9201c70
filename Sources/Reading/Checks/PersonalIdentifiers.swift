import Diagnostics
import Forms
import Parsing
import Scoring
import Sheets
import Texts

/// Refuses identity card and mobile numbers anywhere in a project: in the text of its files, templates too, and in the
/// names of files and folders.
///
/// A column or a sheet that a rule of reading leaves out may have them: it is read by nobody.
///
/// - Parameter earlier: what was found in a tree before this one, for the files that have the same in them.
/// - Returns: what was found in each file.
@discardableResult
func checkPersonalIdentifiers(
  _ tree: SourceTree, sheets: [ReadSheet] = [], after earlier: EarlierNumbers? = nil, pool: some WorkPool,
  findings: MistakeCollector
) -> [FoundNumbers] {
  let readSheets = Dictionary(grouping: sheets, by: \.index)
  let found = pool.map(tree.files.count) { index -> FoundNumbers in
    let file = tree.files[index]
    guard file.isWrittenHere else { return FoundNumbers() }
    if let known = earlier?.found(in: file, at: index) { return known }
    if let sheet = file.sheet { return numbers(in: sheet, file: Int32(index), readSheets[Int32(index), default: []]) }
    let form: TextForm = file.path.ends(with: ".csv") ? .table : .prose
    let (numbers, further) = personalNumbers(in: file.bytes, as: form, limit: Diagnostic.mostPerFile)
    return FoundNumbers(shown: file.placing(numbers, file: Int32(index)), further: further)
  }
  for (index, one) in found.enumerated() where !one.shown.isEmpty {
    findings.report(one.shown)
    findings.countFurther(one.further, file: Int32(index))
  }
  var reported = Set<String>()
  let paths = tree.files.lazy.filter(\.isWrittenHere).map(\.path) + tree.assets.map(\.path) + tree.refused
  for path in paths {
    guard let first = personalNumbers(in: Array(path.utf8), as: .table, limit: 1).found.first else { continue }
    // A folder's name is reported once, however many files stand in it.
    let end = path.utf8.index(path.utf8.startIndex, offsetBy: first.range.upperBound)
    let named = path[end...].unicodeScalars.firstIndex(of: "/").map { String(path[..<$0]) } ?? path
    if reported.insert(named).inserted { findings.report(.personalIdentifier(first.kind, inNameOf: named)) }
  }
  return found
}

/// The personal numbers of one file: those that are shown, and how many more there are.
struct FoundNumbers: Sendable {
  var shown: [Diagnostic] = []
  var further = 0
}

/// What was found in the files of an earlier tree.
struct EarlierNumbers: Sendable {
  let tree: SourceTree
  let found: [FoundNumbers]
  /// Whether what was left out of its sheets is left out of those of the new tree too.
  let readsSheetsAlike: Bool

  /// - Returns: `nil` where another file had the number, or something else stood in it.
  fileprivate func found(in file: SourceFile, at index: Int) -> FoundNumbers? {
    guard index < found.count, file.sheet == nil || readsSheetsAlike else { return nil }
    return file.isSame(as: tree.files[index]) ? found[index] : nil
  }
}

/// The numbers in the cells of a sheet, apart from what is left out of it.
private func numbers(
  in sheet: WorkbookSheet, file: Int32, _ readings: [ReadSheet]
) -> FoundNumbers {
  if readings.contains(where: \.formed.account.isLeftOut) { return FoundNumbers() }
  let leftOut = Set(readings.flatMap(\.leftOutColumns))
  var found = FoundNumbers()
  for index in 0..<sheet.rowCount {
    let row = sheet.row(at: index)
    for cell in row where cell.bytes.count >= PersonalNumber.fewestBytes && !leftOut.contains(cell.column) {
      guard let number = personalNumbers(in: Array(cell.bytes), as: .table, limit: 1).found.first else { continue }
      if found.shown.count < Diagnostic.mostPerFile {
        found.shown.append(
          .personalIdentifier(number.kind, at: Place(file: file, line: row.number, column: cell.column)))
      } else {
        found.further += 1
      }
    }
  }
  return found
}

extension ReadSheet {
  /// Columns of the sheet that its rule leaves out.
  var leftOutColumns: [Int32] { leftOutFields.map(\.column) }

  var leftOutFields: [FoundHeader.Field] {
    let names = formed.account.leftOutColumns
    return formed.header?.fields.filter { $0.ours == nil && names[$0.name] != nil } ?? []
  }
}

extension SheetAccount {
  /// Whether a rule leaves the whole sheet out.
  var isLeftOut: Bool { if case .rule = passedOver { true } else { false } }
}

extension SourceFile {
  /// Not carried by the program.
  fileprivate var isWrittenHere: Bool { origin != .builtIn }

  /// The diagnostics of numbers in the file's order: lines are counted once.
  fileprivate func placing(_ numbers: [PersonalNumber], file: Int32) -> [Diagnostic] {
    var (line, column, offset): (Int32, Int32, Int) = (1, 1, 0)
    return numbers.map { number in
      while offset < number.range.lowerBound {
        if endsLine(at: offset) {
          line += 1
          column = 1
        } else if bytes[offset] & 0xC0 != 0x80 {
          column += 1
        }
        offset += 1
      }
      return .personalIdentifier(number.kind, at: Place(file: file, line: line, column: column))
    }
  }
}

extension Diagnostic {
  static func personalIdentifier(_ kind: PersonalNumber.Kind, at place: Place) -> Diagnostic {
    Diagnostic(
      .personalIdentifier, at: place,
      message: Bilingual(zh: "这里像是\(kind.noun.zh)", en: "this looks like \(kind.noun.en)"),
      remedy: Bilingual(zh: "删去它：网页和档案里不留个人号码", en: "Remove it: pages and archives keep no personal numbers"))
  }

  static func personalIdentifier(_ kind: PersonalNumber.Kind, inNameOf path: String) -> Diagnostic {
    Diagnostic(
      .personalIdentifier, at: nil, path: path,
      message: Bilingual(zh: "名称里像是\(kind.noun.zh)", en: "the name holds what looks like \(kind.noun.en)"),
      remedy: Bilingual(
        zh: "给这个文件或文件夹改名：网址和档案里不留个人号码", en: "Rename the file or folder: addresses and archives keep no personal numbers"
      ))
  }
}
