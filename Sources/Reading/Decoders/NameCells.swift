import Diagnostics
import Parsing
import Texts

extension TableRows {
  /// Reports a name with a character nobody sees, or with what a wrong encoding left of one.
  func checkName(_ column: ColumnNumber) {
    let text = text(column)
    if text.unicodeScalars.contains(where: { "?？\u{FFFD}".unicodeScalars.contains($0) }) || text.contains("锟斤拷") {
      findings.report(.garbledName(text.shortened, at: place(of: column)))
    } else {
      checkSeen(column)
    }
  }
}

extension Diagnostic {
  static func garbledName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .garbledName, at: place,
      message: Bilingual(
        zh: "“\(name)”里有转码时留下的乱码或问号", en: "“\(name)” has what a wrong encoding leaves behind"),
      remedy: Bilingual(
        zh: "重新打一遍这个名字；表格另存为“CSV UTF-8”就不会丢字", en: "Type the name anew; “CSV UTF-8” loses no character"))
  }
}
