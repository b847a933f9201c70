import Diagnostics

/// Signs that Chinese input methods and word processors put where SQL has others, with what SQL has.
private let foreignSigns: [(sign: String, own: String)] = [
  ("\u{FF0C}", ","), ("\u{FF1B}", ";"), ("\u{FF08}", "("), ("\u{FF09}", ")"), ("\u{FF1D}", "="), ("\u{FF0A}", "*"),
  ("\u{FF1E}", ">"), ("\u{FF1C}", "<"), ("\u{FF1A}", ":"), ("\u{2018}", "'"), ("\u{2019}", "'"), ("\u{201C}", "'"),
  ("\u{201D}", "'"), ("\u{00A0}", " "), ("\u{3000}", " "),
]

extension [SQLPiece] {
  /// The first of them outside texts and quoted names, with its offset and what SQL has.
  var foreignSign: (sign: String, own: String, offset: Int)? {
    for piece in self where piece.kind == .word || piece.kind == .parameter {
      let bytes = Array<UInt8>(piece.text.utf8)
      for index in bytes.indices {
        for (sign, own) in foreignSigns where bytes[index...].starts(with: sign.utf8) {
          return (sign, own, piece.start + index)
        }
      }
    }
    return nil
  }
}
