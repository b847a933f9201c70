import Composing
import Reading
import Templating
import Texts
import Wording

/// A small page at each address that a text had once, which leads on to where it is now. Without a script and by a relative
/// address, so it works below a path and in a folder; no template makes it, since none may print where a page leads on to.
func formerAddresses(_ context: SiteContext) -> [FilePlan] {
  let content = context.content
  let texts =
    content.stories.map { (title: $0.title, address: Address.story($0), path: $0.path, former: $0.formerly) }
    + content.ownPages.pages.map {
      (title: $0.title, address: Address.link(to: $0), path: $0.path, former: $0.formerly)
    }
  return texts.flatMap { text in
    text.former.map { former in
      FilePlan(path: former.path, source: text.path, origin: former.place) {
        withoutSteering(Array(context.pageLeading(from: former.path, to: text.address, title: text.title).utf8))
      }
    }
  }
}

extension SiteContext {
  /// - Parameter address: from the site's root.
  fileprivate func pageLeading(from path: String, to address: String, title: String) -> String {
    let root = Address.root(of: path)
    let (target, name) = (xmlText(root + address), xmlText(title))
    let canonical =
      content.site.baseAddress.map { "\n  <link rel=\"canonical\" href=\"\(xmlText($0 + address))\">" } ?? ""
    return """
      <!doctype html>
      <html lang="zh-Hans">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(name) · \(xmlText(content.site.title))</title>
        <meta http-equiv="refresh" content="0; url=\(target)">
        <meta name="robots" content="noindex">\(canonical)
        <link rel="stylesheet" href="\(root)style.css">
      </head>
      <body>
      <main class="wrap story">
        <header class="story-head"><h1>\(name)</h1><p class="lede">\(Words.moved)<a href="\(target)">\(name)</a></p></header>
      </main>
      </body>
      </html>

      """
  }
}
