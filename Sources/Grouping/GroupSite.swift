import Addressing
import Charting
import Composing
import Texts

/// What stands at the root of a group's site, beside its companies' own.
package struct GroupSite: Sendable {
  package let pages: [PagePlan]
  package let files: [FilePlan]
  /// Pictures of the group's own templates.
  package let assets: [AssetPlan]
}

extension GroupContext {
  /// Figures → the group's own pages and files.
  package func site() -> GroupSite {
    let pages = groupCatalog.flatMap { $0.plans(self) }
    let statics = tree.files.compactMap { file in
      publishedPath(ofTemplateFile: file.path).map { path in
        FilePlan(path: path, source: file.path) { file.bytes }
      }
    }
    let assets = tree.assets.compactMap { asset in
      publishedPath(ofTemplateFile: asset.path).flatMap { path in
        tree.index(of: asset.path) == nil ? AssetPlan(source: asset.path, files: [(path, nil)]) : nil
      }
    }
    return GroupSite(pages: pages, files: statics + figureFiles() + forSearchEngines(pages.map(\.path)), assets: assets)
  }

  /// Which pages there are: only with a base address, since both files need whole addresses. Those of the companies have
  /// site maps of their own.
  private func forSearchEngines(_ paths: [String]) -> [FilePlan] {
    guard let home = order.baseAddress else { return [] }
    guard !isOffice else { return [FilePlan(path: "robots.txt") { Array("User-agent: *\nDisallow: /\n".utf8) }] }
    let below = companies.filter { $0.order.url == nil }.compactMap { $0.order.base(in: order) }
    let maps = ([home] + below).map { "Sitemap: \($0)sitemap.xml\n" }.joined()
    let entries = paths.sorted().map { "  <url><loc>\(escaped(home + SitePath($0).address))</loc></url>\n" }.joined()
    let map = """
      <?xml version="1.0" encoding="utf-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(entries)</urlset>

      """
    return [
      FilePlan(path: "robots.txt") { Array("User-agent: *\nAllow: /\n\(maps)".utf8) },
      FilePlan(path: "sitemap.xml") { Array(map.utf8) },
    ]
  }
}

/// Names at the root of the site that no company's folder can have: those of the group's own files.
package func groupRootNames(_ tree: SourceTree) -> Set<String> {
  let paths =
    (tree.files.map(\.path) + tree.assets.map(\.path)).compactMap(publishedPath) + [
      GroupAddress.home, "robots.txt", "sitemap.xml",
    ]
  return Set(paths.compactMap { $0.parts(at: "/").first?.lowercased() })
}
