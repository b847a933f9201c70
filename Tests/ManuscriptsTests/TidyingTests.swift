import Testing

@testable import Manuscripts

@Suite("What a text of Word's becomes")
struct TidyingTests {
  @Test("blanks that set a paragraph in are gone, however wide they are")
  func indents() throws {
    #expect(try written(para(str("　　先看水。")), para(str("  "), strong(str("　再")), str("看岸。　"))) == "先看水。\n\n**再**看岸。\n")
  }

  @Test("a line end ends a paragraph behind a sentence or before one that is set in, and else runs on")
  func lineEnds() throws {
    #expect(
      try written(para(str("第一句说完了。"), lineBreak, str("第二句接着说的是很长很长的一段话没有完，"), lineBreak, str("到这里才完。")))
        == "第一句说完了。\n\n第二句接着说的是很长很长的一段话没有完，到这里才完。\n")
    #expect(
      try written(
        para(str("a line of words that runs on"), lineBreak, str("into the next of them."), lineBreak, str("　　又一段")))
        == "a line of words that runs on into the next of them.\n\n又一段\n")
    // Short lines stand for themselves.
    #expect(try written(para(str("春风又绿"), lineBreak, str("江南岸"))) == "春风又绿\n\n江南岸\n")
  }

  @Test(
    "straight quotation marks of a Chinese paragraph are turned in pairs, across bold; an apostrophe and an odd one stay"
  )
  func quotes() throws {
    #expect(try written(para(str(#"他说\"好\"，又说\""#), strong(str("三河")), str(#"\"。"#))) == "他说“好”，又说“**三河**”。\n")
    #expect(try written(para(str("党员'先锋'岗，it's好。"))) == "党员‘先锋’岗，it's好。\n")
    #expect(try written(para(str(#"长5\"的管子。"#))) == "长5\"的管子。\n")
    #expect(try written(para(str(#"He said \"yes\" to it."#))) == "He said \"yes\" to it.\n")
  }

  @Test("a bold line is a heading, as deep as its number says; a bold sentence isn't one")
  func headings() throws {
    #expect(
      try written(
        para(strong(str("一、为什么去"))), para(strong(str("（一）"), str("看水"))), para(strong(str("大家都说好。"))),
        para(str("二、不是粗体的"))) == "## 一、为什么去\n\n### （一）看水\n\n**大家都说好。**\n\n二、不是粗体的\n")
  }

  @Test("levels begin at the second and leave out none")
  func levels() throws {
    #expect(
      try written(header(1, str("一、甲")), header(4, str("1、乙")), header(1, str("二、丙")))
        == "## 一、甲\n\n### 1、乙\n\n## 二、丙\n")
  }

  @Test("the title is the document's, or its first line, with the one below it that begins with a dash")
  func titles() throws {
    #expect(try manuscript(para(str("正文第一句。")), title: "三条河").tidied().title == "三条河")
    let own = try manuscript(para(strong(str("三条河"))), para(str("——记一次采样")), para(str("正文。"))).tidied()
    #expect(own.title == "三条河——记一次采样")
    #expect(own.blocks == [.paragraph([.text("正文。")])])
    let none = try manuscript(para(str("开头就是一句话。")), header(1, str("甲")), header(1, str("乙"))).tidied()
    #expect(none.title == nil && none.blocks.count == 3)
    let twice = try manuscript(para(str("三条河")), para(str("正文。")), title: "三条河").tidied()
    #expect(twice.blocks.count == 1)
  }

  @Test("a picture has the line below it for its caption, without its mark; a paragraph of prose is none")
  func captions() throws {
    let a = try manuscript(
      para(str("题目")), para(picture("media/image1.jpeg")), para(str("▲采样现场")), para(picture("media/image2.png")),
      para(str("图2　午饭")), para(str("从河边"), picture("media/image1.jpeg"), str("走过。")), para(str("正文。"))
    ).tidied()
    #expect(
      a.blocks == [
        .figure(source: "media/image1.jpeg", alt: "", caption: [.text("采样现场")]),
        .figure(source: "media/image2.png", alt: "", caption: [.text("图2　午饭")]),
        .paragraph([.text("从河边走过。")]), .figure(source: "media/image1.jpeg", alt: "", caption: []),
        .paragraph([.text("正文。")]),
      ])
  }

  @Test("pictures are named after the story, one name each; what no page shows leaves its caption")
  func pictures() throws {
    let tidied = try manuscript(
      para(str("题目")), para(picture("media/image1.jpeg", alt: "图片 1")), para(str("▲采样现场")),
      para(picture("media/image2.emf")), para(str("▲示意图")), para(picture("media/image1.jpeg", alt: "三脚架")),
      para(picture("media/image9.png")), para(picture("../../etc/passwd.png"))
    ).tidied()
    let (named, names) = tidied.naming(after: "trees") { $0 == "media/image1.jpeg" || $0 == "media/image2.emf" }
    #expect(names.named == [.init(source: "media/image1.jpeg", name: "trees-1.jpg")])
    #expect(names.left == ["media/image2.emf", "media/image9.png", "../../etc/passwd.png"])
    #expect(
      markdown(named.blocks)
        == "![采样现场](trees-1.jpg \"采样现场\")\n\n示意图\n\n![三脚架](trees-1.jpg)\n")
    #expect(named.losses.all.map(\.count) == [3])
  }

  @Test("changes count as accepted, comments go, styles leave their words; all are counted")
  func losses() throws {
    let read = try manuscript(
      para(
        span("insertion", str("加的")), span("deletion", str("删的")), span("comment-start", str("批注")),
        #"{"t":"Emph","c":[\#(str("斜"))]}"#, #"{"t":"Superscript","c":[\#(str("2"))]}"#,
        #"{"t":"Math","c":[{"t":"InlineMath"},"x^2"]}"#))
    #expect(read.blocks == [.paragraph([.text("加的"), .text("斜"), .text("²"), .code("x^2")])])
    #expect(read.losses.all.map(\.kind) == [.style, .insertion, .deletion, .comment, .equation])
    #expect(read.losses.all.allSatisfy { $0.count == 1 })
  }

  @Test("a cell over several gives its words to each row; a table that holds pictures lays out a page")
  func tables() throws {
    let read = try manuscript(
      table([
        [(1, 1, para(str("河"))), (1, 2, para(str("点数")))],
        [(2, 1, para(str("余杭塘河"))), (1, 1, para(str("8|9"))), (1, 1, para(str("好")))],
        [(1, 1, para(str("7"))), (1, 1, para(str("中")))],
      ]))
    #expect(
      markdown(read.blocks)
        == "| 河 | 点数 |  |\n| --- | --- | --- |\n| 余杭塘河 | 8\\|9 | 好 |\n| 余杭塘河 | 7 | 中 |\n")
    #expect(read.losses.all.map(\.count) == [2])
    let layout = try manuscript(table([[(1, 1, para(picture("a.png"))), (1, 1, para(str("▲左")))]]))
    #expect(layout.blocks.count == 2)
    #expect(layout.losses.all.map(\.kind) == [.layout])
  }

  @Test("lists one behind the other are parted by their marks, and no rule is drawn that nobody drew")
  func lists() throws {
    let of = { (word: String) in "[" + para(str(word)) + "]" }
    let numbers = { (words: [String]) in
      #"{"t":"OrderedList","c":[[1,{"t":"Decimal"},{"t":"Period"}],[\#(words.map(of).joined(separator: ","))]]}"#
    }
    #expect(
      try written(
        bullets(para(str("甲"))), bullets(para(str("甲一")), para(str("甲二"))), bullets(para(str("乙"))),
        numbers(["一"]), numbers(["二", "三"])) == "- 甲\n\n* 甲一\n* 甲二\n\n- 乙\n\n1. 一\n\n1) 二\n2) 三\n")
    #expect(
      try written(bullets([para(str("甲")), bullets(para(str("子"))), bullets(para(str("丑")))].joined(separator: ",")))
        == "- 甲\n  - 子\n  * 丑\n")
  }

  @Test("a note follows the text with its number")
  func notes() throws {
    #expect(
      try written(para(str("二十六人"), note(para(str("含列席"))), str("参加。"))) == "二十六人[^1]参加。\n\n[^1]: 含列席\n")
  }

  @Test("what isn't pandoc's tree is refused", arguments: ["", "[]", "{}", "{\"blocks\":3}"])
  func refused(text: String) {
    #expect(throws: ManuscriptRefusal.notATree) { try readManuscript(Array(text.utf8)) }
  }

  @Test("a hundred thousand paragraphs, and one of as many pieces, are read in no time to speak of")
  func growth() throws {
    let pieces = [String](repeating: str("水"), count: 100_000)
    let many = try manuscript(
      [String](repeating: para(str("\\\"水\\\"。")), count: 100_000) + [para(pieces.joined(separator: ","))])
    let clock = ContinuousClock()
    let time = clock.measure { _ = markdown(many.tidied().blocks) }
    #expect(time < .seconds(60))
  }
}
