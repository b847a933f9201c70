import Diagnostics
import Disk
import Previewing
import Reading
import Scoring
import Texts

/// One rebuild: the whole project read, scored and composed in memory, and every mistake in it found.
///
/// A page is rendered when a browser asks for it. Its value is pure and its template compiled by then, so rendering finds
/// nothing new, and a site of ten thousand stories costs neither the time nor the gigabyte to render pages nobody opens.
struct PreviewBuild {
  let tree: SourceTree
  let diagnostics: [Diagnostic]
  /// How many warnings there are besides, which somebody lets stand.
  let acknowledged: Int
  /// `nil` with an error among the diagnostics.
  let plan: OutputPlan?

  /// - Throws: `EnvironmentFailure`.
  init(project: String, on day: Day?, profile: SiteProfile, with workshop: Workshop? = nil) throws {
    let site = try prepareSite(
      project: project, on: day, for: .preview, audience: profile.audience, with: workshop)
    (tree, plan, diagnostics) = (site.tree, site.plan, site.diagnostics)
    acknowledged = site.acknowledged.count
  }

  var pages: Int { plan?.paths.count { $0.ends(with: ".html") } ?? 0 }
  var language: Language { siteLanguage(tree) ?? .chinese }

  /// - Parameter name: tells this build from every other.
  func site(named name: String, project: String) -> PreviewSite {
    guard let plan, !diagnostics.hasErrors else { return mistakenSite(named: name) }
    let language = language
    var made: [String: Int] = [:]
    for (index, path) in plan.paths.enumerated() { made[path] = index }
    var copied: [String: (source: String, picture: PictureForm)] = [:]
    for copy in plan.copies { for form in copy.forms { copied[form.path] = (copy.source, form.picture) } }
    return PreviewSite(build: name) { [made, copied] path in
      if let index = made[path] { return PreviewAnswer(path: path, bytes: plan.make(index).bytes) }
      if let copy = copied[path], let bytes = try? readPublished(copy.source, as: copy.picture, in: project) {
        return PreviewAnswer(path: path, bytes: bytes)
      }
      if let file = plan.unlisted?(path) { return PreviewAnswer(path: path, bytes: file.bytes) }
      return noticeFile(path)
    } missing: { path in
      missingPage(path, language)
    }
  }

  /// The page of mistakes at whatever address is open, so that the last good site never passes for the current one.
  private func mistakenSite(named name: String) -> PreviewSite {
    let page = mistakesPage(diagnostics, in: tree, language).bytes
    let stylesheet = tree.index(of: "templates/style.css").map { tree.files[Int($0)].bytes }
    return noticeSite(named: name, page: page, stylesheet: stylesheet)
  }
}

/// The same page at every address.
func noticeSite(named name: String, page: [UInt8], stylesheet: [UInt8]?) -> PreviewSite {
  let notice = PreviewAnswer(status: 500, html: page)
  return PreviewSite(build: name) { path in
    if path == "style.css", let stylesheet { return PreviewAnswer(path: path, bytes: stylesheet) }
    return noticeFile(path) ?? notice
  } missing: { _ in
    notice
  }
}

private func noticeFile(_ path: String) -> PreviewAnswer? {
  path == PreviewNotice.stylesheet ? PreviewAnswer(path: path, bytes: Array(PreviewNotice.styles.utf8)) : nil
}
