import Diagnostics
import Texts

extension Diagnostic {
  static func unknownPartial(_ name: Name, nearest: String?) -> Diagnostic {
    let path = "templates/\(name.text).mustache"
    return Diagnostic(
      .unknownPartial, at: name.place,
      message: Bilingual(zh: "没有模板“\(name.text)”可以包含", en: "there is no template '\(name.text)' to include"),
      remedy: Bilingual(
        zh: nearest.map { "是否要写“\($0)”？否则建立 \(path)" } ?? "建立 \(path)",
        en: nearest.map { "did you mean '\($0)'? otherwise create \(path)" } ?? "create \(path)"))
  }

  static func unknownName(_ name: Name, missing: String, candidates: [String]) -> Diagnostic {
    let nearest = nearest(to: missing, in: candidates)
    var seen = Set<String>()
    let known = candidates.filter { seen.insert($0).inserted }.prefix(12)
    return Diagnostic(
      .unknownName, at: name.place,
      message: Bilingual(zh: "这里没有名称“\(missing)”", en: "there is no name '\(missing)' here"),
      remedy: Bilingual(
        zh: nearest.map { "是否要写“\($0)”？" } ?? "这里可用：\(known.joined(separator: "、"))",
        en: nearest.map { "did you mean '\($0)'?" } ?? "known here: \(known.joined(separator: ", "))"))
  }

  static func unknownBlock(_ name: Name, of parent: String, candidates: [String]) -> Diagnostic {
    let nearest = nearest(to: name.text, in: candidates)
    return Diagnostic(
      .unknownName, at: name.place,
      message: Bilingual(
        zh: "模板“\(parent)”没有区块“\(name.text)”", en: "the template '\(parent)' has no place for a block '\(name.text)'"),
      remedy: Bilingual(
        zh: nearest.map { "是否要写“\($0)”？" }
          ?? (candidates.isEmpty ? "它不接受区块：删去" : "它接受：\(candidates.joined(separator: "、"))"),
        en: nearest.map { "did you mean '\($0)'?" }
          ?? (candidates.isEmpty ? "it takes none: remove it" : "it takes: \(candidates.joined(separator: ", "))")))
  }

  static func recursionTooDeep(_ name: Name, isEndless: Bool) -> Diagnostic {
    Diagnostic(
      .recursionTooDeep, at: name.place,
      message: isEndless
        ? Bilingual(
          zh: "“\(name.text)”在同样的内容里又包含自己，没有尽头", en: "'\(name.text)' includes itself with the same content, without end"
        )
        : Bilingual(
          zh: "包含“\(name.text)”后模板过深或过大", en: "with '\(name.text)' the template becomes too deep or too large"),
      remedy: Bilingual(
        zh: "只在逐层减少的列表的 {{#…}} 里包含自己，或减少相互包含",
        en: "include it only inside a {{#list}} that ends, or include fewer within one another"))
  }

  static func wrongElement(_ name: Name, isText: Bool) -> Diagnostic {
    Diagnostic(
      .wrongKind, at: name.place,
      message: isText
        ? Bilingual(zh: "“.”在这里是一段文字", en: "'.' is a text here")
        : Bilingual(zh: "“.”在这里不是一段文字", en: "'.' is no text here"),
      remedy: isText
        ? Bilingual(zh: "写 {{.}}", en: "print it with {{.}}")
        : Bilingual(zh: "写出字段的名称；{{.}} 只用在文字列表里", en: "name the field to print; {{.}} is for lists of texts"))
  }

  static func wrongKind(_ name: Name, field: String, kind: FieldKind, use: Use) -> Diagnostic {
    let attempt =
      switch use {
      case .escaped: Bilingual(zh: "不能用 {{ }} 印出", en: "can't be printed with {{ }}")
      case .raw: Bilingual(zh: "不能用 {{{ }}} 印出", en: "can't be printed with {{{ }}}")
      case .section: Bilingual(zh: "不能打开为一节", en: "can't be opened as a section")
      case .inverted: Bilingual(zh: "总是有的，不能取反", en: "is always there, so its absence can't be asked for")
      case .step: Bilingual(zh: "不能用点取其中的字段", en: "can't be entered by a dot")
      }
    let description = kind.description
    let whole = use == .step ? field : name.text
    let right =
      switch kind {
      case .text, .number, .address: "{{\(whole)}}"
      case .html: "{{{\(whole)}}}"
      case .texts, .addresses: "{{#\(whole)}}{{.}}{{/\(whole)}}"
      case .flag, .record, .optional, .list: "{{#\(whole)}}…{{/\(whole)}}"
      }
    return Diagnostic(
      .wrongKind, at: name.place,
      message: Bilingual(
        zh: "“\(field)”是\(description.zh)，\(attempt.zh)", en: "'\(field)' is \(description.en) and \(attempt.en)"),
      remedy: Bilingual(zh: "写 \(right)", en: "write \(right)"))
  }
}

extension FieldKind {
  /// In words, for messages and generated documentation.
  package var description: Bilingual {
    switch self {
    case .text: Bilingual(zh: "文字", en: "a text")
    case .number: Bilingual(zh: "数字", en: "a number")
    case .address: Bilingual(zh: "地址", en: "an address")
    case .html: Bilingual(zh: "可信的 HTML", en: "trusted markup")
    case .flag: Bilingual(zh: "是否", en: "a yes or no")
    case .record: Bilingual(zh: "一组字段", en: "a group of fields")
    case .optional: Bilingual(zh: "可能没有的一组字段", en: "a group of fields that may be absent")
    case .list: Bilingual(zh: "列表", en: "a list")
    case .texts: Bilingual(zh: "文字列表", en: "a list of texts")
    case .addresses: Bilingual(zh: "地址列表", en: "a list of addresses")
    }
  }
}
