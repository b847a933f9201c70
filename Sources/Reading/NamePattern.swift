import Diagnostics
import Parsing
import Texts

/// A pattern of names that a project passes over (`ignore` in `site.yaml`): `*` stands for any letters, `?` for one, and
/// letter case counts for nothing.
package struct NamePattern: Sendable {
  private let scalars: [Unicode.Scalar]

  /// Letters of a pattern at most; a name has no more.
  static let longest = 100

  /// `nil` for a pattern that can't be meant: of nothing, of wildcards alone, or of a path.
  init?(_ text: String) {
    scalars = Array(text.lowercased().unicodeScalars)
    let isName = scalars.allSatisfy { $0 != "/" && $0 != "\\" && $0.value >= 0x20 && $0.value != 0x7F }
    guard isName, scalars.count <= Self.longest, scalars.contains(where: { $0 != "*" && $0 != "?" && $0 != "." }) else {
      return nil
    }
  }

  package func matches(_ name: String) -> Bool {
    let name = Array(name.lowercased().unicodeScalars)
    var (at, next) = (0, 0)
    // Where the last star stands, and how much of the name it has taken so far.
    var star: (pattern: Int, name: Int)?
    while at < name.count {
      if next < scalars.count, scalars[next] == "*" {
        star = (next, at)
        next += 1
      } else if next < scalars.count, scalars[next] == "?" || scalars[next] == name[at] {
        (at, next) = (at + 1, next + 1)
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        (at, next) = (last.name + 1, last.pattern + 1)
      } else {
        return false
      }
    }
    return scalars[next...].allSatisfy { $0 == "*" }
  }

  /// Whether it covers what the format knows by a fixed name, or every file of a kind: what was meant as content would be
  /// missing without a word.
  var coversContent: Bool {
    let parts = Set(FileKind.all.flatMap(\.parts).map(String.init))
    let fixed = parts.filter { !$0.utf8.contains(UInt8(ascii: "*")) } + ["print", "templates", "layout.mustache"]
    let kinds = ["csv", "yaml", "md", "mustache", "svg", "png", "jpg", "jpeg", "webp", "gif", "pdf"]
    return fixed.contains(where: matches) || (1990...2099).contains { matches("\($0)") }
      || kinds.contains { kind in ["qxj8", "z-0w", "\u{4E57}\u{4E42}"].allSatisfy { matches("\($0).\(kind)") } }
  }
}

/// The patterns that a project's `site.yaml` gives, as far as they can be used; what is wrong with them is reported when the
/// file is read with all the others.
package func ignoredNames(site bytes: [UInt8]) -> [NamePattern] {
  let path = "content/site.yaml"
  let findings = MistakeCollector(tree: SourceTree(files: [SourceFile(path: path, bytes: bytes)]))
  guard let table = InputFile(index: 0, path: path, bytes: bytes, captures: []).yaml(findings), table.has("ignore")
  else {
    return []
  }
  return table.values(ifAny: "ignore").compactMap { NamePattern($0.text()) }.filter { !$0.coversContent }
}

/// Tells of the patterns that can't be used.
func checkIgnored(_ table: YAMLTable) {
  for value in table.values(ifAny: "ignore") where value.isScalar {
    let text = value.text()
    guard let pattern = NamePattern(text) else {
      table.findings.report(.unusablePattern(text, coversContent: false, at: value.place))
      continue
    }
    if pattern.coversContent { table.findings.report(.unusablePattern(text, coversContent: true, at: value.place)) }
  }
}

extension Diagnostic {
  fileprivate static func unusablePattern(_ text: String, coversContent: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      .unusablePattern, at: place,
      message: coversContent
        ? Bilingual(zh: "“\(text)”会把内容也跳过", en: "“\(text)” would pass over content too")
        : Bilingual(zh: "“\(text)”不是文件名的写法", en: "“\(text)” is no pattern of a file's name"),
      remedy: Bilingual(
        zh: "写只合这些文件的名字，如 \"*.xlsx\"、\"备份-*\"；* 代表任意几个字，? 代表一个字，不写路径",
        en:
          "Write names that only such files have, as \"*.xlsx\" or \"backup-*\"; * stands for any letters, ? for one; no path"
      ))
  }
}
