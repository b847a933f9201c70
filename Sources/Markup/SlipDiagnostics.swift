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
    case .noteWithoutText(let label):
      (
        Bilingual(zh: "脚注 [^\(label)] 没有文字", en: "the footnote [^\(label)] has no text"),
        Bilingual(zh: "另起一段写 [^\(label)]: 脚注的文字", en: "write it as a paragraph of its own: [^\(label)]: the text")
      )
    case .noteWithoutMark(let label):
      (
        Bilingual(zh: "正文里没有用到脚注 [^\(label)]", en: "no mark leads to the footnote [^\(label)]"),
        Bilingual(
          zh: "在正文要注的地方写 [^\(label)]，或删去这一段", en: "write [^\(label)] where it belongs, or take the paragraph out")
      )
    case .noteTwice(let label):
      (
        Bilingual(zh: "脚注 [^\(label)] 写了两次，只用第一次的", en: "the footnote [^\(label)] is written twice; the first counts"),
        Bilingual(zh: "删去一个，或换一个记号", en: "take one out, or give it another label")
      )
    case .noteInside(let label):
      (
        Bilingual(
          zh: "脚注 [^\(label)] 的文字写在引用或列表里，不成脚注",
          en: "the text of the footnote [^\(label)] stands in a quote or a list and is none"),
        Bilingual(zh: "移到外层，另起一段", en: "make it a paragraph of its own outside")
      )
    case .noteColon(let label):
      (
        Bilingual(zh: "脚注后面的冒号是中文的“：”", en: "the colon behind the footnote is full-width"),
        Bilingual(zh: "写成 [^\(label)]: 文字", en: "write [^\(label)]: and the text")
      )
    case .noteInPicture(let label):
      (
        Bilingual(
          zh: "脚注 [^\(label)] 写在图片的替代文字或图注里，读者点不到",
          en: "the footnote [^\(label)] stands in a picture's alternative text or caption, where nobody can follow it"),
        Bilingual(zh: "写到正文里", en: "put it into the text")
      )
    case .strikeInCaption:
      (
        Bilingual(zh: "图注里不能划去文字，~~ 会原样印出", en: "a caption strikes nothing out, and its ~~ are printed"),
        Bilingual(zh: "直接写改好的图注", en: "write the caption as it shall be")
      )
    case .noteContinued:
      (
        Bilingual(zh: "脚注只有一段，这一段会印成代码", en: "a footnote is one paragraph; this one is printed as code"),
        Bilingual(zh: "并到上一段里，或写成另一条脚注", en: "join it to the paragraph above, or make it a footnote of its own")
      )
    case .box(let text):
      (
        Bilingual(zh: "方框的写法不对，会原样印出", en: "this makes no box and is printed as it is"),
        Bilingual(zh: "写成 \(text)", en: "write \(text)")
      )
    case .highlight(let text):
      (
        Bilingual(zh: "== 不是这里的记号，会原样印出", en: "== is no mark here and is printed as it is"),
        Bilingual(zh: "要突出就加粗：\(text)", en: "to stress it write it in bold: \(text)")
      )
    case .wideNote(let label):
      (
        Bilingual(zh: "脚注的方括号是中文的，不成脚注", en: "full-width brackets make no footnote"),
        Bilingual(zh: "写成 [^\(label)]", en: "write [^\(label)]")
      )
    }
  }
}
