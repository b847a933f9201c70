import Addressing
import Diagnostics
import Parsing
import Texts

/// Lines of a text that name folders of pictures, written out.
struct FolderPictures {
  private(set) var text: [UInt8]
  /// Galleries that don't say what they show.
  private(set) var problems: [Diagnostic] = []

  /// A line that names a folder of pictures, `![三月植树](植树/)`, is a gallery of all of them in the order of their names,
  /// numbers in them as numbers. The words in its brackets are each one's alternative text, with its number; a name in Han
  /// is its caption.
  /// - Parameters:
  ///   - prose: Markdown.
  ///   - firstLine: the line of the file its first line is.
  /// - Returns: each gallery in one line; `nil` where there are none. A folder without pictures stays as it is, and is a
  ///   picture that isn't there.
  init?(_ prose: ArraySlice<UInt8>, in file: InputFile, firstLine: Int32, _ tree: SourceTree) {
    guard prose.firstStretch(of: "/)".utf8) != nil || prose.firstStretch(of: "/>)".utf8) != nil else { return nil }
    var (isCode, isChanged) = (false, false)
    var lines: [[UInt8]] = []
    for (number, line) in prose.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let plain = String(decoding: line, as: UTF8.self).trimmed
      if plain.begins(with: "```") || plain.begins(with: "~~~") { isCode.toggle() }
      guard !isCode, let gallery = FolderGallery(plain, in: file.path, tree) else {
        lines.append(Array(line))
        continue
      }
      isChanged = true
      lines.append(Array(gallery.text.utf8) + (line.last == 0x0D ? [0x0D] : []))
      if gallery.words.isEmpty || Placeholder.isAll(of: gallery.words) {
        let blanks = String(decoding: line, as: UTF8.self).unicodeScalars.prefix { $0 != "!" }.count
        let place = Place(file: file.index, line: firstLine + Int32(number), column: Int32(blanks + 1))
        problems.append(.galleryWithoutText(gallery.written, at: place))
      }
    }
    guard isChanged else { return nil }
    text = Array(lines.joined(separator: [0x0A]))
  }
}

private struct FolderGallery {
  /// In its brackets.
  let words: String
  /// The folder, as it is written.
  let written: String
  /// Each picture with words of its own: those of a gallery without any are the folder's name.
  let text: String

  init?(_ line: String, in file: String, _ tree: SourceTree) {
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
    }.sorted(by: comesBefore)
    guard !pictures.isEmpty else { return nil }
    self.written = written
    words = String(parts[0]).trimmed
    let name = folder.parts(at: "/").last.map { markdownPlain(String($0)) } ?? ""
    let each = words.isEmpty || Placeholder.isAll(of: words) ? name : words
    text = pictures.enumerated().map { number, path in
      let name = path.parts(at: "/").last.map(String.init) ?? path
      return "![\(each) \(number + 1)](\(address)\(SitePath(name).address)\(caption(of: name)))"
    }.joined(separator: " ")
  }
}

/// A name whose signs mean nothing in Markdown.
private func markdownPlain(_ name: String) -> String {
  let signs = name.unicodeScalars.map { $0.isASCII && "\\`*_[]<>!~^=#".unicodeScalars.contains($0) ? " " : $0 }
  return String(String.UnicodeScalarView(signs)).trimmed
}

/// Telephones number their pictures; what has a word in Han somebody named.
private func caption(of name: String) -> String {
  let stem = name.parts(at: ".", keepingEmpty: true).dropLast().joined(separator: ".")
  let isNamed = stem.unicodeScalars.contains(where: isHan) && !stem.holds("\"") && !stem.holds("\\")
  return isNamed ? " \"\(stem)\"" : ""
}

extension Diagnostic {
  fileprivate static func galleryWithoutText(_ folder: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingAltText, .warning, at: place,
      message: Bilingual(zh: "图集“\(folder)”没有替代文字", en: "the gallery “\(folder)” has no alternative text"),
      remedy: Bilingual(
        zh: "在方括号里写明图上是什么：![图上有什么](\(folder))",
        en: "say in the brackets what its pictures show: ![what they show](\(folder))"))
  }
}
