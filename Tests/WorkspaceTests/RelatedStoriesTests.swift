import Foundation
import Testing

@testable import Workspace

@Suite("Stories lead to stories")
struct RelatedStoriesTests {
  private static func story(_ title: String, _ day: String, _ more: String) -> String {
    "---\ntitle: \(title)\ndate: \(day)\nsummary: 一句\n\(more)---\n\n正文。\n"
  }

  @Test("what shares the activity comes before what shares the branch; who shares nothing isn't named")
  func related() throws {
    let folder = try PublishedProject.folder()
    for campaign in ["river", "field"] {
      try folder.write(
        "content/campaigns/\(campaign)/index.md",
        "---\ntitle: \(campaign)\nfrom: 2025-03-01\nto: 2025-03-31\nsummary: 一句\n---\n\n正文。\n")
    }
    let files = [
      "river/one": Self.story("采样", "2025-03-12", "branch: b01\nactivity: a1\n"),
      "field/branch-mate": Self.story("同支部", "2025-03-13", "branch: b01\n"),
      "field/same-activity": Self.story("同活动", "2025-03-20", "activity: a1\n"),
      "field/stranger": Self.story("无关", "2025-03-21", "branch: b02\n"),
    ]
    for (path, text) in files { try folder.write("content/campaigns/\(path).md", text) }
    let page = try #require(try PublishedProject.build(folder)["stories/one.html"])
    let text = String(decoding: page, as: UTF8.self).asWritten
    let list = try #require(text.components(separatedBy: "相近的纪实").last?.components(separatedBy: "</ul>").first)
    let titles = list.components(separatedBy: "\">").compactMap { $0.components(separatedBy: "</a>").first }
    #expect(titles.filter { ["同活动", "同支部", "无关", "采样"].contains($0) } == ["同活动", "同支部"])
  }
}
