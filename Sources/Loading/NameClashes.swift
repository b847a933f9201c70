import Diagnostics
import Texts

/// Names that differ only in case are one file on Windows and macOS, and on a USB stick; so are, on macOS, two spellings of
/// one letter.
package func nameClashes(in tree: SourceTree) -> [Diagnostic] {
  var first: [String: String] = [:]
  var clashes: [Diagnostic] = []
  var before: [Substring] = []
  let paths = tree.files.map(\.storedPath) + tree.assets.map(\.path)
  // Where all names are of small letters none can differ in case only, and that is most of what there is.
  let top = { (path: String) in path.utf8.prefix { $0 != UInt8(ascii: "/") } }
  let mixed = Set(
    paths.lazy.filter { $0.utf8.contains { $0 >= 0x80 || (0x41...0x5A).contains($0) } }.map { String(top($0)) ?? "" })
  for path in paths.filter({ mixed.contains(String(top($0)) ?? "") }).sorted() {
    let parts = path.parts(at: "/")
    // Folders shared with the path before were looked at then.
    let shared = zip(parts, before).prefix { $0.isSame(as: $1) }.count
    before = parts
    for depth in min(shared + 1, parts.count)...parts.count {
      let part = parts.prefix(depth).joined(separator: "/")
      let known = first[part.lowercased(), default: part]
      first[part.lowercased()] = known
      if !known.isSame(as: part) { clashes.append(.caseClash(part, known)) }
    }
  }
  return clashes
}
