import Diagnostics

/// All templates of a project by name: `templates/parts/nav.mustache` is `parts/nav`.
///
/// The language is that of the public Mustache specification with inheritance, without lambdas and dynamic names. What
/// is accepted prints as the specification says; what it would drop without a word is refused.
package struct TemplateSet: Sendable {
  private static let folder = "templates/"
  private static let suffix = ".mustache"

  private let templates: [String: ParsedTemplate]
  private let tree: SourceTree

  /// Every name that can be compiled, sorted.
  package let names: [String]

  /// Reads every `.mustache` file under `templates/`; mistakes in one are reported when it is compiled or included.
  package init(tree: SourceTree) {
    var templates: [String: ParsedTemplate] = [:]
    for (index, file) in tree.files.enumerated() {
      guard file.path.hasPrefix(Self.folder), file.path.hasSuffix(Self.suffix) else { continue }
      let name = String(file.path.dropFirst(Self.folder.count).dropLast(Self.suffix.count))
      templates[name] = TemplateParser.parse(TemplateSource(file.bytes, file: Int32(index)))
    }
    self.templates = templates
    self.tree = tree
    names = templates.keys.sorted()
  }

  /// The template for pages of one kind, or `nil` with every mistake in it and in what it includes.
  package func compile(_ name: String, for schema: Schema) -> (Template?, [Diagnostic]) {
    guard templates[name] != nil else {
      let path = Self.folder + name + Self.suffix
      return (nil, [.templateMissing(name, path: path, nearest: nearest(to: name, in: names))])
    }
    let isRefused = { tree.isRefused(Self.folder + $0 + Self.suffix) }
    var compiler = Compiler(templates: templates, names: names, isRefused: isRefused, schema: schema)
    compiler.template(name)
    let diagnostics = (compiler.diagnostics + compiler.unsafePrints()).inReadingOrder()
    return (diagnostics.isEmpty ? compiler.finished : nil, diagnostics)
  }
}
