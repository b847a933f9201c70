import Templating

/// An address from the site's root and the words that lead there.
package struct LinkView: Fillable {
  package var href: String
  package var text: String
  package var isCurrent = false

  package init(href: String, text: String, isCurrent: Bool = false) {
    self.href = href
    self.text = text
    self.isCurrent = isCurrent
  }

  package func fill(_ out: inout Filler) {
    out.address("href", href)
    out.text("text", text)
    out.flag("isCurrent", isCurrent)
  }

  package static let specimen = LinkView(href: "2025/branches/b07.html", text: "环境监测支部", isCurrent: true)
}
