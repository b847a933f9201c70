import Addressing
import Composing
import Reading
import Templating

/// What search engines of the intranet may read: only with a base address, since both files need whole addresses.
func sitemap(_ context: SiteContext) -> [FilePlan] {
  guard let home = context.content.site.baseAddress else { return [] }
  guard context.audience == .intranet else {
    return [FilePlan(path: "robots.txt") { Array("User-agent: *\nDisallow: /\n".utf8) }]
  }
  return [
    FilePlan(path: "robots.txt") { Array("User-agent: *\nAllow: /\nSitemap: \(home)sitemap.xml\n".utf8) },
    FilePlan(path: "sitemap.xml") {
      let hidden = Set(context.content.ownPages.pages.filter { !$0.isFound }.map(Address.page))
      let addresses = catalog.flatMap { $0.plans(context) }.map(\.path).filter { !hidden.contains($0) }.sorted()
      let entries = addresses.map { "  <url><loc>\(xmlText(home + SitePath($0).address))</loc></url>\n" }
      let text = """
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        \(entries.joined())</urlset>

        """
      return Array(text.utf8)
    },
  ]
}
