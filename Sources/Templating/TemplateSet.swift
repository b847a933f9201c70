import Diagnostics
import Texts

/// All templates of a project by name: `templates/parts/nav.mustache` is `parts/nav`. Archetypes, which new files of the
/// content are made from, keep the end of their names: `archetypes/story.md`.
///
/// The language is that of the public Mustache specification with inheritance, without lambdas and dynamic names. What
/// is accepted prints as the specification says; what it would drop without a word is refused.
package struct TemplateSet: Sendable {
  package static let folder = "templates/"
  package static let suffix = ".mustache"
  package static let archetypes = "templates/archetypes/"

  private let templates: [String: ParsedTemplate]
  private let tree: SourceTree

  /// Every name that can be compiled, sorted.
  package let names: [String]

  /// Reads every `.mustache` file under `templates/`; mistakes in one are reported when it is compiled or included.
  package init(tree: SourceTree) {
    var templates: [String: ParsedTemplate] = [:]
    for (index, file) in tree.files.enumerated() {
      let isTemplate = file.path.begins(with: Self.folder) && file.path.ends(with: Self.suffix)
      guard isTemplate || file.path.begins(with: Self.archetypes) else { continue }
      templates[Self.name(of: file.path)] = TemplateParser.parse(TemplateSource(file.bytes, file: Int32(index)))
    }
    self.templates = templates
    self.tree = tree
    names = templates.keys.sorted()
  }

  /// What tags and page kinds call a file of `templates/`.
  package static func name(of path: String) -> String {
    let name = path.dropping(prefix: folder) ?? path[...]
    return String(name.dropping(suffix: suffix) ?? name)
  }

  /// Some templates, and all that they include, directly or by others.
  package func reached(from roots: [String]) -> Set<String> {
    var reached: Set<String> = []
    var open = roots
    while let name = open.popLast() {
      guard let template = templates[name], reached.insert(name).inserted else { continue }
      open += template.parts.flatMap(\.included)
    }
    return reached
  }

  /// The template for pages of one kind, or `nil` with every mistake in it and in what it includes. A kind without its
  /// template traps: the program carries one of each.
  package func compile(_ name: String, for schema: Schema, as form: TemplateForm = .written) -> (
    Template?, [Diagnostic]
  ) {
    precondition(templates[name] != nil, "no template \(name)")
    let isRefused = { tree.isRefused(Self.folder + $0 + Self.suffix) }
    var compiler = Compiler(templates: templates, names: names, isRefused: isRefused, schema: schema)
    compiler.template(name)
    let contexts = compiler.reachedContexts()
    let unsafe = compiler.unsafePrints(contexts.before, late: contexts.late)
    let diagnostics = (compiler.diagnostics + unsafe).inReadingOrder()
    guard diagnostics.isEmpty else { return (nil, diagnostics) }
    let finished = compiler.finished
    guard form != .written else { return (finished, []) }
    var composition = PageComposition(finished, contexts.before, compiler.printedKinds, for: form)
    return (composition.composed(), [])
  }
}

/// What a template makes.
package enum TemplateForm: Sendable {
  /// What it says and no more.
  case written
  /// HTML of the site, which is typeset and loses what a browser doesn't need: white space that nobody sees, optional end
  /// tags, what the address of a link shares with the page's own.
  case page
  /// HTML for paper, which is typeset, since engines leave more to the pass, and loses white space alone: the program
  /// reads it once more.
  case paper
}
