import Addressing
import Parsing
import Texts
import Theming

/// The folder of the pictures that a theme names.
let themeFolder = "content/theme/"

extension YAMLTable {
  /// `theme:` of content/site.yaml, held against what can be read in both schemes.
  func theme(_ tree: SourceTree) -> Theme? {
    guard let table = table(ifAny: "theme") else { return nil }
    let theme = Theme(
      light: Theme.Choice(accent: table.colour("accent"), paper: table.colour("paper")),
      dark: Theme.Choice(accent: table.colour("accent_dark"), paper: table.colour("paper_dark")),
      heads: table.choice(ifAny: "heads", [Choice("宋体", "serif", Theme.Heads.serif), Choice("黑体", "sans", .sans)])
        ?? .serif,
      hasFonts: table.choice(ifAny: "fonts", [Choice("自带", "own", true), Choice("本机", "local", false)]) ?? true,
      logo: table.picture("logo", tree), darkLogo: table.picture("logo_dark", tree),
      favicon: table.picture("favicon", tree))
    if theme.logo == nil, table.has("logo_dark") {
      findings.report(.missingKey("logo", isEmpty: false, at: table.place))
    }
    for low in lowContrasts(of: theme) {
      findings.report(.lowContrast(low, key: low.key(table), at: table.place(of: low.key(table))))
    }
    table.close()
    return theme
  }

  /// A key that stands there without a value most likely has its `#` read as a comment.
  private func colour(_ key: String) -> Colour? {
    let isWritten = keys.contains { $0.value == key }
    guard let value = value(ifAny: key) else {
      if isWritten { findings.report(.malformedColour("", at: place(of: key))) }
      return nil
    }
    guard let text = value.word() else { return nil }
    if let colour = Colour(text) { return colour }
    findings.report(.malformedColour(shortened(text), at: value.place))
    return nil
  }

  private func picture(_ key: String, _ tree: SourceTree) -> String? {
    guard let value = value(ifAny: key) else { return nil }
    let name = value.text()
    if name.isEmpty { return nil }
    do {
      let path = try tree.fileNamed(name, from: SitePath("content/site.yaml")) { tree.asset(at: $0) != nil }
      let found = tree.asset(at: path)?.path
      if let found, found.begins(with: themeFolder), !LinkTargets.isDocument(found) { return found }
      if !tree.refused.contains(path) { findings.report(.missingThemePicture(name, at: value.place)) }
    } catch {
      findings.report(.unsafePath(name, error, at: value.place))
    }
    return nil
  }
}

extension LowContrast {
  /// The key that is at fault: the scheme's own where it has one, else the one it follows from.
  fileprivate func key(_ table: YAMLTable) -> String {
    let key = setting == .accent ? "accent" : "paper"
    return scheme == .dark && table.has(key + "_dark") ? key + "_dark" : key
  }
}

extension Draft {
  /// Pictures in the theme's folder that no theme names, which then aren't published; reported.
  func unusedThemePictures() -> Set<String> {
    guard let site else { return [] }
    let used = site.theme?.pictures ?? []
    let unused = tree.assets.map(\.path).filter { $0.begins(with: themeFolder) && !used.contains($0) }
    for path in unused { findings.report(.unusedThemePicture(path)) }
    return Set(unused)
  }
}
