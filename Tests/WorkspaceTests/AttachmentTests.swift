import Addressing
import Diagnostics
import Foundation
import Testing
import Texts

@testable import Workspace

/// Files beside texts as a reader of the published site meets them.
@Suite("Attachments, published")
struct AttachmentTests {
  private func folder(_ prose: String, _ files: [String: String]) throws -> TemporaryFolder {
    let folder = try PublishedProject.folder()
    try folder.write("content/pages/下载/表格.md", "---\ntitle: 表格\n---\n\n\(prose)\n")
    for (name, text) in files { try folder.write("content/pages/下载/" + name, text) }
    return folder
  }

  /// What is said of files; the small project has warnings of its own.
  private func told(_ folder: TemporaryFolder) throws -> [Diagnostic] {
    try checkSite(project: folder.path).diagnostics.filter { $0.path != nil }
  }

  private func found(_ folder: TemporaryFolder) throws -> [String] {
    try told(folder).map { "\($0.code.rawValue) \($0.path ?? "")" }
  }

  @Test("a file is published byte for byte where a page links to it, and the link says what it is and how large")
  func published() throws {
    let text = "%PDF-1" + String(repeating: "一", count: 498)
    let folder = try folder("看[申请 表](<申请 表.pdf>)和[说明](说明.txt)。", ["申请 表.pdf": text, "说明.txt": "照此办理。"])
    let files = try PublishedProject.build(folder)
    #expect(files["media/pages/下载/申请 表.pdf"] == Data(text.utf8))
    let page = String(decoding: files["下载/表格.html"] ?? Data(), as: UTF8.self).asWritten
    let address = SitePath("media/pages/下载/申请 表.pdf").address
    // 1500 bytes are 1.46 units of 1024, rounded up.
    #expect(page.contains("看<a href=\"../\(address)\">申请 表</a><small class=\"of-file\">（PDF，1.5 KB）</small>和"))
    #expect(page.contains("说明</a><small class=\"of-file\">（文本，15 字节）</small>。"))
  }

  @Test("one that nobody refers to is named and stays at home")
  func unused() throws {
    let folder = try folder("没有链接。", ["名单.mp3": "x", "旧.doc": "x"])
    #expect(
      try found(folder) == [
        "unused-file content/pages/下载/名单.mp3", "unused-file content/pages/下载/旧.doc",
      ])
    #expect(try PublishedProject.build(folder).keys.allSatisfy { !$0.hasPrefix("media/pages") })
  }

  @Test(
    "numbers of persons are refused in a text and in a name",
    arguments: [("说明.txt", "一\n电话13800138000"), ("13800138000.mp3", "x")])
  func numbers(name: String, text: String) throws {
    let folder = try folder("[看](\(name))", [name: text])
    #expect(try found(folder) == ["personal-identifier content/pages/下载/\(name)"])
  }

  @Test("who made a PDF is a warning once, and the file stays as it is")
  func details() throws {
    let text = "%PDF-1.4\n/Author (张三) /Author (李四) /CreationDate (D:20250301)"
    let folder = try folder("[甲](a.pdf)、[又](a.pdf)", ["a.pdf": text])
    let warnings = try told(folder)
    #expect(warnings.map(\.code) == [.attachmentDetails, .attachmentUnread])
    #expect(warnings.first?.message.zh == "这个附件的属性里写着作者“张三”、日期“2025-03-01”")
    #expect(try PublishedProject.build(folder)["media/pages/下载/a.pdf"] == Data(text.utf8))
  }

  @Test("a film that stands by itself plays in its page, within the page's policy, and has its link with kind and size")
  func film() throws {
    let folder = try folder("[年会](年会.mp4)", ["年会.mp4": "\0\0\0\u{8}ftyp"])
    let page = String(decoding: try #require(PublishedProject.build(folder)["下载/表格.html"]), as: UTF8.self)
      .asWritten
    let address = "../" + SitePath("media/pages/下载/年会.mp4").address
    #expect(page.contains("media-src 'self'"))
    #expect(page.contains("<video controls preload=\"none\" src=\"\(address)\"></video>"))
    #expect(page.contains("<a href=\"\(address)\">年会</a><small class=\"of-file\">（视频，8 字节）</small></figcaption>"))
  }

  @Test("that a PDF's text isn't looked into is told once, and taken back by who looked it through")
  func closed() throws {
    let folder = try folder("[甲](a.pdf)、[又](a.pdf)", ["a.pdf": "%PDF-1.4"])
    #expect(try found(folder) == ["attachment-unread content/pages/下载/a.pdf"])
    try folder.write(
      "content/warnings.yaml",
      "- {code: attachment-unread, at: pages/下载/a.pdf, reason: 逐页看过, until: 2099-12-31}\n")
    #expect(try found(folder) == [])
  }

  @Test("numbers of persons are found in a text that Notepad saved as Unicode")
  func wide() throws {
    let folder = try folder("[看](a.txt)", [:])
    let units = "电话13800138000".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try Data([0xFF, 0xFE] + units).write(to: URL(filePath: folder.path + "/content/pages/下载/a.txt"))
    #expect(try found(folder) == ["personal-identifier content/pages/下载/a.txt"])
  }

  @Test("one that a draft alone leads to is looked through when the draft is published, and not before")
  func ofDraft() throws {
    let folder = try folder("草稿。", ["a.pdf": "%PDF-1.4"])
    try folder.write("content/pages/下载/表格.md", "---\ntitle: 表格\ndraft: true\n---\n\n[甲](a.pdf)\n")
    #expect(try found(folder).filter { $0.hasSuffix("a.pdf") } == [])
    try folder.write("content/pages/下载/表格.md", "---\ntitle: 表格\n---\n\n[甲](a.pdf)\n")
    #expect(try found(folder) == ["attachment-unread content/pages/下载/a.pdf"])
  }

  @Test("bytes that are no text aren't one, whatever they are called")
  func noText() throws {
    let folder = try folder("[看](a.txt)", ["a.txt": "一\n二\0三"])
    #expect(try found(folder) == ["other-kind content/pages/下载/a.txt"])
  }

  @Test("a program that is called a text of Word's is refused at its place")
  func other() throws {
    let folder = try folder("[看](a.docx)", ["a.docx": "MZ\0"])
    #expect(try found(folder) == ["other-kind content/pages/下载/a.docx"])
  }

  @Test("a film larger than an attachment may be is refused for its size, without being read")
  func large() throws {
    let folder = try folder("[录像](a.mp4)", ["a.mp4": ""])
    let file = try FileHandle(forWritingTo: URL(filePath: folder.path + "/content/pages/下载/a.mp4"))
    // A hole: the disk has nothing to give.
    try file.truncate(atOffset: 1 << 30)
    try file.close()
    #expect(try found(folder) == ["file-too-large content/pages/下载/a.mp4"])
  }
}
