import Reading
import Texts
import Theming

extension Content {
  /// A file of `templates/` as it stands in the site or in a print: behind the stylesheet of the pages come the rules of the
  /// theme and what the project's own stylesheet says, behind that of prints the accent alone.
  package func withTheme(_ file: SourceFile) -> [UInt8] {
    switch file.path {
    case "templates/style.css": file.bytes + Array((site.theme?.pageRules ?? "").utf8) + ownStylesheet
    case printStylesheet: file.bytes + Array((site.theme?.printRules ?? "").utf8)
    default: file.bytes
    }
  }

  /// Whether figures and Latin letters travel with the site.
  package var hasFonts: Bool { site.theme?.hasFonts ?? true }

  private var ownStylesheet: [UInt8] { tree.index(of: themeSheet).map { tree.files[Int($0)].bytes } ?? [] }
}
