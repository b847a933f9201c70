import CQRencode

/// A text as a QR code, for paper: libqrencode is touched in this file only.
package struct QRCode: Sendable {
  /// Modules along a side, without the quiet zone.
  package let side: Int
  /// Row by row, whether a module is dark.
  package let isDark: [Bool]

  /// Margin of light modules that readers ask for (ISO/IEC 18004).
  package static let quietZone = 4

  init(side: Int, isDark: [Bool]) {
    self.side = side
    self.isDark = isDark
  }

  /// The smallest code of the text with error correction M: 15 % of it may be worn or stamped over.
  ///
  /// `nil` for a text that is empty or longer than the largest code holds (2331 bytes), or that holds a NUL.
  package init?(_ text: String) {
    guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    let modules = UnsafeBufferPointer(start: code.pointee.data, count: side * side)
    // The lowest bit is the colour; the others say what a module is for.
    isDark = modules.map { $0 & 1 == 1 }
  }

  /// Modules along a side with the quiet zone: the drawing's `viewBox` is a square of this.
  package var fullSide: Int { side + 2 * Self.quietZone }

  /// The dark modules as the path of an SVG, a rectangle for each run of a row: a module is one unit, and a run has no
  /// seams that paper could show.
  package var path: String {
    var path = ""
    for row in 0..<side {
      var column = 0
      while column < side {
        guard isDark[row * side + column] else {
          column += 1
          continue
        }
        let start = column
        while column < side, isDark[row * side + column] { column += 1 }
        let width = column - start
        path += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(width)v1h-\(width)z"
      }
    }
    return path
  }
}
