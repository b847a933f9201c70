import Composing
import Diagnostics
import Disk
import Engines
import Loading
import Paper
import Reading
import Rendering
import Reports
import Scoring
import Texts

/// What every print command is asked for.
package struct PrintOrder: Sendable {
  package var project: String
  /// The day to stand for where the content leaves it open.
  package var day: Day?
  /// `nil`: the last year that has begun.
  package var year: Int?
  package var profile: SiteProfile
  /// Where to write; `nil` for the document's own name in the working folder.
  package var output: String?
  /// Whether to leave it as HTML, which any browser prints.
  package var isHTML: Bool
  package let progress = WorkCounter()

  package init(
    project: String, on day: Day? = nil, year: Int?, profile: SiteProfile, output: String?, isHTML: Bool
  ) {
    self.project = project
    self.day = day
    self.year = year
    self.profile = profile
    self.output = output
    self.isHTML = isHTML
  }
}

/// What a print command found and did.
package struct PrintReport: Sendable {
  package let tree: SourceTree
  /// Sorted as a person reads.
  package let diagnostics: [Diagnostic]
  /// `nil` where a mistake in the content stopped it, and nothing was written.
  package let printed: Printed?
  /// Lines that name whom and the characters which no font of this machine has.
  package fileprivate(set) var boxes: [String] = []
  /// Whether nobody could look for such characters before a PDF was made.
  package var isUnlooked = false

  func warning(ofBoxes boxes: [String]) -> PrintReport {
    var report = self
    if !boxes.isEmpty { report.boxes = boxes }
    return report
  }
}

/// A document that stands on the disk.
package struct Printed: Sendable {
  package let path: String
  /// In bytes.
  package let size: Int
  /// What made the PDF; `nil` for HTML.
  package let engine: PDFEngine?
}

/// What becomes of a document with a character that no font has.
enum BoxPolicy {
  /// It isn't made into PDF: names on it are honored.
  case refuse
  /// It is, without the promise of PDF/A, and whom it concerns is reported.
  case warn
}

/// disk → … → one file, whole or not at all.
/// - Parameter policy: as HTML, which another machine may print, every document is made and told of.
/// - Parameter asks: whether the document needs what reports tell.
/// - Parameter plan: the document, from the project and the year; throws `UsageFailure`.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
func typeset(
  _ order: PrintOrder, boxes policy: BoxPolicy = .warn, asks: Bool = false,
  _ plan: (SiteContext, Ref<YearLedger>) throws -> PrintPlan
) throws -> PrintReport {
  if let output = order.output { try Whereabouts(project: order.project).refuseFile(output) }
  let engine = order.isHTML ? nil : try PDFEngine.find()
  let (tree, loading) = try loadSource(project: order.project, pool: Threads())
  let (printing, found) = preparePrinting(tree, on: order.day, audience: order.profile.audience, asks: asks)
  let diagnostics = settle(loading + found, in: tree, on: order.day).open
  guard let printing, !diagnostics.hasErrors else {
    return PrintReport(tree: tree, diagnostics: diagnostics, printed: nil)
  }
  let ledger = printing.context.content.ledger
  let year = try ledger.yearReference(order.year)
  let document = try printing.html(try plan(printing.context, year), project: order.project)
  let page = document.file
  let path =
    order.output ?? (engine == nil ? page.path : (page.path.dropping(suffix: ".html") ?? page.path[...]) + ".pdf")
  try Whereabouts(project: order.project).refuseFile(path)
  let day = min(ledger.asOf, ledger.years[year].period.last)
  let boxes = try boxes(in: document.texts, engine == nil ? .warn : policy)
  let made = boxes?.isEmpty == true ? engine : engine?.withoutPromise
  let bytes = try made.map { try $0.pdf(of: page.bytes, day: day, progress: order.progress) } ?? page.bytes
  try replaceFile(path, with: bytes)
  let printed = Printed(path: path, size: bytes.count, engine: made)
  return PrintReport(
    tree: tree, diagnostics: diagnostics, printed: printed, boxes: boxes ?? [],
    isUnlooked: engine != nil && boxes == nil)
}

/// - Returns: `nil` where the fonts can't be asked.
/// - Throws: `EnvironmentFailure` that names all, where they are refused.
func boxes(in texts: [String], _ policy: BoxPolicy) throws -> [String]? {
  guard policy == .refuse else { return (try? Glyphs.ofThisMachine())?.boxes(in: texts) }
  let lines = try Glyphs.ofThisMachine().boxes(in: texts)
  guard lines.isEmpty else { throw EnvironmentFailure(.boxes(lines)) }
  return []
}

extension PrintContext {
  /// A document as one file of HTML that needs no other.
  /// - Throws: `EnvironmentFailure` for a picture that can't be read.
  func html(_ plan: PrintPlan, project: String) throws -> RenderedDocument {
    let content = context.content
    let tree = content.tree
    var pictures = publishedPictures(context)
    if let stamp = tree.stampPicture?.path { pictures[stamp] = (stamp, .full) }
    return try renderer.render(plan) { [pictures, content] path in
      if let index = tree.index(of: "templates/" + path) { return content.withTheme(tree.files[Int(index)]) }
      if let picture = pictures[path] {
        return try readPublished(picture.source, as: picture.form, in: project)
      }
      throw EnvironmentFailure(.noPrintFile(path))
    }
  }
}
