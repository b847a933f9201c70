import Sheets

/// Bytes of a workbook → its sheets, their cells typed and in canonical texts. Reads `.xlsx` and `.xlsm`, whatever the file
/// is called; opens no file and no address, runs nothing, expands no entity.
/// - Returns: the workbook, or why there is none. A cell that can't be read is no reason: it says so itself.
package func readWorkbook(
  _ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()
) -> Result<Workbook, WorkbookRefusal> {
  var work = WorkbookWork()
  return readWorkbook(bytes, limits: limits, work: &work)
}

/// The same, counting what it costs.
package func readWorkbook(
  _ bytes: [UInt8], limits: WorkbookLimits, work: inout WorkbookWork
) -> Result<Workbook, WorkbookRefusal> {
  let meter = WorkMeter(limits: limits)
  defer { work = meter.work }
  return bytes.withUnsafeBytes { bytes in
    do throws(WorkbookRefusal) {
      if bytes.count > limits.fileBytes { throw WorkbookRefusal(.tooLarge(.file)) }
      if let other = otherFormat(bytes) { throw WorkbookRefusal(other) }
      try meter.keep(bytes.count)
      return .success(try workbook(in: PartArchive(bytes, meter: meter), meter))
    } catch {
      return .failure(error)
    }
  }
}

private func workbook(in archive: PartArchive, _ meter: WorkMeter) throws(WorkbookRefusal) -> Workbook {
  let main = try mainPart(of: archive)
  let part = WorkbookPart()
  try archive.read(main, with: part)
  guard part.isWorkbook else { throw WorkbookRefusal(.notAWorkbook) }
  let relationships = try readRelationships(of: main, in: archive)
  var byID: [String: Relationship] = [:]
  for found in relationships where byID.updateValue(found, forKey: found.id) != nil {
    throw WorkbookRefusal(.twice(found.id))
  }
  let strings = SharedStrings(meter: meter)
  // A workbook may name a part of texts or formats and have none, if it has no cell that needs it.
  for found in relationships where found.kind == "sharedStrings" {
    if let part = found.part, archive.has(part) { try archive.read(part, with: strings) }
  }
  let styles = Styles()
  for found in relationships where found.kind == "styles" {
    if let part = found.part, archive.has(part) { try archive.read(part, with: styles) }
  }
  let cell = CellBuilder(strings: strings.strings, formats: styles.formats, days: part.days)
  var (sheets, others): ([WorkbookSheet], [String]) = ([], [])
  for tab in part.tabs {
    do throws(WorkbookRefusal) {
      guard let found = byID[tab.id] else { throw WorkbookRefusal(.missingPart(tab.id)) }
      guard let part = found.part else { throw WorkbookRefusal(.outside(found.target)) }
      if found.kind == "worksheet" {
        sheets.append(try sheet(tab, part, SheetReader(meter: meter, cell: cell), strings.strings, in: archive))
      } else {
        others.append(tab.name)
      }
    } catch {
      var refusal = error
      refusal.sheet = tab.name
      throw refusal
    }
  }
  return Workbook(sheets: sheets, otherSheets: others, colours: styles.colours)
}

/// The workbook's own part, as the archive's root says.
private func mainPart(of archive: PartArchive) throws(WorkbookRefusal) -> String {
  if archive.has("_rels/.rels") {
    let root = try readRelationships(of: "", in: archive).first { $0.kind == "officeDocument" }
    if let part = root?.part {
      guard archive.has(part) else { throw WorkbookRefusal(.missingPart(part)) }
      if let other = otherDocument(main: part) { throw WorkbookRefusal(other) }
      return part
    }
  }
  // Some exporters leave the root's relationships out.
  if archive.has("xl/workbook.xml") { return "xl/workbook.xml" }
  throw WorkbookRefusal(otherArchive(archive.names))
}

private func sheet(
  _ tab: WorkbookPart.Tab, _ part: String, _ reader: SheetReader, _ strings: StringStore, in archive: PartArchive
) throws(WorkbookRefusal) -> WorkbookSheet {
  try archive.read(part, with: reader)
  try reader.finish()
  let content = reader.content
  guard content.isWorksheet else { throw WorkbookRefusal(.brokenXML(part: part, line: 1)) }
  var filtered = content.filtered.map { [$0] } ?? []
  if content.hasTables, !content.hiddenRows.isEmpty { filtered += try tableFilters(of: part, in: archive) }
  return WorkbookSheet(
    name: tab.name, state: tab.state, merges: content.merges, hiddenRows: content.hiddenRows,
    filteredRows: content.hiddenRows.intersection(filtered.joined()), hiddenColumns: content.hiddenColumns.joined(),
    struckRows: content.struckRows, cellCount: content.cellCount, rows: content.rows, strings: strings)
}
