import Composing
import Markup
import Reading
import Templating

/// Part of a page's prose: HTML up to a chart, and the chart.
struct ProsePart: Fillable {
  /// UTF-8.
  @HTML var html: [UInt8]
  var chart: ChartView?
  /// Message of a chart the ledger has no figure for yet.
  var missing: [String] = []
  /// Whether pictures of the text are to be enlarged: of the last part only, behind which the page has what that takes.
  var hasGallery = false

  static let specimen = ProsePart(
    html: Array("<p>年初认领会上没有支部先举手。</p>".utf8), chart: .specimen, missing: ["十二个月"], hasGallery: true)
}

extension SiteContext {
  /// The prose of a Markdown file with its charts drawn.
  /// - Parameters:
  ///   - file: its path from the project folder.
  ///   - root: from the page back to the site's root.
  func prose(_ document: MarkupDocument, in file: String, root: String) -> [ProsePart] {
    let requests = content.charts[file] ?? []
    return storyLinks.htmlPieces(document, in: file, root: root).enumerated().map { index, html in
      guard index < requests.count else { return ProsePart(html: html, hasGallery: document.hasGallery) }
      let chart = chart(requests[index])
      return ProsePart(html: html, chart: chart, missing: chart == nil ? [requests[index].title] : [])
    }
  }
}
