import Addressing
import Texts

/// A line that names a folder of pictures, `![三月植树](植树/)`, is a gallery of all of them in the order of their names. The
/// words in its brackets are each one's alternative text, with its number; a name in Han is its caption.
/// - Parameters:
///   - prose: Markdown.
///   - file: the text's path, from the project folder.
/// - Returns: the text with such lines written out, each in one line; `nil` where there are none. A folder without pictures
///   stays as it is, and is a picture that isn't there.
func withFolderPictures(_ prose: ArraySlice<UInt8>, in file: String, _ tree: SourceTree) -> [UInt8]? {
  guard prose.firstStretch(of: "/)".utf8) != nil || prose.firstStretch(of: "/>)".utf8) != nil else { return nil }
  var (isCode, isChanged) = (false, false)
  let lines = prose.split(separator: 0x0A, omittingEmptySubsequences: false).map { line -> [UInt8] in
    let text = String(decoding: line, as: UTF8.self)
    let plain = text.trimmed
    if plain.begins(with: "```") || plain.begins(with: "~~~") { isCode.toggle() }
    guard !isCode, let gallery = folderGallery(plain, in: file, tree) else { return Array(line) }
    isChanged = true
    return Array(gallery.utf8) + (line.last == 0x0D ? [0x0D] : [])
  }
  return isChanged ? Array(lines.joined(separator: [0x0A])) : nil
}

private func folderGallery(_ line: String, in file: String, _ tree: SourceTree) -> String? {
  guard let inside = line.dropping(prefix: "![").map(String.init)?.dropping(suffix: ")") else { return nil }
  let parts = String(inside).replacingBytes("](", with: "\n").parts(at: "\n", keepingEmpty: true)
  guard parts.count == 2, !parts[0].holds("]"), !parts[0].holds("[") else { return nil }
  let written = String(parts[1])
  let bracketed = written.dropping(prefix: "<").map(String.init)?.dropping(suffix: ">").map(String.init)
  let address = bracketed.map { SitePath($0).address } ?? written
  guard address.ends(with: "/"), let folder = try? SitePath(file).resolving(Reference(address), floor: 1).text else {
    return nil
  }
  let pictures = tree.assets.map(\.path).filter { path in
    let name = path.dropping(prefix: folder + "/") ?? ""
    return !name.isEmpty && !name.holds("/") && !LinkTargets.isDocument(path)
  }.sorted()
  guard !pictures.isEmpty else { return nil }
  return pictures.enumerated().map { number, path in
    let name = path.parts(at: "/").last.map(String.init) ?? path
    let words = parts[0].isEmpty ? "" : "\(parts[0]) \(number + 1)"
    return "![\(words)](\(address)\(SitePath(name).address)\(caption(of: name)))"
  }.joined(separator: " ")
}

/// Telephones number their pictures; what has a word in Han somebody named.
private func caption(of name: String) -> String {
  let stem = name.parts(at: ".", keepingEmpty: true).dropLast().joined(separator: ".")
  let isNamed = stem.unicodeScalars.contains(where: isHan) && !stem.holds("\"") && !stem.holds("\\")
  return isNamed ? " \"\(stem)\"" : ""
}
