import Diagnostics
import XMLReading

/// Something in an SVG picture that acts, reaches outside or grows without measure.
package struct DrawingFault: Hashable, Sendable {
  /// Both from 1.
  package let line: Int
  package let column: Int
  package let reason: Bilingual
}

/// Words of a drawing: what it shows, what it is read out as, and names in it that people could read in its source.
package struct DrawingText: Sendable {
  package let text: String
  package let line: Int
  package let column: Int
}

/// What reading an SVG picture came to.
package struct Drawing: Sendable {
  package let faults: [DrawingFault]
  package let texts: [DrawingText]
  /// Whether it shows words, and not only says some of itself.
  package let showsWords: Bool
  /// What of its bytes isn't published, in order: comments, descriptions of the file, and what a photograph in it says
  /// besides its picture.
  let edits: [Edit]

  struct Edit: Sendable {
    let range: Range<Int>
    let replacement: [UInt8]
  }
}

/// Reads an SVG picture with a parser and holds it to lists of what may stand in one: elements, attributes, properties and
/// functions of styles. What isn't listed is refused ([decision 34](../../docs/decisions/0034-drawings.md)).
package func readDrawing(_ bytes: [UInt8]) -> Drawing {
  var reader = DrawingReader(bytes)
  let failure = readXML(bytes) { item, place in reader.take(item, place) }
  return reader.finished(failure)
}

/// A drawing as it is published: without what `edits` names.
func publishedDrawing(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var done = 0
  for edit in readDrawing(bytes).edits {
    result += bytes[done..<edit.range.lowerBound]
    result += edit.replacement
    done = edit.range.upperBound
  }
  return result + bytes[done...]
}
