import Diagnostics
import Texts

/// What the loader would hand on for these bytes: valid UTF-8 without NUL.
func asLoaded(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
  String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self).utf8.map { $0 == 0 ? 0x20 : $0 }
}

/// Lines as the readers count them: LF, CRLF or CR ends one.
func lineCount(_ bytes: [UInt8]) -> Int {
  var lines = 1
  for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
    if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
    lines += 1
  }
  return lines
}

/// A mistake has to be shown in the user's own file, whatever stands there.
func checkPlaces(_ diagnostics: [Diagnostic], in file: SourceFile) {
  let lines = lineCount(file.bytes)
  for place in diagnostics.compactMap(\.place) {
    precondition(place.line >= 1 && place.column >= 1 && Int(place.line) <= lines, "a place outside the file: \(place)")
  }
  let formatter = DiagnosticFormatter(tree: SourceTree(files: [file]), language: .chinese)
  precondition(diagnostics.isEmpty || !formatter.report(diagnostics).isEmpty)
}
