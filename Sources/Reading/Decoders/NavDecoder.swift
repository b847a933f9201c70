import Diagnostics
import Parsing
import Texts

/// An entry of `nav` as written, until the pages are read that it may name.
struct NavDraft {
  let name: String
  let title: String?
  let place: Place
}

/// `nav` of site.yaml: a list of names, or of tables with a name and what to show; `nil` where there is none.
func navDrafts(_ table: YAMLTable) -> [NavDraft]? {
  guard let value = table.value(ifAny: "nav") else { return nil }
  return value.list().compactMap { entry in
    guard entry.isTable, let details = entry.table() else {
      let name = entry.text()
      return name.isEmpty ? nil : NavDraft(name: name, title: nil, place: entry.place)
    }
    defer { details.close() }
    let (name, title) = (details.text("page"), details.text(ifAny: "title"))
    return name.isEmpty
      ? nil : NavDraft(name: name, title: title.isEmpty ? nil : title, place: details.place(of: "page"))
  }
}

/// The navigation with its pages found. A page that is held back is left out: the warning of what is held names it.
func navigation(_ entries: [NavDraft], _ draft: Draft) -> [NavEntry] {
  var found: [NavEntry] = []
  var first: [NavTarget: Place] = [:]
  for entry in entries {
    guard let target = target(of: entry.name, draft) else {
      if !draft.isHeldOrUnread(entry.name) { draft.findings.report(.unknownNavPage(entry, draft.ownPages)) }
      continue
    }
    if let place = first.updateValue(entry.place, forKey: target) {
      draft.findings.report(.doubledNavPage(entry, first: draft.findings.citation(place)))
    } else {
      found.append(NavEntry(target: target, title: entry.title))
    }
  }
  return found
}

/// A site without tags has no page of them, and one without reports none of those.
private func target(of name: String, _ draft: Draft) -> NavTarget? {
  let page = BuiltInPage(written: name).flatMap { page -> BuiltInPage? in
    page == .tags && !draft.hasTags || page == .reports && draft.reports.isEmpty ? nil : page
  }
  return page.map(NavTarget.builtIn) ?? draft.ownPages.index(named: name).map(NavTarget.own)
}

extension Draft {
  /// Whether a page of that name stands in the content, though it isn't published or couldn't be read.
  fileprivate func isHeldOrUnread(_ name: String) -> Bool {
    let path = OwnPage.root + withoutEnding(name)
    return [path + ".md", path + "/index.md"].contains { tree.index(of: $0) != nil || tree.isRefused($0) }
  }
}

extension Diagnostic {
  fileprivate static func unknownNavPage(_ entry: NavDraft, _ pages: OwnPages) -> Diagnostic {
    let near = nearest(
      to: entry.name, in: BuiltInPage.allCases.flatMap { [$0.name, $0.rawValue] } + pages.pages.map(\.name))
    return Diagnostic(
      .unknownChoice, at: entry.place,
      message: Bilingual(
        zh: "导航里的“\(entry.name)”既不是本站固有的页面，也不是 content/pages/ 里的页面",
        en: "“\(entry.name)” in nav is neither a page of every site nor one in content/pages/"),
      remedy: near.map { Bilingual(zh: "是不是“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? Bilingual(
          zh: "写 \(BuiltInPage.allCases.map(\.name).joined(separator: "、"))，或 content/pages/ 里的路径，如 办事指南",
          en:
            "Write \(BuiltInPage.allCases.map(\.rawValue).joined(separator: ", ")), or a path below content/pages/ such as 办事指南"
        ))
  }

  fileprivate static func doubledNavPage(_ entry: NavDraft, first: String) -> Diagnostic {
    Diagnostic(
      .duplicateKey, at: entry.place,
      message: Bilingual(
        zh: "导航里“\(entry.name)”已经写在 \(first)", en: "“\(entry.name)” stands in nav already, at \(first)"),
      remedy: Bilingual(zh: "删去其中一项", en: "Remove one of the two"))
  }
}
