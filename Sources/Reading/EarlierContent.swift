import Scoring

extension Content {
  /// The same content with its ledger standing for an earlier day; its texts stay as they are.
  package func standing(on ledger: Ledger) -> Content {
    var content = self
    content.ledger = ledger
    return content
  }

  /// The same content of a site that stands at another address than its own settings say.
  /// - Parameter base: ends in `/`; `nil` where nobody knows it.
  package func standing(at base: String?) -> Content {
    var content = self
    content.site = SiteSettings(
      title: site.title, notice: site.notice, nameOrder: site.nameOrder, baseAddress: base, theme: site.theme)
    return content
  }
}
