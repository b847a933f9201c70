/// End tags that the HTML standard lets a page leave out (13.1.2.4, optional tags), by what stands next. A browser makes the
/// same elements of the page with them and without.
enum OptionalEndTag {
  /// Whether the end tag of `name` may be left out where all of `next` may follow it.
  static func isIdle(_ name: String, before next: Set<NextTag>) -> Bool {
    guard let rule = rules[name] else { return false }
    return next.allSatisfy {
      switch $0 {
      case .start(let name): rule.starts.contains(name)
      case .end(let name): rule.ends.contains(name)
      case .other, .endOfPage: false
      }
    }
  }

  private struct Rule {
    let starts: Set<String>
    /// Of elements whose content ends there.
    let ends: Set<String>
  }

  private static let rules: [String: Rule] = [
    "li": Rule(starts: ["li"], ends: ["ul", "ol", "menu"]),
    "dt": Rule(starts: ["dt", "dd"], ends: []),
    "dd": Rule(starts: ["dt", "dd"], ends: ["dl", "div"]),
    "p": Rule(starts: blocks, ends: blockParents),
    "option": Rule(starts: ["option", "optgroup"], ends: ["select", "datalist", "optgroup"]),
    "caption": Rule(starts: ["colgroup", "thead", "tbody", "tfoot", "tr"], ends: ["table"]),
    "thead": Rule(starts: ["tbody", "tfoot"], ends: []),
    "tbody": Rule(starts: ["tbody", "tfoot"], ends: ["table"]),
    "tfoot": Rule(starts: [], ends: ["table"]),
    "tr": Rule(starts: ["tr"], ends: ["thead", "tbody", "tfoot", "table"]),
    "td": Rule(starts: ["td", "th"], ends: ["tr"]),
    "th": Rule(starts: ["td", "th"], ends: ["tr"]),
  ]

  /// Whose beginning ends a paragraph.
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p",
    "pre", "search", "section", "table", "ul",
  ]
  /// Whose end does: not that of a link, a film or what is inserted or deleted.
  private static let blockParents: Set<String> = [
    "article", "aside", "blockquote", "body", "dd", "details", "dialog", "div", "fieldset", "figcaption", "figure",
    "footer", "form", "header", "li", "main", "nav", "section", "td", "th",
  ]
}
