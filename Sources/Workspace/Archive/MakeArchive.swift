import Archiving
import Composing
import Diagnostics
import Disk
import Engines
import Loading
import Pages
import Paper
import Reading
import Rendering
import Scoring
import Texts

/// disk → … → a bag, its zip and its form, the three whole or not at all. The same content gives the same bytes: no clock,
/// no name of a machine; what made the PDF is said in the bag.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func makeArchive(_ order: ArchiveOrder, counter: WorkCounter = WorkCounter()) throws -> ArchiveReport {
  let (tree, loading) = try loadSource(project: order.project, pool: Threads())
  let (printing, found) = preparePrinting(tree, on: order.day, audience: .office, asks: true)
  let diagnostics = settle(loading + found, in: tree, on: order.day).open
  guard let printing, !diagnostics.hasErrors else {
    return ArchiveReport(tree: tree, diagnostics: diagnostics, archived: nil)
  }
  let plan = try order.plan(printing.context)
  let place = try ArchivePlace(folder: order.output, name: plan.name, project: order.project)
  let pages = try printing.pages(plan, order.project)
  let (engine, boxes) = order.leavesOutPDF ? (nil, []) : try archivalEngine(for: pages)
  let head = printing.head(plan, engine, isOfDay: order.day != nil)
  let kept = try KeptProject(tree, project: order.project, on: order.day)
  let bag = archiveBag(
    head, items: try printing.items(plan, pages, engine, head, counter),
    others: try kept.files(order.project, pictures: order.keepsOriginals ? .original : .full)
      + plan.tables.map { BagFile(path: "data/tables/\($0.path)", bytes: $0.make()) },
    withheld: kept.instead)
  let form = try printing.handover(plan, bag, order.project, engine, head.day)
  try place.write(bag, form: form, day: head.day)
  let record = ArchiveRecord(
    id: plan.name, title: plan.title, on: head.day, fingerprint: bag.fingerprint, files: bag.files.count)
  // Last: killed before this line, the archive stands, and the next run finds it the same and enters it.
  if order.records { try enter(record, into: tree, project: order.project) }
  let archived = Archived(
    folder: place.bag, zip: place.zip, items: plan.items.count, files: bag.files.count, size: bag.payloadSize,
    fingerprint: bag.fingerprint, form: place.form(form), pdf: engine.map { $0.standard ?? "PDF" },
    boxes: boxes, withheld: kept.instead.map(\.workbook), record: record, isRecorded: order.records)
  return ArchiveReport(tree: tree, diagnostics: diagnostics, archived: archived)
}

/// WeasyPrint, whose PDF is PDF/A; `nil` without it, since no other promises to be readable in thirty years.
///
/// It promises nothing where a page has a character that no font has, or nobody can tell.
/// - Returns: also the lines that name such characters.
private func archivalEngine(for pages: [[UInt8]]) throws -> (PDFEngine?, boxes: [String]) {
  guard let engine = try PDFEngine.search().engine, engine.kind == .weasyPrint else { return (nil, []) }
  guard let glyphs = try? Glyphs.ofThisMachine() else {
    let unknown = EnvironmentFailure(.noFontList).message
    return (engine.withoutPromise, ["  \(unknown.zh)", "  \(unknown.en)"])
  }
  var seen: Set<String> = []
  let boxes = Threads().map(pages.count) { glyphs.boxes(in: printedTexts(pages[$0])) }.joined().filter {
    seen.insert($0).inserted
  }
  return (boxes.isEmpty ? engine : engine.withoutPromise, boxes)
}

extension PrintContext {
  fileprivate func head(_ plan: ArchivePlan, _ engine: PDFEngine?, isOfDay: Bool) -> ArchiveHead {
    let content = context.content
    return ArchiveHead(
      name: plan.name, title: plan.title, creator: content.organisation.committee,
      company: content.organisation.company, year: content.ledger.years[plan.year].year, day: content.ledger.asOf,
      state: plan.state, notice: content.site.notice,
      software: "dualpoints \(programVersion)" + (engine.map { ", \($0.version)" } ?? ""),
      pdf: engine.map { $0.standard ?? "PDF" }, isOfDay: isOfDay)
  }

  /// The items as single files of HTML.
  fileprivate func pages(_ plan: ArchivePlan, _ project: String) throws -> [[UInt8]] {
    let siteFile = siteFiles(project)
    let results = Threads().map(plan.items.count) { index in
      Result {
        let page = renderer.render(plan.items[index].page)
        // Fifty kilobytes in each of ten thousand pages: an archive's figures are the reader's own.
        return try selfContained(page.bytes, at: page.path) { $0 == "fonts.css" ? nil : try siteFile($0) }
      }
    }
    return try results.map { try $0.get() }
  }

  /// The items, each as one file of HTML and, with an engine, as PDF; several at once.
  fileprivate func items(
    _ plan: ArchivePlan, _ pages: [[UInt8]], _ engine: PDFEngine?, _ head: ArchiveHead, _ counter: WorkCounter
  ) throws -> [ArchivedItem] {
    counter.expect(plan.items.count)
    let results = Threads().map(plan.items.count) { index in
      Result {
        defer { counter.add(1) }
        let item = plan.items[index]
        var files = [BagFile(path: "data/pages/\(item.id).html", bytes: pages[index])]
        if let engine {
          let pdf = try engine.pdf(of: inBlocks(pages[index]), day: head.day)
          files.append(BagFile(path: "data/pages/\(item.id).pdf", bytes: pdf))
        }
        return ArchivedItem(
          id: item.id, title: item.title, genre: item.genre, creator: item.author ?? head.creator, day: item.day,
          summary: item.summary, people: item.people, files: files)
      }
    }
    return try results.map { try $0.get() }
  }

  /// The sheet to sign: PDF with an engine, else a page that a browser prints.
  fileprivate func handover(
    _ plan: ArchivePlan, _ bag: Bag, _ project: String, _ engine: PDFEngine?, _ day: Day
  ) throws -> RenderedFile {
    let sheet = try html(
      .handover(
        context, of: plan.name, title: plan.title, year: plan.year, items: plan.items.count, files: bag.files.count,
        bytes: bag.payloadSize, fingerprint: bag.fingerprint,
        pdf: engine.map { $0.standard ?? "PDF" }), project: project
    ).file
    guard let engine else { return sheet }
    return RenderedFile(
      path: (sheet.path.dropping(suffix: ".html") ?? sheet.path[...]) + ".pdf",
      bytes: try engine.pdf(of: sheet.bytes, day: day))
  }

  /// Stylesheets and pictures by their published path; `nil` for what the site doesn't have, whose reference goes.
  private func siteFiles(_ project: String) -> @Sendable (String) throws -> [UInt8]? {
    let tree = context.content.tree
    let pictures = publishedPictures(context)
    return { path in
      if let index = tree.index(of: "templates/" + path) { return tree.files[Int(index)].bytes }
      return try pictures[path].map { try readPublished($0.source, as: $0.form, in: project) }
    }
  }
}

/// By their published path, with the form each is.
func publishedPictures(_ context: SiteContext) -> [String: (source: String, form: PictureForm)] {
  let files = context.assets().flatMap { asset in
    asset.files.map { ($0.path, (source: asset.source, form: PictureForm(width: $0.width))) }
  }
  return Dictionary(files) { first, _ in first }
}

/// A page for WeasyPrint, which begins a new sheet before a grid whose picture doesn't fit: what stood side by side
/// stands one below the other.
private func inBlocks(_ html: [UInt8]) -> [UInt8] {
  let rules = """
    <style>
    @media print { .cols, .story-cols, .halves { display: block; } :is(.cols, .story-cols, .halves) > * { margin-bottom: 14px; } }
    </style>
    """
  var html = html
  if let end = html.firstStretch(of: "</head>".utf8) { html.insert(contentsOf: rules.utf8, at: end.lowerBound) }
  return html
}
