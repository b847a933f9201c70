import Diagnostics

extension Bilingual {
  /// The parser's own words, which exist in English only.
  static func yamlProblem(_ problem: String) -> Bilingual {
    Bilingual(zh: "这里不合 YAML 的写法（\(problem)）", en: "not YAML: \(problem)")
  }
}

extension Diagnostic {
  static func yamlSyntax(_ problem: Bilingual, at place: Place) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: place, message: problem,
      remedy: Bilingual(
        zh: "检查缩进、冒号后的空格和引号；含冒号或 # 的文字用双引号括起",
        en: "Check the indentation, the space after each colon, and quotes; quote text that holds a colon or #"))
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

  static func missingKey(_ key: String, isEmpty: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingKey, at: place,
      message: isEmpty
        ? Bilingual(zh: "“\(key)”没有值", en: "“\(key)” has no value")
        : Bilingual(zh: "缺少“\(key)”", en: "“\(key)” is missing"),
      remedy: Bilingual(zh: "写上 \(key): …", en: "Write \(key): …"))
  }

  static func unknownKey(_ key: String, suggestion: String?, known: [String], at place: Place) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownKey, at: place,
      message: Bilingual(zh: "这里没有“\(key)”这个键", en: "no key is called “\(key)” here"),
      remedy: suggestion.map { Bilingual(zh: "是不是“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? Bilingual(zh: "可用的键：\(list)", en: "The keys are: \(list)"))
  }

  static func duplicateKey(_ key: String, first: Place, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateKey, at: place,
      message: Bilingual(
        zh: "“\(key)”写了两次，先在第 \(first.line) 行", en: "“\(key)” stands twice, first on line \(first.line)"),
      remedy: Bilingual(zh: "留下一个", en: "Keep one of them"))
  }

  static func wrongType(_ expected: YAMLType, at place: Place) -> Diagnostic {
    let noun = expected.noun
    return Diagnostic(
      .wrongType, at: place,
      message: Bilingual(zh: "这里应当是\(noun.zh)", en: "this should be \(noun.en)"),
      remedy: Bilingual(zh: "写法见 docs/content-format.md", en: "See docs/content-format.md for the form"))
  }

  static func missingFrontMatter(at place: Place) -> Diagnostic {
    Diagnostic(
      .missingFrontMatter, at: place,
      message: Bilingual(
        zh: "开头缺少 --- 之间的信息", en: "the file doesn't begin with its details between two lines ---"),
      remedy: Bilingual(zh: "第一行写 ---，写完各键后再写一行 ---", en: "Begin with a line ---, then the keys, then another ---"))
  }
}
