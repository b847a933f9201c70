import Texts

/// How documents for paper look; they carry it in them, and no page of the site does.
package let printStylesheet = "templates/print.css"

/// Where a file of `templates/` is published, from the site's root; `nil` for what isn't published as it is: pages'
/// templates, and archetypes, which new files of the content are made from.
package func publishedPath(ofTemplateFile path: String) -> String? {
  guard let place = path.dropping(prefix: "templates/"), !path.begins(with: "templates/archetypes/"),
    path != printStylesheet
  else { return nil }
  let name = path.lowercased()
  let isPublished = [".css", ".js", ".txt", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif"].contains(
    where: name.ends)
  return isPublished ? String(place) : nil
}
