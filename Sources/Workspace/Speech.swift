import Diagnostics

/// The language the program speaks: the locale's; without one, the site's; without a site, English.
///
/// - Parameter environment: `LC_ALL`, `LC_MESSAGES`, `LANG` count in this order, the first that isn't empty.
package func spokenLanguage(environment: [String: String], tree: SourceTree? = nil) -> Language {
  let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
  let name = locale.prefix { $0 != "." && $0 != "@" }
  if name.hasPrefix("zh") { return .chinese }
  if name != "C", name != "POSIX" { return .english }
  return tree.flatMap(siteLanguage) ?? .english
}

/// Taken from the bytes, since a site that can't be read must still be told so in its own language.
func siteLanguage(_ tree: SourceTree) -> Language? {
  guard let index = tree.index(of: "content/site.yaml") else { return nil }
  let text = String(decoding: tree.files[Int(index)].bytes, as: UTF8.self)
  let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("language:") }
  guard let value = line?.dropFirst("language:".count).drop(while: { " \"'".contains($0) }) else { return nil }
  return value.hasPrefix("zh") ? .chinese : .english
}
