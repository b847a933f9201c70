import Diagnostics
import Texts

extension Diagnostic {
  static func yamlSyntax(_ problem: Bilingual, at place: Place) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: place, message: problem,
      remedy: Bilingual(
        zh: "检查缩进、冒号后的空格和引号；含冒号或 # 的文字用双引号括起",
        en: "Check the indentation, the space after each colon, and quotes; quote text that holds a colon or #"))
  }

  static func yamlSlip(_ slip: YAMLSlip, at place: Place) -> Diagnostic {
    Diagnostic(.yamlSyntax, at: place, message: slip.message, remedy: slip.remedy)
  }

  static func yamlTooDeep(at place: Place) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: place,
      message: Bilingual(
        zh: "嵌套超过 \(YAMLParser.deepest) 层", en: "nested deeper than \(YAMLParser.deepest) levels"),
      remedy: Bilingual(zh: "把里层的内容挪到外层", en: "Move what stands innermost further out"))
  }

  static func yamlTag(at place: Place) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: place,
      message: Bilingual(zh: "这里不用类型标签（!）", en: "tags (!) are not read here"),
      remedy: Bilingual(zh: "删去标签；以 ! 开头的文字用双引号括起", en: "Remove the tag; quote text that begins with !"))
  }

  static func yamlSecondDocument(at place: Place) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: place,
      message: Bilingual(zh: "一个文件里只能有一份 YAML，这里又开始一份", en: "a second YAML document begins here"),
      remedy: Bilingual(zh: "删去这一行 --- 或 ...，或把后面的内容移走", en: "Remove this line --- or ..., or move away what follows"))
  }

  /// A key that is no text, or one of which nothing can be seen.
  static func yamlKey(at place: Place) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: place,
      message: Bilingual(zh: "这里的键是空的，或不是一个词", en: "the key here is empty, or isn't a word"),
      remedy: Bilingual(zh: "写成 键: 值", en: "Write key: value"))
  }

  /// A warning: to YAML it is a comment, and the office loses half of a title.
  static func swallowedText(_ comment: String, at place: Place) -> Diagnostic {
    let slip = YAMLSlip.comment(shortened(comment.trimmed))
    return Diagnostic(.swallowedText, .warning, at: place, message: slip.message, remedy: slip.remedy)
  }

  static func emptyItem(at place: Place) -> Diagnostic {
    Diagnostic(
      .missingValue, at: place,
      message: Bilingual(zh: "列表里这一项没有值", en: "an item of the list has no value"),
      remedy: Bilingual(zh: "写上这一项的值，或删去这一项", en: "Write the item's value, or remove the item"))
  }

  static func yamlAnchor(at place: Place) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: place,
      message: Bilingual(zh: "这里不用锚点和别名（& 与 *）", en: "anchors and aliases (& and *) are not read here"),
      remedy: Bilingual(
        zh: "把值在每一处写全；要写 & 或 * 本身，用双引号括起",
        en: "Write the value out at each place; quote text that begins with & or *"))
  }

  static func fileTooLarge(_ size: Int, limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, at: place,
      message: Bilingual(zh: "文件有 \(size) 字节，超过 \(limit)", en: "the file has \(size) bytes, more than \(limit)"),
      remedy: Bilingual(zh: "把它拆成几个文件", en: "Split it into several files"))
  }

  package static func missingKey(_ key: String, isEmpty: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingKey, at: place,
      message: isEmpty
        ? Bilingual(zh: "“\(key)”没有值", en: "“\(key)” has no value")
        : Bilingual(zh: "缺少“\(key)”", en: "“\(key)” is missing"),
      remedy: Bilingual(zh: "写上 \(key): …", en: "Write \(key): …"))
  }

  package static func unknownKey(_ key: String, suggestion: String?, known: [String], at place: Place) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownKey, at: place,
      message: Bilingual(zh: "这里没有“\(key)”这个键", en: "no key is called “\(key)” here"),
      remedy: suggestion.map { Bilingual(zh: "是不是“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? Bilingual(zh: "可用的键：\(list)", en: "The keys are: \(list)"))
  }

  package static func duplicateKey(_ key: String, first: Place, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateKey, at: place,
      message: Bilingual(
        zh: "“\(key)”写了两次，先在第 \(first.line) 行", en: "“\(key)” stands twice, first on line \(first.line)"),
      remedy: Bilingual(zh: "留下一个", en: "Keep one of them"))
  }

  /// A key that stands under each of its two names.
  static func duplicateKey(_ key: String, other: String, first: Place, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateKey, at: place,
      message: Bilingual(
        zh: "“\(key)”和“\(other)”是同一个键，先在第 \(first.line) 行",
        en: "“\(key)” and “\(other)” are one key, first on line \(first.line)"),
      remedy: Bilingual(zh: "留下一个", en: "Keep one of them"))
  }

  static func wrongType(_ expected: YAMLType, at place: Place) -> Diagnostic {
    let noun = expected.noun
    return Diagnostic(
      .wrongType, at: place,
      message: Bilingual(zh: "这里应当是\(noun.zh)", en: "this should be \(noun.en)"),
      remedy: Bilingual(zh: "写法见 docs/content-format.md", en: "See docs/content-format.md for the form"))
  }

  package static func missingFrontMatter(at place: Place) -> Diagnostic {
    Diagnostic(
      .missingFrontMatter, at: place,
      message: Bilingual(
        zh: "开头缺少 --- 之间的信息", en: "the file doesn't begin with its details between two lines ---"),
      remedy: Bilingual(zh: "第一行写 ---，写完各键后再写一行 ---", en: "Begin with a line ---, then the keys, then another ---"))
  }
}

/// As much of a text as a message can show.
package func shortened(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 80, limitedBy: scalars.endIndex), end < scalars.endIndex
  else { return text }
  return String(scalars[..<end]) + "…"
}

extension Bilingual {
  static let inText = Bilingual(zh: "值里", en: "in the text")
}

extension MistakeCollector {
  package func report(_ hidden: HiddenCharacter, at place: Place) {
    report(.hiddenCharacter(hidden, inside: .inText, at: self.place(of: hidden.scalar, from: place) ?? place))
  }
}
