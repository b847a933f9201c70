import Reading
import Scoring
import Texts
import Wording

extension SiteContext {
  /// Where a record or a rule stands, from the folder of the content: `years/2025/records/b10-q2.csv:126`.
  package func citation(_ place: Place) -> String { citations.path(place) }

  /// The same in words for readers.
  /// - Parameter file: the file that readers were told already; its places are named by their line alone.
  package func source(_ place: Place, besides file: Place? = nil) -> String {
    if let file, content.tree.cited(file).path == content.tree.cited(place).path { return citations.spot(place) }
    return citations.source(place)
  }

  /// The file a place is in, from the folder of the content.
  package func file(of place: Place) -> String {
    let path = content.tree.cited(place).path
    return path.dropping(prefix: "content/").map { String($0) } ?? path
  }
}
