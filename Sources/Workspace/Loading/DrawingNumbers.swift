import Diagnostics
import Picturing
import Reading

/// Numbers of persons among the words of a drawing: a page shows it, and an archive keeps it.
func personalNumbers(ofDrawing drawing: Drawing, _ path: String) -> [Diagnostic] {
  drawing.texts.flatMap {
    Diagnostic.personalIdentifiers(inWords: $0.text, ofPicture: path, line: $0.line, column: $0.column)
  }
}
