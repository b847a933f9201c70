/// Why a file gives no workbook, and where in it that shows.
package struct WorkbookRefusal: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case empty
    /// `~$…`, which a spreadsheet program leaves beside an open workbook.
    case lockFile
    case encrypted
    /// BIFF, `.xls` and `.et`.
    case oldFormat
    case binaryWorkbook
    case openDocument
    case numbers
    case html
    case webArchive
    /// XML of 2003, one file without an archive.
    case xml2003
    /// CSV or another text.
    case plainText
    /// Another kind of document: `Word`, `PDF` and so on.
    case otherDocument(String)
    /// An archive that has no workbook.
    case notAWorkbook
    /// Bytes of no kind that is known.
    case unknown
    /// A zip whose table of contents is missing or wrong: cut short, say, or half saved.
    case damagedArchive
    /// A part doesn't unpack to what its checksum says.
    case damagedPart(String)
    case missingPart(String)
    /// A sheet that another file, or an address of the network, is to give.
    case outside(String)
    case brokenXML(part: String, line: Int)
    case notUTF8(part: String, line: Int)
    /// An encoding that XML's readers needn't know.
    case unknownEncoding(part: String)
    /// A document type, which could define entities.
    case documentType(part: String)
    case noSuchCell(String)
    case noSuchRow(String)
    /// A cell that stands in another row than it says.
    case cellOutsideRow(String)
    case twice(String)
    case noSuchRange(String)
    case tooLarge(WorkbookMeasure)
  }

  package let reason: Reason
  package var sheet: String?
  /// `B5`.
  package var cell: String?

  package init(_ reason: Reason, sheet: String? = nil, cell: String? = nil) {
    self.reason = reason
    self.sheet = sheet
    self.cell = cell
  }
}
