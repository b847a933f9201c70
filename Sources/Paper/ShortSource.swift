import Composing
import Reading
import Scoring
import Texts
import Wording

extension SiteContext {
  /// Where a record stands, as short as a column of a print has room for: `b07-q3第126行`, `公益b07第261行`. The document's notes
  /// say once what that is; the site has the whole path.
  func shortSource(_ place: Place) -> String { Words.shortSource(content.tree.cited(place)) }
}
