import Texts

extension HiddenCharacter {
  /// `U+200B（零宽空格）`; most such characters are only known by their number.
  package var name: Bilingual {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    guard let known else { return Bilingual(zh: code, en: code) }
    return Bilingual(zh: "\(code)（\(known.zh)）", en: "\(code) (\(known.en))")
  }

  private var known: Bilingual? {
    switch scalar.value {
    case 0x09: Bilingual(zh: "制表符", en: "tab")
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: Bilingual(zh: "换行", en: "line break")
    case 0xA0, 0x202F: Bilingual(zh: "不换行空格", en: "no-break space")
    case 0xAD: Bilingual(zh: "软连字符", en: "soft hyphen")
    case 0x200B: Bilingual(zh: "零宽空格", en: "zero-width space")
    case 0x200C, 0x200D: Bilingual(zh: "零宽连接符", en: "zero-width joiner")
    case 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: Bilingual(zh: "文字方向符", en: "direction mark")
    case 0x2060: Bilingual(zh: "零宽不换行符", en: "word joiner")
    case 0xFEFF: Bilingual(zh: "字节序标记", en: "byte order mark")
    case 0x00...0x1F, 0x7F...0x9F: Bilingual(zh: "控制字符", en: "control character")
    default: nil
    }
  }
}

extension Diagnostic {
  /// - Parameter inside: 格里 or 值里, where it stands.
  package static func hiddenCharacter(_ found: HiddenCharacter, inside: Bilingual, at place: Place) -> Diagnostic {
    Diagnostic(
      .hiddenCharacter, at: place,
      message: Bilingual(
        zh: "\(inside.zh)有看不见的字符 \(found.name.zh)",
        en: "a character that nobody sees stands \(inside.en): \(found.name.en)"),
      remedy: Bilingual(
        zh: "删去这一处，把前后的字重新打一遍；从网页、微信或 Word 粘贴时先粘成纯文本",
        en: "Delete it and type the characters around it again; paste from web pages, chats and Word as plain text"))
  }
}
