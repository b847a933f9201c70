import Foundation
import Reports
import Workbooks

/// What a published file says: its bytes, and of a workbook, which is packed, the cells as `tables --cells` prints them.
func words(of bytes: Data, at path: String) throws -> Data {
  // What stands in a page is found though spans part it.
  if path.hasSuffix(".html") { return Data(String(decoding: bytes, as: UTF8.self).asWritten.utf8) }
  guard path.hasSuffix(".xlsx") else { return bytes }
  var cells = Data()
  writeCells(of: try readWorkbook(Array(bytes)).get()) { cells += $0 }
  return cells
}

/// A page without what says where its records' files lie: once above an account for tables in CSV, at each record else.
func withoutFolders(_ page: Data) -> Data {
  let text = String(decoding: page, as: UTF8.self)
    .replacing(#/<span title="[^"]*">([^<]*)</span>/#) { String($0.1) }
    .replacing(#/<p class="note">出处里的.*?CSV文件。</p>\s*/#, with: "")
  return Data(text.utf8)
}
