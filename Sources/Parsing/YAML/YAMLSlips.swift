import Diagnostics
import Texts

/// What a Chinese keyboard writes in place of one of YAML's own signs: the commonest reasons why a file isn't what its
/// writer sees in it. The line that YAML stumbles over is often the next one, which is right.
enum YAMLSlip: Equatable {
  /// `title：三条河`, and the line as it should be.
  case colon(Unicode.Scalar, right: String)
  /// `title:三条河`; or the space behind it is a full-width one.
  case noSpace(right: String)
  case comma(Unicode.Scalar)
  case bracket(Unicode.Scalar)
  case quote(Unicode.Scalar)
  case dash(Unicode.Scalar)
  case indentation(Unicode.Scalar)
  /// `走进 #3 站房` where the rest of the line is missed.
  case comment(String)
  /// A second `: ` in a text without quotes.
  case colonInText

  var message: Bilingual {
    switch self {
    case .colon(let sign, _):
      Bilingual(zh: "键后面的冒号是全角的“\(sign)”", en: "the colon after the key is a full-width “\(sign)”")
    case .noSpace: Bilingual(zh: "冒号后面缺一个半角空格", en: "there is no space after the colon")
    case .comma(let sign): Bilingual(zh: "分隔用了“\(sign)”", en: "“\(sign)” stands where a comma should")
    case .bracket(let sign): Bilingual(zh: "括号用了“\(sign)”", en: "“\(sign)” is no bracket here")
    case .quote(let sign): Bilingual(zh: "引号用了“\(sign)”", en: "“\(sign)” is no quotation mark here")
    case .dash("-"): Bilingual(zh: "列表项的减号后面缺一个半角空格", en: "there is no space after the hyphen of a list item")
    case .dash(let sign): Bilingual(zh: "列表项开头用了“\(sign)”", en: "a list item begins with “\(sign)”")
    case .indentation(let sign):
      sign == "\t"
        ? Bilingual(zh: "缩进用了制表符", en: "the indentation holds a tab")
        : sign == "\u{3000}"
          ? Bilingual(zh: "缩进用了全角空格", en: "the indentation holds a full-width space")
          : Bilingual(
            zh: "缩进用了看不见的字符 \(name(sign).zh)",
            en: "the indentation holds a character other than spaces: \(name(sign).en)"
          )
    case .comment(let text): Bilingual(zh: "“\(text)”成了注释", en: "“\(text)” is taken for a comment")
    case .colonInText: Bilingual(zh: "没有引号的文字里又有“: ”", en: "a text without quotes holds another “: ”")
    }
  }

  var remedy: Bilingual {
    switch self {
    case .colon(_, let right):
      Bilingual(zh: "冒号要用半角，后面空一格：\(right)", en: "Use a half-width colon with a space after it: \(right)")
    case .noSpace(let right):
      Bilingual(zh: "冒号后面空一格（半角）：\(right)", en: "Put a half-width space after the colon: \(right)")
    case .comma: Bilingual(zh: "逗号要用半角：[a, b]", en: "Use half-width commas: [a, b]")
    case .bracket(let sign):
      Bilingual(zh: "括号要用半角“\(halfWidth(sign))”", en: "Use the half-width bracket “\(halfWidth(sign))”")
    case .quote: Bilingual(zh: "引号要用半角，成对：\"…\"", en: "Use half-width quotes, in pairs: \"…\"")
    case .dash: Bilingual(zh: "要用半角减号，后面空一格：- …", en: "Use a half-width hyphen with a space after it: - …")
    case .indentation: Bilingual(zh: "缩进只用半角空格", en: "Indent with half-width spaces only")
    case .comment:
      Bilingual(
        zh: "要它就用双引号括起整段文字；真是注释就在 # 后面空一格",
        en: "Put the whole text between double quotes to keep it; put a space after # if it is a comment")
    case .colonInText: Bilingual(zh: "用双引号括起整段文字", en: "Put the whole text between double quotes")
    }
  }
}

private func name(_ scalar: Unicode.Scalar) -> Bilingual {
  String(scalar).firstHidden(in: .word)?.name ?? Bilingual(zh: "空白", en: "white space")
}

private func halfWidth(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "【", "［", "〔", "〖": "["
  case "】", "］", "〕", "〗": "]"
  case "｛": "{"
  case "｝": "}"
  default: String(scalar)
  }
}

/// The signs that are taken for others, by what they are taken for.
enum SlippedSign {
  static func isColon(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "：", "﹕", "∶": true
    default: false
    }
  }

  static func isComma(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "、", "；": true
    default: false
    }
  }

  static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "【", "［", "〔", "〖", "｛": true
    default: false
    }
  }

  static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "】", "］", "〕", "〗", "｝": true
    default: false
    }
  }

  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "”", "„", "＂", "‘", "’": true
    default: false
    }
  }

  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "－", "—", "–", "−", "‐", "‑", "‒", "―", "•", "・": true
    default: false
    }
  }

  /// What the office's own keys are made of.
  static func isKey(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x2D: true
    default: false
    }
  }
}

/// `key: value` as it should be written; the value up to where one in brackets may end.
func written(_ key: some Sequence<Unicode.Scalar>, _ value: some Sequence<Unicode.Scalar>) -> String {
  let key = String(String.UnicodeScalarView(key)).trimmed
  // Of lines that were folded to one, the first.
  let words = String(String.UnicodeScalarView(value.prefix(60))).trimmed.parts(at: " ")
  let rest = words.dropFirst().prefix { !$0.unicodeScalars.contains { SlippedSign.isColon($0) || $0 == ":" } }
  let value = (words.prefix(1) + rest).joined(separator: " ")
  return value.isEmpty ? "\(key):" : "\(key): \(value)"
}

/// What a text begins with that no key and no list begins with.
func slip(atStartOf text: String) -> YAMLSlip? {
  guard let first = text.unicodeScalars.first else { return nil }
  if first.isUnseen { return .indentation(first) }
  return SlippedSign.isOpening(first) ? .bracket(first) : SlippedSign.isDash(first) ? .dash(first) : nil
}

/// Of a key, which needs no quotes, in those of another keyboard.
func quote(atStartOf text: String) -> YAMLSlip? {
  text.unicodeScalars.first.flatMap { SlippedSign.isQuote($0) ? .quote($0) : nil }
}

/// A key without a value may be a value that lost its colon: `{公司：2}`, `{label:采样点}`.
func slip(inKey text: String) -> (slip: YAMLSlip, column: Int32, key: String, value: String, valueColumn: Int32)? {
  let scalars = Array(text.unicodeScalars)
  guard let at = scalars.firstIndex(where: { SlippedSign.isColon($0) || $0 == ":" }), at > 0 else { return nil }
  let (key, value) = (scalars[..<at], scalars[(at + 1)...].drop(while: \.isUnseen))
  let right = written(key, value)
  return (
    scalars[at] == ":" ? .noSpace(right: right) : .colon(scalars[at], right: right), Int32(at),
    String(String.UnicodeScalarView(key)).trimmed, String(String.UnicodeScalarView(value)), Int32(value.startIndex)
  )
}

/// Where in a text the comma stands, in another keyboard's sign, behind which a key follows: `x，at：y`; its number among
/// the text's scalars.
/// - Parameter key: `nil` for any word.
func comma(beforeKey key: String?, in text: String) -> (sign: Unicode.Scalar, column: Int32)? {
  let scalars = Array(text.unicodeScalars)
  for at in scalars.indices where at > 0 && SlippedSign.isComma(scalars[at]) {
    let rest = scalars[(at + 1)...].drop(while: \.isUnseen)
    guard let colon = rest.firstIndex(where: { SlippedSign.isColon($0) || $0 == ":" }) else { return nil }
    let word = String(String.UnicodeScalarView(rest[..<colon])).trimmed
    let isKey = key.map { word == $0 } ?? (1...12 ~= word.unicodeScalars.count && !word.holds(" "))
    if isKey { return (scalars[at], Int32(at)) }
  }
  return nil
}

/// Why a single text may stand where a list or a table should, and the sign at fault.
func slip(inText text: String, for expected: YAMLType) -> (slip: YAMLSlip, sign: Unicode.Scalar)? {
  let scalars = Array(text.unicodeScalars)
  guard let first = scalars.first else { return nil }
  if let slip = slip(atStartOf: text) { return (slip, first) }
  if expected == .list {
    if first == "-" { return (.dash(first), first) }
    return scalars.first(where: SlippedSign.isComma).map { (.comma($0), $0) }
  }
  guard expected == .table,
    let at = scalars.firstIndex(where: { SlippedSign.isColon($0) || $0 == ":" || $0.properties.isWhitespace }), at > 0
  else { return nil }
  if SlippedSign.isColon(scalars[at]) {
    return (.colon(scalars[at], right: written(scalars[..<at], scalars[(at + 1)...])), scalars[at])
  }
  guard scalars[at] == ":" else { return nil }
  return (.noSpace(right: written(scalars[..<at], scalars[(at + 1)...])), ":")
}
