import Addressing
import Foundation
import Testing

@testable import Workspace

/// Tags and long lists as a reader of the published site meets them.
@Suite("Tags and stories by year, published")
struct LongListsPublishedTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try PublishedProject.folder()
    try folder.write(
      "content/campaigns/many/index.md",
      "---\ntitle: 许多\nfrom: 2024-01-01\nto: 2025-02-28\nsummary: 很多篇。\n---\n\n专题的话。\n")
    return folder
  }

  private func story(_ title: String, _ day: String, _ details: String = "") -> String {
    "---\ntitle: \(title)\ndate: \(day)\nsummary: 摘要。\n\(details)---\n\n正文。\n"
  }

  private func text(_ files: [String: Data], _ path: String) -> String {
    String(decoding: files[path] ?? Data(), as: UTF8.self).asWritten
  }

  private func cards(_ page: String) -> [String] {
    page.matches(of: /<h3><a href="[^"]*">([^<]*)</).map { String($0.1) }
  }

  @Test("a tag's page lists stories and pages, newest first, and each text leads to it")
  func tags() throws {
    let folder = try folder()
    try folder.write("content/campaigns/many/old.md", story("旧事", "2024-05-01", "tags: [安 全, 河]\n"))
    try folder.write("content/campaigns/many/new.md", story("新事", "2025-02-01", "tags: [安 全]\n"))
    try folder.write("content/pages/指南.md", "---\ntitle: 指南\ndate: 2025-01-01\ntags: [安 全]\n---\n\n正文。\n")
    let files = try PublishedProject.build(folder)
    let address = SitePath("tags/安 全.html").address
    let lines = text(files, "tags/安 全.html").matches(of: /<li><a href="[^"]*">([^<]*)<\/a><time/).map { String($0.1) }
    #expect(lines == ["新事", "指南", "旧事"])
    #expect(text(files, "tags.html").contains("<li><a href=\"\(address)\">安 全</a><span class=\"sub\">3篇</span>"))
    #expect(text(files, "stories/new.html").contains("<a class=\"item\" href=\"../\(address)\">安 全</a>"))
    #expect(text(files, "指南.html").contains("<a class=\"item\" href=\"\(address)\">安 全</a>"))
    #expect(text(files, "about.html").contains("<a href=\"tags.html\">标签</a>"))
  }

  @Test("without a tag there is no page of them, nor a link to one")
  func noTags() throws {
    let files = try PublishedProject.build(try folder())
    #expect(!files.keys.contains { $0.hasPrefix("tags") })
    #expect(!text(files, "about.html").contains("tags.html"))
  }

  @Test("beyond sixty stories stand by year: the newest on the index, each on its year's page and its campaign's")
  func years() throws {
    let folder = try folder()
    // 28 days of each of the first two months of 2025, and eight days of 2024: 64.
    for (index, day) in ((1...28).flatMap { ["2025-01-\($0)", "2025-02-\($0)"] } + (1...8).map { "2024-03-\($0)" })
      .enumerated()
    {
      let parts = day.split(separator: "-").map(String.init)
      let written = parts[0] + "-" + parts[1] + "-" + (parts[2].count == 1 ? "0" : "") + parts[2]
      try folder.write("content/campaigns/many/s\(index).md", story(written, written))
    }
    let files = try PublishedProject.build(folder)
    let shown = cards(text(files, "stories/index.html"))
    #expect(shown.count == 60 && shown.first == "2025-02-28" && shown.last == "2024-03-05")
    #expect(text(files, "stories/index.html").contains("<a href=\"2024/index.html\">2024年，8篇</a>"))
    #expect(cards(text(files, "stories/2025/index.html")).count == 56)
    #expect(cards(text(files, "stories/2024/index.html")).last == "2024-03-01")
    #expect(cards(text(files, "campaigns/many.html")).count == 60)
    #expect(cards(text(files, "campaigns/many/2.html")) == ["2024-03-04", "2024-03-03", "2024-03-02", "2024-03-01"])
    #expect(text(files, "campaigns/many.html").contains("<a href=\"many/2.html\">第2页</a>"))
    #expect(!text(files, "campaigns/many/2.html").contains("专题的话"))
  }
}
