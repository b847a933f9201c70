import Composing
import Diagnostics
import Grouping
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
  return own.compactMap { path -> Diagnostic? in
    let name = TemplateSet.name(of: path)
    let isUsed =
      path.ends(with: TemplateSet.suffix)
      ? reached.contains(name)
      : publishedPath(ofTemplateFile: path) == nil && path != printStylesheet
        ? Archetypes.isFilled(name) : path.ends(with: ".txt") || files.mention(path)
    let near = nearest(to: name, in: names).flatMap(names.firstIndex)
    return isUsed ? nil : .unusedTemplate(path, nearest: near.map { carried[$0] })
  } + overrides(in: files, used: { reached.contains($0) || Archetypes.isFilled($0) })
}

/// The same in the folder of a group: its pages use the templates in `group/` and what those include.
func unusedGroupFiles(_ tree: SourceTree, _ templates: TemplateSet) -> [Diagnostic] {
  let reached = templates.reached(from: groupCatalog.map { $0.template })
  let files = tree.files.filter { $0.path.begins(with: TemplateSet.folder) }
  return files.filter { $0.origin == .project && $0.path.ends(with: TemplateSet.suffix) }.compactMap {
    reached.contains(TemplateSet.name(of: $0.path)) ? nil : .unusedTemplate($0.path, nearest: nil)
  } + overrides(in: files, used: { reached.contains($0) })
}

/// Files in place of a template that other sites have pages for.
private func overrides(in files: [SourceFile], used isUsed: (String) -> Bool) -> [Diagnostic] {
  files.filter { $0.origin == .override && $0.path.ends(with: TemplateSet.suffix) }.compactMap {
    isUsed(TemplateSet.name(of: $0.path)) ? nil : .idleOverride($0.path)
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
  fileprivate static func idleOverride(_ path: String) -> Diagnostic {
    Diagnostic(
      .unusedTemplate, .warning, at: nil, path: path,
      message: Bilingual(
        zh: "\(path) 代替的内置模板，这个网站没有哪一页用到",
        en: "\(path) stands in place of a built-in template that no page of this site uses"),
      remedy: Bilingual(
        zh: "templates/group/ 里的只用于 dualpoints group 生成的集团网站，别的只用于公司的网站；移到用它的那个文件夹",
        en:
          "templates/group/ is for the site that dualpoints group makes, all else for a company's own; move it to the folder that uses it"
      ))
  }

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
