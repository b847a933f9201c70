import Scoring
import Texts

/// The places of a tree as pages, prints, files and the terminal tell them. An account names a handful of files a hundred
/// times: what is the same for every line of a file is worked out once.
///
/// A class, since every page asks it.
package final class Citations: Sendable {
  /// What precedes the line; nothing for a sheet of a workbook, whose places are told cell by cell.
  private struct File {
    /// `content/years/2025/records/b10-q2.csv:`
    let data: String
    /// `years/2025/records/b10-q2.csv:`
    let path: String
    /// `记录b10-q2`
    let source: String
    /// `records-b10-q2-`
    let row: String
    let folder: (word: String, folder: String)?
  }

  package let tree: SourceTree
  /// By index in the tree; none of what no award names, such as stories.
  private let files: [File?]

  package init(_ tree: SourceTree) {
    self.tree = tree
    files = tree.files.map { file in
      guard file.sheet == nil, file.storedPath.begins(with: "content/years/") else { return nil }
      let path = file.storedPath
      let cited = CitedPlace(path: path, spot: .line(1))
      return File(
        data: path + ":", path: Self.below(path) + ":", source: Words.stem(of: cited), row: Self.rowStem(path) + "-",
        folder: Words.folder(of: cited))
    }
  }

  /// The file of a line; `nil` for what is a cell, or came from one.
  private func line(_ place: Place) -> Int? {
    let index = Int(place.file)
    return files[index] != nil && tree.origins[place] == nil ? index : nil
  }

  /// As data and the terminal have it: `content/years/2025/records/b10-q2.csv:126`.
  package func data(_ place: Place) -> String {
    guard let file = line(place), let text = files[file]?.data else { return tree.citation(of: place) }
    return text + String(place.line)
  }

  /// As pages have it, from the folder of the content: `years/2025/records/b10-q2.csv:126`.
  package func path(_ place: Place) -> String {
    guard let file = line(place), let text = files[file]?.path else { return Self.below(tree.citation(of: place)) }
    return text + String(place.line)
  }

  /// In words for readers: `记录b10-q2第126行`.
  package func source(_ place: Place) -> String {
    guard let file = line(place), let text = files[file]?.source else { return Words.source(tree.cited(place)) }
    return text + Words.spot(.line(place.line))
  }

  /// Where in its file a place is: `第126行`.
  package func spot(_ place: Place) -> String { Words.spot(tree.spot(of: place)) }

  /// The word that `source` has for the place's folder, and the folder; `nil` where `source` tells another way.
  package func folder(_ place: Place) -> (word: String, folder: String)? {
    if let file = line(place) { return files[file]?.folder }
    return Words.folder(of: tree.cited(place))
  }

  /// The id of the row that a record earned, made of where it stands: `records-b10-q2-126`. Nothing in it depends on whose
  /// row it is, or on its points.
  package func rowID(_ place: Place) -> String {
    if let file = line(place), let text = files[file]?.row { return text + String(place.line) }
    let cited = tree.cited(place)
    let spot = if case .cell(let sheet, let row, _) = cited.spot { "\(sheet)-\(row)" } else { "\(cited.row)" }
    return Self.inID("\(Self.rowStem(cited.path))-\(spot)")
  }

  private static func below(_ path: String) -> String { path.dropping(prefix: "content/").map { String($0) } ?? path }

  /// A file's path below its year, without what kind of file it is.
  private static func rowStem(_ path: String) -> String {
    var rest = path
    if let years = path.dropping(prefix: "content/years/"),
      let slash = years.utf8.firstIndex(of: UInt8(ascii: "/"))
    {
      rest = String(years[years.utf8.index(after: slash)...])
    }
    let parts = rest.parts(at: ".")
    return inID(parts.count > 1 ? parts.dropLast().joined(separator: ".") : path)
  }

  private static func inID(_ text: String) -> String {
    var id = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      id.append(scalar.properties.isWhitespace || scalar == "/" || scalar == "." ? "-" : scalar)
    }
    return String(id)
  }
}
