import Scoring

extension Content {
  /// The same content with its ledger standing for an earlier day; its texts stay as they are.
  package func standing(on ledger: Ledger) -> Content {
    var content = self
    content.ledger = ledger
    return content
  }
}
