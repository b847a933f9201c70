import Texts

extension WrittenWorkbook {
  /// The workbook's bytes: the same for the same workbook, wherever and whenever it is written.
  package var xlsx: [UInt8] {
    let layouts = zip(sheets, sheetNames(sheets.map(\.name))).map { SheetLayout($0, name: $1) }
    var parts = [
      ("[Content_Types].xml", contentTypes(sheets: layouts.count)), ("_rels/.rels", rootRelationships),
      ("docProps/core.xml", properties(title: title)), ("xl/workbook.xml", workbookPart(layouts)),
      ("xl/_rels/workbook.xml.rels", workbookRelationships(sheets: layouts.count)), ("xl/styles.xml", stylesPart),
    ].map { PartFile(name: $0, bytes: Array($1.utf8)) }
    for (index, layout) in layouts.enumerated() {
      parts.append(
        PartFile(name: "xl/worksheets/sheet\(index + 1).xml", bytes: SheetPart(layout, isFirst: index == 0).bytes))
    }
    return packed(parts)
  }
}

private let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let packageNames = "http://schemas.openxmlformats.org/package/2006"
private let mainType = "application/vnd.openxmlformats-officedocument.spreadsheetml"

private func contentTypes(sheets: Int) -> String {
  let override = { (part: String, type: String) in "<Override PartName=\"\(part)\" ContentType=\"\(type)+xml\"/>" }
  return xmlHead + "<Types xmlns=\"\(packageNames)/content-types\">"
    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")
    + override("/xl/workbook.xml", "\(mainType).sheet.main") + override("/xl/styles.xml", "\(mainType).styles")
    + (1...max(sheets, 1)).map { override("/xl/worksheets/sheet\($0).xml", "\(mainType).worksheet") }.joined()
    + "</Types>"
}

private func relationshipsPart(_ targets: [(type: String, target: String)]) -> String {
  let lines = targets.enumerated().map { index, one in
    "<Relationship Id=\"rId\(index + 1)\" Type=\"\(one.type)\" Target=\"\(one.target)\"/>"
  }
  return xmlHead + "<Relationships xmlns=\"\(packageNames)/relationships\">\(lines.joined())</Relationships>"
}

private let rootRelationships = relationshipsPart([
  ("\(relationships)/officeDocument", "xl/workbook.xml"),
  ("\(packageNames)/relationships/metadata/core-properties", "docProps/core.xml"),
])

private func workbookRelationships(sheets: Int) -> String {
  relationshipsPart(
    (0..<sheets).map { ("\(relationships)/worksheet", "worksheets/sheet\($0 + 1).xml") }
      + [("\(relationships)/styles", "styles.xml")])
}

/// A title and nothing of the machine: no clock, no author.
private func properties(title: String) -> String {
  xmlHead
    + "<cp:coreProperties xmlns:cp=\"\(packageNames)/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
    + "<dc:title>\(attribute(title))</dc:title></cp:coreProperties>"
}

private func workbookPart(_ layouts: [SheetLayout]) -> String {
  let tabs = layouts.enumerated().map { index, layout in
    "<sheet name=\"\(attribute(layout.name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
  }
  let heads = layouts.enumerated().filter { $0.element.headRow > 0 }.map { index, layout in
    "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">"
      + attribute("\(layout.quotedName)!$\(layout.headRow):$\(layout.headRow)") + "</definedName>"
  }
  return xmlHead + "<workbook xmlns=\"\(spreadsheetNames)\" xmlns:r=\"\(relationships)\">"
    + "<bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"24000\" windowHeight=\"14000\"/></bookViews>"
    + "<sheets>\(tabs.joined())</sheets>"
    + (heads.isEmpty ? "" : "<definedNames>\(heads.joined())</definedNames>") + "</workbook>"
}

private func attribute(_ text: String) -> String { String(decoding: CellText(text).bytes, as: UTF8.self) }
