import Diagnostics
import Parsing
import Texts

/// A word that texts are gathered by, whatever campaign or folder they stand in.
package struct Tag: Sendable {
  /// As written: everywhere the same, since it names a file.
  package let name: String
  package let place: Place

  /// The longest, in characters of Unicode.
  static let longest = 16

  /// `tags` of a text: each once.
  static func all(_ details: YAMLTable) -> [Tag] {
    var tags: [Tag] = []
    for value in details.values(ifAny: "tags") {
      guard let tag = tag(value) else { continue }
      if let first = tags.first(where: { $0.key == tag.key }) {
        let findings = value.findings
        findings.report(.doubledTag(tag.name, first: findings.citation(first.place), at: value.place))
      } else {
        tags.append(tag)
      }
    }
    return tags
  }

  /// An empty one is reported as any empty value is.
  private static func tag(_ value: YAMLValue) -> Tag? {
    let name = value.text()
    guard !name.isEmpty else { return nil }
    guard name.unicodeScalars.count <= longest, name.unicodeScalars.allSatisfy(isPlain) else {
      value.findings.report(.unusableTag(name, at: value.place))
      return nil
    }
    return Tag(name: name, place: value.place)
  }

  /// What stands in names of files everywhere.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || [" ", "-", "+", "·"].contains(scalar)
  }

  /// Windows and USB sticks know no capitals.
  fileprivate var key: String { name.lowercased() }
}

/// A tag is spelled alike in all texts: two pages whose addresses differ in capitals only are one file on Windows.
func settleTags(_ draft: Draft) {
  var first: [String: Tag] = [:]
  let (stories, pages) = (draft.stories + draft.heldStories, draft.writtenPages + draft.heldPages)
  for tag in stories.flatMap(\.tags) + pages.flatMap(\.tags) {
    if let other = first[tag.key] {
      if !other.name.isSame(as: tag.name) {
        draft.findings.report(.tagSpelledOtherwise(tag, other, at: draft.findings.citation(other.place)))
      }
    } else {
      first[tag.key] = tag
    }
  }
}

func hasTag(_ stories: [Story], _ pages: [OwnPage]) -> Bool {
  stories.contains { !$0.tags.isEmpty } || pages.contains { !$0.tags.isEmpty }
}

extension Draft {
  var hasTags: Bool { hasTag(stories, writtenPages) }
}

extension Diagnostic {
  fileprivate static func unusableTag(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unusableTag, at: place,
      message: Bilingual(zh: "“\(shortened(name))”不能作标签", en: "“\(shortened(name))” is no tag"),
      remedy: Bilingual(
        zh: "标签是不超过 \(Tag.longest) 个字的一个词，只用文字、数字、空格和 - + ·，它也是一页的网址",
        en:
          "A tag is a word of at most \(Tag.longest) characters: letters, digits, blanks and - + ·; it is an address too"
      ))
  }

  fileprivate static func doubledTag(_ name: String, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unusableTag, at: place,
      message: Bilingual(zh: "标签“\(name)”已经写在 \(first)", en: "the tag “\(name)” stands at \(first) already"),
      remedy: Bilingual(zh: "删去其中一个", en: "Remove one of the two"))
  }

  fileprivate static func tagSpelledOtherwise(_ tag: Tag, _ other: Tag, at first: String) -> Diagnostic {
    Diagnostic(
      .unusableTag, at: tag.place,
      message: Bilingual(
        zh: "标签“\(tag.name)”在 \(first) 写作“\(other.name)”", en: "the tag “\(tag.name)” is “\(other.name)” at \(first)"),
      remedy: Bilingual(zh: "写成一样：一个标签是一页", en: "Write it alike: a tag is one page"))
  }
}
