/// What a part refers to.
struct Relationship {
  let id: String
  /// The last word of its type: `worksheet`, `styles`. Strict and transitional workbooks say the rest differently.
  let kind: String
  /// A part's name, from the root; `nil` where it lies outside of the archive.
  let part: String?
  /// As it is written.
  let target: String
}

/// - Parameter part: whose relationships these are; the root's for `""`.
func readRelationships(of part: String, in archive: PartArchive) throws(WorkbookRefusal) -> [Relationship] {
  let (folder, name) = splitPart(part)
  let reader = RelationshipReader(folder: folder)
  try archive.read("\(folder)_rels/\(name).rels", with: reader)
  return reader.found
}

/// `xl/` and `workbook.xml`.
private func splitPart(_ part: String) -> (folder: String, name: String) {
  guard let slash = part.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", part) }
  let after = part.utf8.index(after: slash)
  return (String(part[..<after]), String(part[after...]))
}

private final class RelationshipReader: PartReader {
  private let folder: String
  private(set) var found: [Relationship] = []

  init(folder: String) { self.folder = folder }

  override func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    if depth == 0 { return name == "Relationships" }
    guard name == "Relationship", let id = attributes.value("Id"), let target = attributes.value("Target") else {
      return false
    }
    let type = attributes.value("Type") ?? ""
    let kind = type.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
    let isOutside = attributes.value("TargetMode").map { $0 == "External" } ?? false
    found.append(
      Relationship(id: id, kind: kind, part: isOutside ? nil : resolvedPart(target, in: folder), target: target))
    return false
  }
}

/// A target, from the root or from a folder → a part's name; `nil` where it climbs out of the archive.
func resolvedPart(_ target: String, in folder: String) -> String? {
  func steps(_ text: String) -> [String] {
    text.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.map { String(Substring($0)) }
  }
  let isAbsolute = target.utf8.first == UInt8(ascii: "/") || target.utf8.first == UInt8(ascii: "\\")
  var path = isAbsolute ? [] : steps(folder)
  for step in steps(target) where step != "." {
    if step != ".." {
      path.append(step)
    } else if path.popLast() == nil {
      return nil
    }
  }
  return path.joined(separator: "/")
}
