import Diagnostics
import Foundation
import Testing
import Texts

@testable import Workspace

/// A line that names a folder of pictures.
@Suite("Galleries of folders") struct FolderGalleryTests {
  private static let square =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>"

  /// Without what the small project is told of its branches.
  private func told(_ folder: TemporaryFolder) throws -> [Diagnostic] {
    try checkSite(project: folder.path).diagnostics.filter { $0.code != .painPointMissing }
  }

  @Test("a line that names a folder is a gallery of its pictures, with numbered words and named captions")
  func folderGallery() throws {
    let folder = try SmallProject.folder()
    for name in ["IMG_1.svg", "种 树.svg"] { try folder.write("content/pages/植树/\(name)", Self.square) }
    try folder.write("content/pages/三月.md", "---\ntitle: 三月\n---\n\n![三月植树](植树/)\n\n```\n![x](植树/)\n```\n")
    let page = String(decoding: try #require(PublishedProject.build(folder)["三月.html"]), as: UTF8.self)
    #expect(page.contains("<div class=\"gallery of-2\">"))
    #expect(page.contains("alt=\"三月植树 1\"") && page.contains("alt=\"三月植树 2\""))
    #expect(page.contains("<figcaption>种 树</figcaption>") && !page.contains("<figcaption>IMG"))
    #expect(page.contains("![x](植树/)"))
    try folder.write("content/pages/三月.md", "---\ntitle: 三月\n---\n\n![没有](空/)\n")
    #expect(try checkSite(project: folder.path).diagnostics.map(\.code).contains(.missingImage))
  }

  @Test("pictures of a folder come in the order of the numbers in their names")
  func numberedGallery() throws {
    let folder = try SmallProject.folder()
    for number in [1, 2, 10, 11] { try folder.write("content/pages/集/第\(number)张.svg", Self.square) }
    try folder.write("content/pages/三月.md", "---\ntitle: 三月\n---\n\n![三月](集/)\n")
    let page = String(decoding: try #require(PublishedProject.build(folder)["三月.html"]), as: UTF8.self).asWritten
    let captions = page.matches(of: /<figcaption>(.*?)<\/figcaption>/).map { String($0.1) }.filter { !$0.isEmpty }
    #expect(captions == ["第1张", "第2张", "第10张", "第11张"])
  }

  @Test("a gallery without words is one warning, where it stands and as it is written")
  func galleryWithoutWords() throws {
    let folder = try SmallProject.folder()
    for number in 1...7 { try folder.write("content/pages/集/第\(number)张.svg", Self.square) }
    try folder.write("content/pages/三月.md", "---\ntitle: 三月\n---\n\n字。\n\n  ![](集/)\n")
    let found = try told(folder)
    #expect(found.map(\.code) == [.missingAltText])
    #expect(found.first?.place?.line == 7 && found.first?.place?.column == 3)
    #expect(found.first?.message.zh == "图集“集/”没有替代文字")
    #expect(found.first?.remedy.zh.hasSuffix("![图上有什么](集/)") == true)
  }

  @Test(
    "a folder that isn't alone on its line is called a folder, and its pictures aren't called useless",
    arguments: ["![集](集)", "![集](集/ \"题\")", "- ![集](集/)", "> ![集](集/)", "看 ![集](集/) 吧。", "| 甲 |\n|---|\n| ![集](集/) |"])
  func misplacedGallery(prose: String) throws {
    let folder = try SmallProject.folder()
    try folder.write("content/pages/集/一.svg", Self.square)
    try folder.write("content/pages/三月.md", "---\ntitle: 三月\n---\n\n\(prose)\n")
    let found = try told(folder)
    #expect(found.map(\.code) == [.missingImage])
    #expect(found.first?.message.zh.contains("文件夹") == true)
    #expect(found.first?.remedy.zh.contains("单独占一行") == true)
    try folder.write("content/pages/三月.md", "---\ntitle: 三月\n---\n\n![集](集/)\n\n![空](空/)\n")
    let empty = try told(folder)
    #expect(empty.map(\.message.zh) == ["文件夹“空/”里没有图片，或没有这个文件夹"])
  }
}
