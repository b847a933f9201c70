import Diagnostics
import Texts

extension Diagnostic {
  static func markdownSlip(_ kind: Slip.Kind, at place: Place) -> Diagnostic {
    let (message, remedy) = kind.words
    return Diagnostic(.markdownSlip, kind.isLoss ? .error : .warning, at: place, message: message, remedy: remedy)
  }
}

extension Slip.Kind {
  /// Whether a picture or a link would be missing from the page, and its brackets printed.
  fileprivate var isLoss: Bool {
    switch self {
    case .spaced, .wideBrackets: true
    default: false
    }
  }

  fileprivate var words: (message: Bilingual, remedy: Bilingual) {
    switch self {
    case .spaced(let text):
      (
        Bilingual(zh: "文件名里有空格，这里会原样印出方括号", en: "the address has a space, so its brackets are printed"),
        Bilingual(zh: "写成 \(text)", en: "write \(text)")
      )
    case .wideBrackets(let text):
      (
        Bilingual(zh: "地址外面是中文括号，这里会原样印出", en: "the address stands in full-width brackets, which are printed"),
        Bilingual(zh: "写成 \(text)", en: "write \(text)")
      )
    case .wideMark:
      (
        Bilingual(zh: "“！”是中文感叹号，图片成了链接", en: "a full-width ！ makes this a link and no picture"),
        Bilingual(zh: "换成英文的 !", en: "write ! instead")
      )
    case .indented:
      (
        Bilingual(zh: "行首四个空格或制表符是代码的写法", en: "four spaces or a tab in front make this code"),
        Bilingual(zh: "段落不用缩进；是代码就放在两行 ``` 之间", en: "don't indent paragraphs; put code between two lines of ```")
      )
    case .enumeration:
      (
        Bilingual(zh: "这一条会与上一行连成一段", en: "this entry runs on from the line above it"),
        Bilingual(zh: "写成“1. ”开头的列表，或在每条之间空一行", en: "begin it with “1. ”, or leave an empty line between entries")
      )
    case .heading:
      (
        Bilingual(zh: "# 后面没有空格，不成小标题，会原样印出", en: "without a space after # this is no heading and is printed as it is"),
        Bilingual(zh: "写成“## 标题”；不是小标题就写成 \\#", en: "write “## heading”, or \\# where none is meant")
      )
    case .underlined:
      (
        Bilingual(
          zh: "紧接着的一行 --- 或 === 把这句话变成了小标题", en: "the line of --- or === below makes a heading of this sentence"),
        Bilingual(zh: "中间空一行", en: "leave an empty line between them")
      )
    case .widePipe:
      (
        Bilingual(zh: "表格的竖线是中文的 ｜，不成表格", en: "full-width ｜ makes no table"),
        Bilingual(zh: "换成英文的 |", en: "write | instead")
      )
    case .tableWithoutRule:
      (
        Bilingual(
          zh: "表头下面缺少一行 |---|---|，不成表格", en: "the row |---|---| is missing below the header, so this is no table"),
        Bilingual(zh: "在这一行前面补上，每格一个 ---", en: "put it before this line, with --- for each cell")
      )
    case .ruleWithoutHeader:
      (
        Bilingual(zh: "分隔行上面没有表头，不成表格", en: "no header stands directly above this row, so this is no table"),
        Bilingual(zh: "表头紧挨着写在它上面，中间不空行", en: "write the header directly above it, without an empty line")
      )
    case .strikethrough:
      (
        Bilingual(zh: "没有删除线这种写法，~~ 会原样印出", en: "there is no strikethrough: ~~ is printed as it is"),
        Bilingual(zh: "删去这几个字，或用文字说明", en: "leave the words out, or say it in words")
      )
    case .task:
      (
        Bilingual(zh: "没有勾选框这种写法，方括号会原样印出", en: "there are no checkboxes: the brackets are printed as they are"),
        Bilingual(zh: "写成“- 已完成：……”或用 ☐ ☑", en: "write “- done: …”, or ☐ and ☑")
      )
    case .footnote:
      (
        Bilingual(zh: "没有脚注这种写法，[^ ] 会原样印出", en: "there are no footnotes: [^ ] is printed as it is"),
        Bilingual(zh: "把说明写进正文的括号里", en: "put the remark into the text, in brackets")
      )
    }
  }
}
