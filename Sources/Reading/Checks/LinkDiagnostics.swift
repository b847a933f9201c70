import Addressing
import Diagnostics
import Parsing
import Scoring
import Texts

/// What to write instead of a reference that leads nowhere.
enum LinkRemedy {
  /// The file exists; so its name is written in an address.
  case spelling(String)
  case file(String)

  fileprivate var text: Bilingual {
    switch self {
    case .spelling(let text):
      Bilingual(
        zh: "文件名里的 %、#、? 在链接里要写成 \(text)", en: "A name's %, # and ? are written so in a link: \(text)")
    case .file(let path): Bilingual(zh: "是不是 \(path)？", en: "Did you mean \(path)?")
    }
  }
}

extension Diagnostic {
  static func unsafePath(_ text: String, _ refusal: SitePath.Refusal, at place: Place) -> Diagnostic {
    switch refusal {
    case .outside: unsafePath(text, at: place, path: nil)
    case .backslash:
      Diagnostic(
        .unsafePath, at: place,
        message: Bilingual(zh: "路径“\(text)”里有反斜杠", en: "the path “\(text)” has a backslash"),
        remedy: Bilingual(zh: "文件夹之间写 /", en: "Part folders with /"))
    case .undecodable:
      Diagnostic(
        .unsafePath, at: place,
        message: Bilingual(
          zh: "路径“\(text)”里的百分号不成文字", en: "the percent signs of the path “\(text)” make no text"),
        remedy: Bilingual(zh: "照文件夹里的文件名写；名字里的 % 写成 %25", en: "Write the file's name; a % in it is written %25"))
    }
  }

  static func unsafePath(_ text: String, at place: Place?, path: String?) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: place, path: path,
      message: Bilingual(zh: "“\(text)”指向 content/ 之外", en: "“\(text)” leads out of content/"),
      remedy: Bilingual(
        zh: "用相对路径指向 content/ 里的文件；图片放在文章旁边",
        en: "Use a relative path to a file in content/; keep pictures beside the story"))
  }

  static func deadLink(_ destination: String, _ remedy: LinkRemedy?, at place: Place) -> Diagnostic {
    Diagnostic(
      .deadLink, at: place,
      message: Bilingual(zh: "链接“\(destination)”没有对应的文件", en: "the link “\(destination)” leads to no file"),
      remedy: remedy?.text
        ?? Bilingual(
          zh: "写相对于本文件的路径，如 ../../works/w101.md", en: "Write a path relative to this file, such as ../../works/w101.md")
    )
  }

  /// A table of records alone.
  static func linkToTable(_ destination: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .deadLink, at: place,
      message: Bilingual(
        zh: "“\(destination)”是账上的一张表，网站上没有这一页", en: "“\(destination)” is a table of the ledger and has no page"),
      remedy: leadingByID)
  }

  static func linkToUnknownRecord(
    _ destination: String, _ id: String, _ year: Int, _ suggestion: Bilingual?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .deadLink, at: place,
      message: Bilingual(
        zh: "链接“\(destination)”没有对应的记录：\(year)年没有记录号“\(id.shortened)”",
        en: "the link “\(destination)” leads to no record: \(year) has none with the id “\(id.shortened)”"),
      remedy: suggestion.map { Bilingual(zh: "是不是“\($0.zh)”？", en: "Did you mean “\($0.en)”?") } ?? leadingByID)
  }

  static func linkToOtherTable(_ destination: String, _ id: String, _ citation: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .deadLink, at: place,
      message: Bilingual(
        zh: "记录号“\(id.shortened)”不在“\(destination)”里", en: "the record “\(id.shortened)” isn't in “\(destination)”"),
      remedy: Bilingual(zh: "它在 \(citation)，照那个文件写", en: "It stands in \(citation): name that file"))
  }

  static func linkToWaitingRecord(_ destination: String, _ day: Day, _ citation: String, at place: Place) -> Diagnostic
  {
    Diagnostic(
      .deadLink, at: place,
      message: Bilingual(
        zh: "“\(destination)”这条记录到 \(day) 才算（\(citation)），账上还没有这一行",
        en: "the record of “\(destination)” counts from \(day) on (\(citation)): the ledger has no such line yet"),
      remedy: Bilingual(
        zh: "到那天再链接，或留下文字、去掉链接", en: "Link to it from that day on, or leave the words and take the link away"))
  }

  private static var leadingByID: Bilingual {
    Bilingual(
      zh: "在那条记录的“记录号”一列写上编号，链接写成 文件#记录号，如 ../../years/2025/records/b07-q2.csv#r25-b07-01；行号会变，不能用来链接",
      en:
        "Give the record an id in its column and link to FILE#ID, such as ../../years/2025/records/b07-q2.csv#r25-b07-01; numbers of rows change"
    )
  }

  static func pageless(_ destination: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .deadLink, at: place,
      message: Bilingual(
        zh: "“\(destination)”只印在光荣榜里，网站上没有这一页", en: "“\(destination)” is printed in the honor roll and has no page"),
      remedy: Bilingual(zh: "去掉这个链接，留下文字", en: "Leave the words and take the link away"))
  }

  static func linkToHeld(_ destination: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .deadLink, at: place,
      message: Bilingual(
        zh: "“\(destination)”还是草稿或日期没有到，网站上没有这一页",
        en: "“\(destination)” is a draft or dated later: the site has no such page yet"),
      remedy: Bilingual(zh: "先发布那一篇，或留下文字、去掉链接", en: "Publish it first, or leave the words and take the link away"))
  }

  static func linkToOffice(_ destination: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .deadLink, at: place,
      message: Bilingual(
        zh: "“\(destination)”是办公室的报告，内网上没有这一页",
        en: "“\(destination)” is the office's report: the intranet has no such page"),
      remedy: Bilingual(
        zh: "去掉链接和名字，或让那份报告也给内网看", en: "Take link and name away, or let the intranet have that report too"))
  }

  static func deadFragment(_ id: String, in path: String, suggestion: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .deadLink, at: place,
      message: Bilingual(zh: "\(path) 里没有小标题“#\(id)”", en: "\(path) has no heading “#\(id)”"),
      remedy: suggestion.map { Bilingual(zh: "是不是“#\($0)”？", en: "Did you mean “#\($0)”?") }
        ?? Bilingual(zh: "改成那一页的小标题，或删去 # 之后的部分", en: "Name one of its headings, or remove what follows #"))
  }

  static func missingImage(_ name: String, _ remedy: LinkRemedy? = nil, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingImage, at: place,
      message: Bilingual(zh: "找不到图片“\(name)”", en: "there is no picture “\(name)”"),
      remedy: remedy?.text
        ?? Bilingual(
          zh: "把图片放到文章所在的文件夹，核对文件名的大小写", en: "Put it into the story's folder; check capital letters in its name"))
  }

  static func folderAsPicture(_ name: String, at place: Place) -> Diagnostic {
    let folder = name.ends(with: "/") ? name : name + "/"
    return Diagnostic(
      .missingImage, at: place,
      message: Bilingual(zh: "“\(name)”是文件夹，不是图片", en: "“\(name)” is a folder and no picture"),
      remedy: Bilingual(
        zh: "整个文件夹的图集单独占一行，以 / 结尾：![图上有什么](\(folder))；不写在句子、列表、引用、表格里，不加标题",
        en:
          "a folder's gallery stands alone on its line and ends with /: ![what they show](\(folder)); not in a sentence, a list, a quote or a table, and without a title"
      ))
  }

  static func folderWithoutPictures(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingImage, at: place,
      message: Bilingual(
        zh: "文件夹“\(name)”里没有图片，或没有这个文件夹", en: "the folder “\(name)” holds no picture, or isn't there"),
      remedy: Bilingual(
        zh: "把图片放进这个文件夹，核对它的名字；它放在文章旁边",
        en: "Put the pictures into that folder, beside the story, and check its name"))
  }

  static func documentAsPicture(_ name: String, _ words: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingImage, at: place,
      message: Bilingual(zh: "“\(name)”不是图片，浏览器不会显示", en: "“\(name)” is no picture, and browsers don't show it as one"),
      remedy: Bilingual(
        zh: "写成链接，去掉感叹号：[\(words)](<\(name)>)",
        en: "Make it a link, without the exclamation mark: [\(words)](<\(name)>)"))
  }

  static func unusedAsset(_ path: String) -> Diagnostic {
    Diagnostic(
      .unusedFile, .warning, at: nil, path: path,
      message: Bilingual(zh: "没有一篇文章用到这个文件，不会发布", en: "no text refers to this file, so it isn't published"),
      remedy: Bilingual(zh: "在文章里引用它，或移走它", en: "Refer to it in a text, or move it away"))
  }
}
