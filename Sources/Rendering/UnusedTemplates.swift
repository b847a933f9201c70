import Composing
import Diagnostics
import Pages
import Paper
import Reports
import Templating
import Texts

/// Files of the project in `templates/` that change nothing: at no built-in file's path, in no template's tags, on no
/// page. Most often the name of an override is misspelt.
func unusedFiles(_ tree: SourceTree, _ templates: TemplateSet) -> [Diagnostic] {
  let reached = templates.reached(
    from: catalog.map { $0.template } + printCatalog.map { $0.template } + [CheckReport.template])
  let files = tree.files.filter { $0.path.begins(with: TemplateSet.folder) }
  let carried = files.filter { $0.origin != .project }.map(\.path)
  let names = carried.map(TemplateSet.name)
  let own =
    files.filter { $0.origin == .project }.map(\.path)
    + tree.assets.map(\.path).filter { $0.begins(with: TemplateSet.folder) && tree.index(of: $0) == nil }
  return own.compactMap { path in
    let name = TemplateSet.name(of: path)
    let isUsed =
      path.ends(with: TemplateSet.suffix)
      ? reached.contains(name)
      : publishedPath(ofTemplateFile: path) == nil && path != printStylesheet
        ? Archetypes.isFilled(name) : path.ends(with: ".txt") || files.mention(path)
    let near = nearest(to: name, in: names).flatMap(names.firstIndex)
    return isUsed ? nil : .unusedTemplate(path, nearest: near.map { carried[$0] })
  }
}

extension [SourceFile] {
  /// Whether another file speaks of this one by its own name: a page's link, a stylesheet's picture.
  fileprivate func mention(_ path: String) -> Bool {
    let name = path.parts(at: "/").last ?? ""
    return contains { $0.path != path && String(decoding: $0.bytes, as: UTF8.self).contains(name) }
  }
}

extension Diagnostic {
  static func unusedTemplate(_ path: String, nearest: String?) -> Diagnostic {
    Diagnostic(
      .unusedTemplate, .warning, at: nil, path: path,
      message: Bilingual(
        zh: "\(path) 没有代替任何内置文件，也没有哪个模板用到它",
        en: "\(path) stands in place of no built-in file, and no template uses it"),
      remedy: Bilingual(
        zh: nearest.map { "是否要写“\($0)”？" } ?? "在模板里用到它，或把它移走；可代替的文件见 docs/templates.md",
        en: nearest.map { "did you mean '\($0)'?" }
          ?? "use it in a template or move it away; docs/templates.md lists what can be replaced"))
  }
}
