import Diagnostics
import Forms
import Parsing
import Sheets
import Texts

/// A sheet that is to be read as a table of one kind.
struct SheetInput {
  let index: Int32
  let path: String
  /// What the stars of the kind's pattern stand for.
  let captures: [String]
  /// `nil` for a plain sheet.
  let rule: TableRule?
}

/// Sends each sheet to the kinds of tables it holds: those its rules name, else the kind whose CSV would stand in its place.
struct SheetRouter {
  private let rules: TableRules
  private let kinds: [FileKind]
  private let findings: MistakeCollector

  init(_ rules: TableRules, _ kinds: [FileKind], _ findings: MistakeCollector) {
    self.rules = rules
    self.kinds = kinds
    self.findings = findings
  }

  /// The tables of a sheet, each with the number of its kind.
  func tables(of file: SourceFile, at index: Int32, parts: [Substring]) -> [(kind: Int, input: SheetInput)] {
    guard let sheet = file.sheet else { return [] }
    let place = kinds.home(of: parts)
    let matching = rules.rules(of: file.path, sheet: sheet.name)
    if matching.isEmpty {
      if let corrections = corrections(in: sheet, file, at: index, parts, place) { return [corrections] }
      if let place {
        return [(place.kind, SheetInput(index: index, path: file.path, captures: place.captures, rule: nil))]
      }
      if sheet.state == .visible, sheet.rowCount > 0 {
        findings.report(.unfitSheet(file.path, sheet.name, file: index))
      }
      return []
    }
    var taken: Set<Int> = []
    let tables: [(kind: Int, input: SheetInput)] = matching.compactMap { rule in
      guard
        let kind = rule.kind.map({ named in kinds.firstIndex { $0.table?.name.isSaid(by: named.value) ?? false } })
          ?? place?.kind,
        let captures = captures(of: kind, parts, place)
      else {
        if let place {
          return (place.kind, SheetInput(index: index, path: file.path, captures: place.captures, rule: rule))
        }
        if rule.skip == nil { findings.report(.unfitSheet(file.path, sheet.name, file: index)) }
        return nil
      }
      return (kind, SheetInput(index: index, path: file.path, captures: captures, rule: rule))
    }
    // Of several rules by which it is one kind of table, under whichever name, the first holds.
    return tables.filter { taken.insert($0.kind).inserted }
  }

  /// A plain sheet called 更正 is the corrections of its year, whatever else its workbook holds.
  private func corrections(
    in sheet: WorkbookSheet, _ file: SourceFile, at index: Int32, _ parts: [Substring],
    _ place: (kind: Int, captures: [String])?
  ) -> (kind: Int, input: SheetInput)? {
    guard TableKind.corrections.name.isSaid(by: sheet.name.trimmed),
      let kind = kinds.firstIndex(where: { $0.table == .corrections }),
      let captures = captures(of: kind, parts, place)
    else { return nil }
    return (kind, SheetInput(index: index, path: file.path, captures: captures, rule: nil))
  }

  /// What the stars of a kind's pattern stand for in a workbook that a rule says holds it: the year of its folder, and its
  /// own name.
  private func captures(
    of kind: Int, _ parts: [Substring], _ place: (kind: Int, captures: [String])?
  ) -> [String]? {
    if let place, place.kind == kind { return place.captures }
    let name = parts.last.map { String($0).stem } ?? ""
    let stars = kinds[kind].parts.count { $0.contains("*") }
    guard kinds[kind].pattern.begins(with: "content/years/") else {
      return [String](repeating: name, count: stars)
    }
    guard parts.count > 3, parts[1] == "years" else { return nil }
    return [String(parts[2])] + [String](repeating: name, count: stars - 1)
  }
}

extension [FileKind] {
  /// The kind whose CSV would stand where a workbook does, by its number, and what its stars stand for.
  func home(of parts: [Substring]) -> (kind: Int, captures: [String])? {
    guard let name = parts.last.map(String.init) else { return nil }
    let asCSV = [Substring](parts.dropLast()) + [Substring(name.stem + ".csv")]
    for (index, kind) in enumerated() where kind.table != nil {
      if let captures = kind.captures(of: asCSV) { return (index, captures) }
    }
    return nil
  }
}

extension Diagnostic {
  static func unfitSheet(_ path: String, _ sheet: String, file: Int32) -> Diagnostic {
    Diagnostic(
      .unfitSheet, at: Place(file: file, line: 1),
      message: Bilingual(
        zh: "工作表“\(sheet)”不知道是什么表：没有读表规则说它，它也不在某种表的位置上",
        en:
          "nothing says what the sheet “\(sheet)” holds: no rule is for it, and no table stands in its workbook's place"
      ),
      remedy: Bilingual(
        zh: "把工作簿放到 content/years/年份/records/ 这样的位置；或写读表规则（dualpoints tables --suggest \(path)），一年的表要放在那一年的文件夹里",
        en:
          "Put the workbook where such a table stands, as content/years/<year>/records/; or write a rule (dualpoints tables --suggest \(path)); tables of a year stand in its folder"
      ))
  }
}
