import Templating

/// An address from the site's root and the words that lead there.
struct LinkView: Fillable {
  var href: String
  var text: String
  var isCurrent = false

  func fill(_ out: inout Filler) {
    out.address("href", href)
    out.text("text", text)
    out.flag("isCurrent", isCurrent)
  }

  static let specimen = LinkView(href: "2025/branches/b07.html", text: "环境监测支部", isCurrent: true)
}
