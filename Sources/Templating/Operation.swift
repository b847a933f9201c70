/// One step of a compiled template, in a flat array.
struct Operation: Sendable {
  enum Code: UInt8 {
    /// Copies the literal bytes `a..<b`.
    case literal
    /// Copies a text or markup.
    case print
    /// Prints an address of the site by the shortest way from the page, with the way to the root at slot `a` of the page.
    case near
    /// Between these two stands an attribute's value, which gets quotation marks if it needs them.
    case value, endValue
    /// Opens a record; its `leave` closes it.
    case descend
    /// Opens a list, an optional or texts: once for each element; on to `b` when there are none.
    case enter
    /// Back to `a` for the next element, `slot` nodes on, or out.
    case leave
    /// On to `b` unless the node counts something.
    case when
    /// On to `b` if the node counts something.
    case unless
    /// What is printed from here on is typeset, in the setting `a`.
    case begin
    /// Typesets what was printed since.
    case set
  }

  let code: Code
  /// Which open record or element holds the node, counted from the page; the node's position within it.
  var depth: UInt16 = 0
  var slot: Int32 = 0
  var a: Int32 = 0
  var b: Int32 = 0
}
