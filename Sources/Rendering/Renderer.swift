import Composing
import Diagnostics
import Templating

/// A page or file of the site, finished.
package struct RenderedFile: Sendable {
  /// From the site's root.
  package let path: String
  package let bytes: [UInt8]
}

/// The templates of a project, compiled against the specimen of every kind of page.
package struct Renderer: Sendable {
  private let templates: [String: Template]

  private init(templates: [String: Template]) { self.templates = templates }

  /// Compiles the template of every kind of page there is, also of kinds the site has no page of: a mistake in a
  /// template is a mistake before anybody needs the page.
  package static func prepare(_ tree: SourceTree) -> (Renderer?, [Diagnostic]) {
    let sources = TemplateSet(tree: tree)
    var templates: [String: Template] = [:]
    var diagnostics: [Diagnostic] = []
    for kind in catalog {
      let (template, mistakes) = sources.compile(kind.template, for: Schema(specimen: kind.specimen))
      templates[kind.template] = template
      diagnostics += mistakes
    }
    return (diagnostics.hasErrors ? nil : Renderer(templates: templates), diagnostics)
  }

  package func render(_ page: PagePlan) -> RenderedFile {
    guard let template = templates[page.template] else { preconditionFailure("no template \(page.template)") }
    var bytes: [UInt8] = []
    template.render(page.make(), into: &bytes)
    return RenderedFile(path: page.path, bytes: bytes)
  }
}
