/// What may stand beside a text to be taken along from its page, by the ending of its name; what a file is its bytes say.
package enum AttachmentKind: String, CaseIterable, Sendable {
  case pdf, ofd, doc, docx, xls, xlsx, ppt, pptx, zip, mp4, mp3, txt

  /// `nil` for a path of no such ending.
  package init?(path: String) {
    let ending = path.utf8.reversed().prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "/") }.reversed()
    guard ending.count < path.utf8.count, ending.count <= 4 else { return nil }
    self.init(rawValue: String(decoding: Array(ending), as: UTF8.self).lowercased())
  }

  /// Of a file that stands where texts do: a workbook anywhere else is a table of the ledger.
  package init?(besideTexts path: String) {
    guard ["content/pages/", "content/campaigns/"].contains(where: path.begins) else { return nil }
    self.init(path: path)
  }
}
