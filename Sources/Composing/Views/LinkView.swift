import Templating

/// An address from the site's root and the words that lead there.
package struct LinkView: Fillable {
  @WebAddress package var href: String
  package var text: String
  package var isCurrent = false

  package init(href: String, text: String, isCurrent: Bool = false) {
    self.href = href
    self.text = text
    self.isCurrent = isCurrent
  }

  package static let specimen = LinkView(href: "2025/branches/b07.html", text: "环境监测支部", isCurrent: true)
}
