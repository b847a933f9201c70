/// A text as one cell of a table in the layout of RFC 4180, whatever is in it: every writer of CSV quotes here.
package func csvField(_ text: String) -> String {
  let needsQuotes = text.utf8.contains {
    $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n")
  }
  guard needsQuotes else { return text }
  return "\"" + text.replacingBytes("\"", with: "\"\"") + "\""
}

/// A text that a spreadsheet takes for nothing but a text: what begins as a formula does, in full width too, gets an
/// apostrophe before it, as OWASP advises. For tables that people open; one with the layout of `content/` keeps its bytes.
package func harmlessInSpreadsheets(_ text: String) -> String {
  switch text.unicodeScalars.first {
  case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": "'" + text
  default: text
  }
}
