/// A name with the address of its namespace, empty where it has none.
package struct XMLName: Hashable, Sendable {
  package let space: String
  package let local: String
}

package struct XMLAttribute: Sendable {
  package let name: XMLName
  /// References resolved, white space as XML normalises it.
  package let value: String
}

/// One thing that stands in a document, in the order in which it is written.
package enum XMLItem: Sendable {
  /// The encoding that the declaration states.
  case declaration(encoding: String?)
  case open(XMLName, [XMLAttribute])
  case close(XMLName)
  /// A stretch of text; one text may come in several.
  case text(String)
  case comment
  case instruction(target: String)
}

package struct XMLPlace: Sendable {
  /// Both from 1; columns in characters.
  package let line: Int
  package let column: Int
  /// The bytes of the item. A tag that opens and closes at once is all of them when it opens, none at their end when it closes.
  package let bytes: Range<Int>

  package init(line: Int, column: Int, bytes: Range<Int>) {
    self.line = line
    self.column = column
    self.bytes = bytes
  }
}

/// Why a document ends before its end.
package struct XMLFailure: Sendable {
  package enum Reason: Sendable {
    case notUTF8
    /// A document type, which could define entities.
    case documentType
    case undeclaredPrefix
    case mismatchedTag
    case notWellFormed
  }
  package let reason: Reason
  package let line: Int
  package let column: Int
}
