import Reading
import Scoring
import Texts
import Wording

extension SiteContext {
  /// Where a record or a rule stands, in words for readers; `citation` has the whole path.
  /// - Parameter file: the file that readers were told already; its places are named by their line alone.
  package func source(_ place: Place, besides file: Place? = nil) -> String {
    let cited = content.tree.cited(place)
    if let file, content.tree.cited(file).path == cited.path { return Words.spot(cited.spot) }
    return Words.source(cited)
  }

  /// The file a place is in, from the folder of the content.
  package func file(of place: Place) -> String {
    let path = content.tree.cited(place).path
    return path.dropping(prefix: "content/").map { String($0) } ?? path
  }

  /// The id of the row that a record earned, made of where it stands: `records-b10-q2-126`. Nothing in it depends on whose
  /// row it is, or on its points.
  package func rowID(_ place: Place, year: Ref<YearLedger>) -> String {
    let cited = content.tree.cited(place)
    let folder = "content/years/\(self[year].ledger.year)/"
    let path = (cited.path.dropping(prefix: folder).map { String($0) } ?? cited.path).parts(at: ".")
    let rest = path.count > 1 ? path.dropLast().joined(separator: ".") : cited.path
    let spot = if case .cell(let sheet, let row, _) = cited.spot { "\(sheet)-\(row)" } else { "\(cited.row)" }
    var id = ""
    for scalar in "\(rest)-\(spot)".unicodeScalars {
      id.unicodeScalars.append(scalar.properties.isWhitespace || scalar == "/" || scalar == "." ? "-" : scalar)
    }
    return id
  }
}
