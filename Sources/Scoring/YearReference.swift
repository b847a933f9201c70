/// A year of the ledger is a reference, a calendar year a number: neither is taken for the other.
extension Ref<YearLedger> {
  /// The one before it in the ledger; `nil` for the first.
  package var previous: Ref? { index > 0 ? Ref(Int(index) - 1) : nil }
}

extension Array {
  /// References to all elements, in order.
  package var refs: [Ref<Element>] { indices.map { Ref($0) } }
}

extension [YearBook] {
  /// Books stand in the order of the ledger's years.
  @inlinable package subscript(year: Ref<YearLedger>) -> YearBook { self[Int(year.index)] }
}

extension [Postings] {
  subscript(year: Ref<YearLedger>) -> Postings { self[Int(year.index)] }
}
