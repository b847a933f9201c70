import Composing
import Diagnostics
import Templating

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

/// The templates of a project, compiled against the specimen of every kind of page.
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
      let (template, mistakes) = sources.compile(kind.template, for: Schema(specimen: kind.specimen))
      templates[kind.template] = template
      diagnostics += mistakes
    }
    diagnostics += Archetypes(sources).mistakes()
    diagnostics = diagnostics.oncePerPlace() + unusedFiles(tree, sources)
    return (diagnostics.hasErrors ? nil : Renderer(templates: templates), diagnostics)
  }

  package func render(_ page: PagePlan) -> RenderedFile {
    guard let template = templates[page.template] else { preconditionFailure("no template \(page.template)") }
    var bytes: [UInt8] = []
    template.render(page.make(), into: &bytes)
    return RenderedFile(path: page.path, bytes: bytes)
  }
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
