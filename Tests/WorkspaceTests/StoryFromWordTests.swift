import Foundation
import Testing
import TinyWorkbooks

/// What the command does with a text of Word's. A script stands in pandoc's place and gives its tree: the program itself is
/// tried by scripts/word-tests.
@Suite("Stories from texts of Word's")
struct StoryFromWordTests {
  private static let tree = """
    {"pandoc-api-version":[1,22],"meta":{},"blocks":[
    {"t":"Para","c":[{"t":"Strong","c":[{"t":"Str","c":"春天\\"第一课\\""}]}]},
    {"t":"Para","c":[{"t":"Str","c":"　　3月14日，研发支部的方小禾和康　宁讲了党课。"}]},
    {"t":"Para","c":[{"t":"Image","c":[["",[],[]],[],["media/image1.png",""]]}]},
    {"t":"Para","c":[{"t":"Str","c":"▲讲课"}]},
    {"t":"Para","c":[{"t":"Image","c":[["",[],[]],[],["media/image2.emf",""]]}]},
    {"t":"Para","c":[{"t":"Image","c":[["",[],[]],[],["media/../../../escaped.png",""]]}]}]}
    """

  /// A project `a`, a document and something that is called pandoc.
  private func project(
    tree: String = StoryFromWordTests.tree, document xml: String = "<w:document><wps:txbx/></w:document>"
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["new", "project", "\(folder.path)/a", "--year", "2026"]).status == 0)
    var document = TinyWorkbook(rows: "")
    document.parts = []
    document.put("word/document.xml", xml)
    document.put("word/media/image1.png", "not looked into before it is published")
    document.put("word/media/image2.emf", "x")
    try folder.write("b.docx", bytes: document.bytes)
    try folder.write("tree.json", tree)
    try folder.write(
      "bin/pandoc",
      "#!/bin/sh\nfor word; do case $word in --output=*) cp '\(folder.path)/tree.json' \"${word#--output=}\";; esac; done\n"
    )
    chmod("\(folder.path)/bin/pandoc", 0o755)
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder, path: String? = nil) throws -> Program.Outcome {
    try Program.run(
      Program.path, arguments + ["--project", "\(folder.path)/a"], locale: "zh_CN.UTF-8",
      environment: ["PATH": path ?? "\(folder.path)/bin:/usr/bin:/bin"])
  }

  @Test("a story with its details marked, its pictures beside it, and what was lost told")
  func story() throws {
    let folder = try project()
    let made = try run(["new", "story", "spring/lesson", "--from", "\(folder.path)/b.docx"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let story = try folder.text("a/content/campaigns/spring/lesson.md")
    for line in [
      "title: \"春天“第一课”\"", "date: 2026-03-14", "branch: b01", "summary: \"3月14日，研发支部的方小禾和康　宁讲了党课。\"",
      "# 文中写的是“3月14日”，没有写年份，请核对。", "# 文中提到方小禾、康宁，请核对，只是提到而没有参加的删去：",
      "![讲课](lesson-1.png \"讲课\")",
    ] { #expect(story.contains("\n\(line)\n"), "\(line)\n\(story)") }
    #expect(folder.exists("a/content/campaigns/spring/lesson-1.png"))
    #expect(!folder.exists("a/content/campaigns/spring/lesson-2.png"))
    #expect(made.output.contains("文本框 1 个"))
    #expect(made.output.contains("图片 2 张"))
    #expect(try run(["check"], in: folder).status == 0)
    let again = try run(["new", "story", "spring/lesson", "--from", "\(folder.path)/b.docx"], in: folder)
    #expect(again.status == 64)
  }

  @Test("what a picture without words shows has still to be written, and check says so until it is")
  func unwritten() throws {
    let folder = try project(tree: Self.tree.replacingOccurrences(of: "▲讲课", with: "大家都来了。"))
    #expect(try run(["new", "story", "spring/lesson", "--from", "\(folder.path)/b.docx"], in: folder).status == 0)
    let checked = try run(["check"], in: folder)
    #expect((checked.output + checked.errors).contains("missing-alt-text"))
  }

  @Test("a picture that the document shows and doesn't hold is among what was lost, and so is a table that lays it out")
  func lostPictures() throws {
    let table = """
      {"t":"Table","c":[["",[],[]],[null,[]],[],[["",[],[]],[]],[[["",[],[]],0,[],[[["",[],[]],[
      [["",[],[]],{"t":"AlignDefault"},1,1,[{"t":"Plain","c":[{"t":"Image","c":[["",[],[]],[],["media/image1.png",""]]}]}]],
      [["",[],[]],{"t":"AlignDefault"},1,1,[{"t":"Plain","c":[{"t":"Str","c":"旁边的字。"}]}]]]]]]],[["",[],[]],[]]]}
      """
    let tree = #"{"blocks":[{"t":"Para","c":[{"t":"Str","c":"第一课"}]},\#(table)]}"#
    let folder = try project(
      tree: tree, document: #"<w:document><a:blip r:embed="1"/><a:blip r:embed="9"/></w:document>"#)
    let made = try run(["new", "story", "spring/lesson", "--from", "\(folder.path)/b.docx"], in: folder)
    #expect(made.output.contains("图片 1 张"), "\(made)")
    #expect(made.output.contains("排版用的表格 1 个"))
  }

  @Test("a day that no calendar has isn't called late")
  func impossible() throws {
    let folder = try project(tree: Self.tree.replacingOccurrences(of: "3月14日", with: "2026年2月30日"))
    #expect(try run(["new", "story", "spring/lesson", "--from", "\(folder.path)/b.docx"], in: folder).status == 0)
    let story = try folder.text("a/content/campaigns/spring/lesson.md")
    #expect(story.contains("“2026年2月30日”没有这一天") && !story.contains("晚于"))
  }

  @Test("what pandoc says of a document that it can't read is told, and no time is blamed")
  func unreadable() throws {
    let folder = try project()
    try folder.write("bin/pandoc", "#!/bin/sh\necho \"couldn't parse docx file: DocxError\" >&2\nexit 63\n")
    let made = try run(["new", "story", "spring/lesson", "--from", "\(folder.path)/b.docx"], in: folder)
    #expect(made.status == 2 && made.errors.contains("DocxError") && !made.errors.contains("时间"))
  }

  @Test("a picture that stands there already is never written over, and nothing else is written")
  func taken() throws {
    let folder = try project()
    try folder.write("a/content/campaigns/spring/lesson-1.png", "mine")
    let made = try run(["new", "story", "spring/lesson", "--from", "\(folder.path)/b.docx"], in: folder)
    #expect(made.status == 64 && made.errors.contains("lesson-1.png"))
    #expect(try folder.text("a/content/campaigns/spring/lesson-1.png") == "mine")
    #expect(!folder.exists("a/content/campaigns/spring/lesson.md"))
  }

  @Test("a text that wouldn't pass is told and not written")
  func mistaken() throws {
    let number = "身份证11010519491231002X"
    let folder = try project(tree: Self.tree.replacingOccurrences(of: "讲了党课", with: number))
    let made = try run(["new", "story", "spring/lesson", "--from", "\(folder.path)/b.docx"], in: folder)
    #expect(made.status == 1 && made.errors.contains("personal-identifier"))
    #expect(!folder.exists("a/content/campaigns/spring/lesson.md"))
    #expect(!folder.exists("a/content/campaigns/spring/lesson-1.png"))
  }

  @Test("no title, no such document, no pandoc, and one that gives no tree are told apart")
  func refused() throws {
    let folder = try project(tree: "{}")
    #expect(try run(["new", "story", "spring/lesson"], in: folder).status == 64)
    let story = ["new", "story", "spring/lesson", "--from", "\(folder.path)/b.docx"]
    #expect(try run(story, in: folder).status == 2)
    let missing = try run(story, in: folder, path: "/nowhere")
    #expect(missing.status == 2 && missing.errors.contains("apt install pandoc"))
    try folder.write("b.docx", "no archive")
    let none = try run(story, in: folder)
    #expect(none.status == 64 && none.errors.contains("另存为 .docx"))
  }
}
