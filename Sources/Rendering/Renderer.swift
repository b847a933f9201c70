import Addressing
import Composing
import Diagnostics
import Grouping
import Pages
import Paper
import Reports
import Templating
import Texts

/// A page or file of the site, finished.
package struct RenderedFile: Sendable {
  /// From the site's root.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A document for paper, finished.
package struct RenderedDocument: Sendable {
  package let file: RenderedFile
  /// What it prints, in its matter and in its margins: what fonts must have.
  package let texts: [String]
}

/// The templates of a project, compiled against the specimen of every kind of page and of print.
package struct Renderer: Sendable {
  private let templates: [String: Template]

  private init(templates: [String: Template]) { self.templates = templates }

  /// Compiles the template of every kind of page there is, also of kinds the site has no page of, and every archetype: a
  /// mistake in a template is a mistake before anybody needs the page.
  package static func prepare(_ tree: SourceTree) -> (Renderer?, [Diagnostic]) {
    let sources = TemplateSet(tree: tree)
    var templates: [String: Template] = [:]
    var diagnostics: [Diagnostic] = []
    for kind in catalog {
      let (template, mistakes) = sources.compile(kind.template, for: Schema(specimen: kind.specimen), as: .page)
      templates[kind.template] = template
      diagnostics += mistakes
    }
    for kind in printCatalog {
      let (template, mistakes) = sources.compile(kind.template, for: Schema(specimen: kind.specimen), as: .paper)
      templates[kind.template] = template
      diagnostics += mistakes
    }
    let (report, reportMistakes) = sources.compile(
      CheckReport.template, for: Schema(specimen: CheckReport.specimen), as: .page)
    templates[CheckReport.template] = report
    diagnostics += reportMistakes
    diagnostics += Archetypes(sources).mistakes()
    diagnostics = diagnostics.oncePerPlace() + unusedFiles(tree, sources)
    return (diagnostics.hasErrors ? nil : Renderer(templates: templates), diagnostics)
  }

  /// The same of a group's site, whose templates stand in `templates/group/`.
  /// - Parameter isOwn: whether the folder is the group's alone, so that what none of its pages uses is told.
  package static func prepareGroup(_ tree: SourceTree, isOwn: Bool) -> (Renderer?, [Diagnostic]) {
    let sources = TemplateSet(tree: tree)
    var templates: [String: Template] = [:]
    var diagnostics: [Diagnostic] = []
    for kind in groupCatalog {
      let (template, mistakes) = sources.compile(kind.template, for: Schema(specimen: kind.specimen), as: .page)
      templates[kind.template] = template
      diagnostics += mistakes
    }
    diagnostics = diagnostics.oncePerPlace() + (isOwn ? unusedGroupFiles(tree, sources) : [])
    return (diagnostics.hasErrors ? nil : Renderer(templates: templates), diagnostics)
  }

  package func render(_ page: PagePlan) -> RenderedFile { render(page, page.make()) }

  /// A page, or a file beside it: what they have in common is worked out once, each is rendered when it is asked for.
  /// - Returns: each by its place: the page first, then its files.
  package func open(_ page: PagePlan) -> (Int) -> RenderedFile {
    let forms = page.gather()
    return { place in
      guard place > 0 else { return render(page, forms.page()) }
      return RenderedFile(path: page.files[place - 1], bytes: forms.files[place - 1]())
    }
  }

  private func render(_ page: PagePlan, _ value: any Fillable) -> RenderedFile {
    RenderedFile(path: page.path, bytes: filled(page.template, value, at: SitePath(page.path).address))
  }

  /// A document for paper, in one file, as a browser opens it and an engine for PDF takes it.
  /// - Parameter file: a file of the site by its path from the root; `print.css` is one of them here.
  package func render(_ plan: PrintPlan, file: (String) throws -> [UInt8]?) rethrows -> RenderedDocument {
    let document = plan.make()
    var bytes = try selfContained(filled(plan.template, document), at: "", file: file)
    let margins = document.margins
    if let end = bytes.firstStretch(of: "</head>".utf8) {
      bytes.insert(contentsOf: withoutSteering(Array(marginRules(margins).utf8)), at: end.lowerBound)
    }
    return RenderedDocument(
      file: RenderedFile(path: plan.name + ".html", bytes: bytes), texts: printedTexts(bytes) + margins.texts)
  }

  private func filled(_ name: String, _ value: any Fillable, at address: String? = nil) -> [UInt8] {
    guard let template = templates[name] else { preconditionFailure("no template \(name)") }
    var bytes: [UInt8] = []
    template.render(value, into: &bytes, at: address)
    // Here, where every page passes: what steers may come in a text, in markup or in a template.
    return withoutSteering(bytes)
  }
}

/// The page for the clerk. It is there when nothing else is: where the project's own template of it can't be used, the
/// program's stands in.
/// - Parameter builtIn: the program's templates.
package func rendered(_ report: CheckReport, _ tree: SourceTree, builtIn: SourceTree) -> [UInt8] {
  let schema = Schema(specimen: CheckReport.specimen)
  let own = TemplateSet(tree: tree).compile(CheckReport.template, for: schema, as: .page)
  let usable = own.1.hasErrors ? nil : own.0
  guard let template = usable ?? TemplateSet(tree: builtIn).compile(CheckReport.template, for: schema, as: .page).0
  else {
    preconditionFailure("the program's own template of the report")
  }
  var bytes: [UInt8] = []
  template.render(report, into: &bytes)
  return withoutSteering(bytes)
}

private struct Finding: Hashable {
  let code: DiagnosticCode
  let place: Place?
  let message: Bilingual
}

extension [Diagnostic] {
  /// What several kinds of page include is wrong once, though each kind knows other names to suggest.
  fileprivate func oncePerPlace() -> [Diagnostic] {
    var seen: Set<Finding> = []
    return filter { seen.insert(Finding(code: $0.code, place: $0.place, message: $0.message)).inserted }
  }
}
