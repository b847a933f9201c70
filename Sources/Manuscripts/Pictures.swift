import Texts

/// Pictures of a document, and what they are called beside a story.
package struct PictureNames: Equatable, Sendable {
  package struct Named: Equatable, Sendable {
    /// As the document calls it: `media/image1.jpeg`.
    package let source: String
    /// `trees-1.jpg`.
    package let name: String
  }
  package fileprivate(set) var named: [Named] = []
  fileprivate var bySource: [String: String] = [:]
  /// Those of a kind that no page shows, or that aren't there.
  package fileprivate(set) var left: [String] = []
}

private let kinds = [
  "jpg": "jpg", "jpeg": "jpg", "jpe": "jpg", "png": "png", "gif": "gif", "webp": "webp", "svg": "svg",
]

extension Manuscript {
  /// Pictures named after the story, in the order of the text, one name for each; those that can't be shown leave their
  /// caption as a line.
  /// - Parameter holds: whether the document has a picture.
  package func naming(after story: String, holds: (String) -> Bool) -> (Manuscript, PictureNames) {
    var names = PictureNames()
    var manuscript = self
    manuscript.blocks = blocks.flatMap { named($0, after: story, holds: holds, &names) }
    manuscript.losses.add(.picture, names.left.count)
    return (manuscript, names)
  }
}

private func named(
  _ block: Block, after story: String, holds: (String) -> Bool, _ names: inout PictureNames
) -> [Block] {
  switch block {
  case .figure(let source, let alt, let caption):
    let ending = source.parts(at: ".").last.flatMap { kinds[$0.lowercased()] }
    guard let ending, holds(source) else {
      names.left.append(source)
      return caption.isEmpty ? [] : [.paragraph(caption)]
    }
    let known = names.bySource[source]
    let name = known ?? "\(story)-\(names.named.count + 1).\(ending)"
    if known == nil { names.named.append(PictureNames.Named(source: source, name: name)) }
    names.bySource[source] = name
    return [.figure(source: name, alt: alternative(alt, caption), caption: caption)]
  case .bullets(let items):
    return [.bullets(items.map { $0.flatMap { named($0, after: story, holds: holds, &names) } })]
  case .numbers(let start, let items):
    return [.numbers(start: start, items.map { $0.flatMap { named($0, after: story, holds: holds, &names) } })]
  default: return [block]
  }
}

/// What an office program writes by itself (`图片 1`, a file's name) says nothing: then the caption does, or the clerk has to.
private func alternative(_ alt: String, _ caption: [Inline]) -> String {
  let alt = visible(alt).trimmed
  let isMade = ["图片", "Picture", "图像", "Image", "Grafik"].contains {
    alt.begins(with: $0) && alt.unicodeScalars.count <= $0.unicodeScalars.count + 4
  }
  let isName = [".jpg", ".jpeg", ".png", ".gif", ".bmp"].contains { alt.lowercased().ends(with: $0) }
  let isDescribed = alt.holds("已自动生成") || alt.holds("automatically generated")
  if !alt.isEmpty, !isMade, !isName, !isDescribed { return alt }
  let words = caption.plain.trimmed
  return words.isEmpty ? Placeholder.alternative : words
}
