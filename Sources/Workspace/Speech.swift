import Diagnostics
import Loading
import Texts

/// The language the program speaks: the locale's; without one, the site's; without a site, English.
///
/// - Parameter environment: `LC_ALL`, `LC_MESSAGES`, `LANG` count in this order, the first that isn't empty.
package func spokenLanguage(environment: [String: String], tree: SourceTree? = nil) -> Language {
  localeLanguage(environment) ?? tree.flatMap(siteLanguage) ?? .english
}

/// The same before anything is read: of the project only what its site says, and that only where the locale says nothing.
package func spokenLanguage(environment: [String: String], project: String) -> Language {
  if let language = localeLanguage(environment) { return language }
  let path = "content/site.yaml"
  guard let site = try? loadText("\(project)/\(path)", as: path) else { return .english }
  return siteLanguage(SourceTree(files: [site])) ?? .english
}

private func localeLanguage(_ environment: [String: String]) -> Language? {
  let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
  let name = locale.parts(at: ".").first?.parts(at: "@").first ?? ""
  if name.begins(with: "zh") { return .chinese }
  return name != "C" && name != "POSIX" ? .english : nil
}

/// Taken from the bytes, since a site that can't be read must still be reported in its own language.
func siteLanguage(_ tree: SourceTree) -> Language? {
  guard let index = tree.index(of: "content/site.yaml") else { return nil }
  let text = String(decoding: tree.files[Int(index)].bytes, as: UTF8.self)
  for line in text.writtenLines where !line.begins(with: " ") {
    let pair = line.parts(at: ":", most: 1).map { $0.utf8.filter { !" \"'".utf8.contains($0) } }
    if pair.count == 2, pair[0] == Array("language".utf8) {
      return pair[1].starts(with: "zh".utf8) ? .chinese : .english
    }
  }
  return nil
}
