import Diagnostics
import Texts

extension Diagnostic {
  private static func syntax(_ place: Place, zh: String, en: String, remedyZh: String, remedyEn: String) -> Diagnostic {
    Diagnostic(
      .templateSyntax, at: place, message: Bilingual(zh: zh, en: en), remedy: Bilingual(zh: remedyZh, en: remedyEn))
  }

  static func tagNotClosed(closing: [UInt8], at place: Place) -> Diagnostic {
    let mark = String(decoding: closing, as: UTF8.self)
    return syntax(
      place, zh: "标签没有以 \(mark) 结束", en: "the tag is not closed by \(mark)",
      remedyZh: "在名称后补上 \(mark)", remedyEn: "write \(mark) after the name")
  }

  static func malformedName(_ name: String, at place: Place) -> Diagnostic {
    syntax(
      place, zh: name.isEmpty ? "标签里没有名称" : "“\(name)”不能作名称",
      en: name.isEmpty ? "the tag holds no name" : "'\(name)' is no name",
      remedyZh: "写一个不含空格的名称；下一级字段用一个点连接，如 {{branch.title}}",
      remedyEn: "write one name without spaces; join the names of nested fields by one dot, as in {{branch.title}}")
  }

  static func malformedDelimiters(_ text: String, at place: Place) -> Diagnostic {
    syntax(
      place, zh: "“\(text)”不是一对定界符", en: "'\(text)' is no pair of delimiters",
      remedyZh: "写两个定界符，中间空一格，不含等号，如 {{=<% %>=}}",
      remedyEn: "write two delimiters with a space between and no equals sign, as in {{=<% %>=}}")
  }

  static func sectionNotClosed(_ name: String, at place: Place) -> Diagnostic {
    syntax(
      place, zh: "“\(name)”打开后没有关闭", en: "'\(name)' is opened and never closed",
      remedyZh: "在内容之后补上 {{/\(name)}}", remedyEn: "write {{/\(name)}} after its content")
  }

  static func strayClosingTag(_ name: String, open: String?, at place: Place) -> Diagnostic {
    syntax(
      place, zh: "{{/\(name)}} 没有对应的开头", en: "{{/\(name)}} closes nothing",
      remedyZh: open.map { "这里打开着的是“\($0)”：写 {{/\($0)}}" } ?? "删去它，或在前面补上开头标签",
      remedyEn: open.map { "what is open here is '\($0)': write {{/\($0)}}" } ?? "remove it, or open it before")
  }

  static func sectionsTooDeep(_ name: String, limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .recursionTooDeep, at: place,
      message: Bilingual(
        zh: "“\(name)”处嵌套超过 \(limit) 层", en: "at '\(name)' more than \(limit) sections stand within one another"),
      remedy: Bilingual(zh: "把内层移到单独的模板里，或减少嵌套", en: "nest less, or move the inner ones to a partial"))
  }

  static func blockGivenTwice(_ name: String, at place: Place) -> Diagnostic {
    syntax(
      place, zh: "区块“\(name)”在这里给了两次", en: "the block '\(name)' is given twice",
      remedyZh: "只留一个", remedyEn: "keep one of them")
  }

  static func textInParent(_ parent: String, at place: Place) -> Diagnostic {
    syntax(
      place, zh: "{{<\(parent)}} 里、区块之外的文字不会印出",
      en: "text inside {{<\(parent)}} but outside its blocks is never printed",
      remedyZh: "把它放进一个区块 {{$名称}}…{{/名称}}，或删去", remedyEn: "move it into a block {{$name}}…{{/name}}, or remove it")
  }

  static func notAnArgument(_ name: String, of parent: String, at place: Place) -> Diagnostic {
    syntax(
      place, zh: "“\(name)”在 {{<\(parent)}} 里、区块之外，不会印出",
      en: "'\(name)' inside {{<\(parent)}} but outside its blocks is never printed",
      remedyZh: "把它放进一个区块 {{$名称}}…{{/名称}}，或删去", remedyEn: "move it into a block {{$name}}…{{/name}}, or remove it")
  }
}
