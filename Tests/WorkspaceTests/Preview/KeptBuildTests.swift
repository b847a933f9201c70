import Diagnostics
import Foundation
import Reading
import Reports
import Testing
import Texts

@testable import Disk
@testable import Workspace

/// A preview that keeps what didn't change shows and tells the same as one that reads everything anew: whatever is saved,
/// broken, mended, renamed or deleted, and in whatever order.
@Suite("What a preview keeps between two saves")
struct KeptBuildTests {
  /// More stories than are read at one go, a chart with its table, pages below one another, a report, templates.
  private static let files: [String: String] = {
    var files = Dictionary(uniqueKeysWithValues: SmallProject.files.map { ("content/" + $0, $1) })
    files["content/campaigns/rivers/index.md"] =
      "---\ntitle: 走到河边\nfrom: 2025-03-01\nto: 2025-09-30\nworks: [w101]\nsummary: 三条河。\n---\n\n缘起。\n"
    files["content/campaigns/rivers/rates.csv"] = "名,值\n甲,1\n乙,2\n"
    for number in 10..<80 {
      files["content/campaigns/rivers/story-\(number).md"] = story(number, "第\(number)次。")
    }
    files["content/pages/garden.md"] =
      "---\ntitle: 园地\nsummary: 自己的页\n---\n\n见[第十篇](../campaigns/rivers/story-10.md)。\n"
    files["content/pages/house/rules.md"] =
      "---\ntitle: 家规\nsummary: 两条\ndate: 2025-05-01\n---\n\n## 其一\n\n[回去](#其一)。\n"
    files["content/reports/points.md"] = """
      ---
      title: 谁的分多
      headline: "{{all.people}}人有分"
      summary: 到{{day}}为止。
      ---

      ```sql figure all
      SELECT count(*) AS people FROM member_points WHERE year = :year
      ```

      """
    return files
  }()

  private static func story(_ number: Int, _ text: String) -> String {
    """
    ---
    title: 第\(number)篇
    date: 2025-0\(3 + number % 5)-\(10 + number % 18)
    branch: b0\(1 + number % 2)
    author: wang-wei
    people: [li-na]
    works: [w101]
    summary: 一句话。
    tags: [河\(number % 3)]
    ---

    \(text)

    """
  }

  /// What a person may do to a project between two looks at its preview.
  private static func edit(_ folder: TemporaryFolder, _ dice: inout Dice) throws -> String {
    let paths = try folder.contents(of: ".").keys.filter { $0.hasPrefix("content/") || $0.hasPrefix("templates/") }
      .sorted()
    let path = try #require(paths.randomElement(using: &dice))
    let stories = paths.filter { $0.hasPrefix("content/campaigns/rivers/story-") }
    let one = stories.randomElement(using: &dice) ?? path
    let number = Int.random(in: 10..<99, using: &dice)
    let whole = URL(fileURLWithPath: folder.path)
    switch Int.random(in: 0..<16, using: &dice) {
    case 0:
      try folder.write(one, try folder.text(one) + "又一句，第\(number)。\n")
      return "a sentence more in \(one)"
    case 1, 2:
      try folder.write(one, story(number, "改于\(number)，见[别篇](story-\(number).md)。"))
      return "another text in \(one)"
    case 3:
      try folder.write(one, try folder.text(one).replacing("\n---\n\n", with: "\ndraft: true\n---\n\n"))
      return "\(one) is a draft"
    case 4:
      try folder.write(one, story(number, "```chart bar\ndata: 表格\nfile: rates.csv\n```\n电话13812345678。"))
      return "a chart and a number of a telephone in \(one)"
    case 5:
      try folder.write("content/campaigns/rivers/story-\(number).md", story(number, "新的。"))
      return "story \(number) is new"
    case 6 where stories.count > 3:
      try FileManager.default.removeItem(at: whole.appending(path: one))
      return "\(one) is gone"
    case 7:
      try folder.write("content/pages/own-\(number % 7).md", "---\ntitle: 页\(number)\nsummary: 页\n---\n\n字。\n")
      return "a page of the office's own"
    case 8:
      try folder.write("templates/style.css", "/* \(number) */\n")
      return "another stylesheet"
    case 9:
      try folder.write(
        "content/years/2025/records/b01.csv",
        (Self.files["content/years/2025/records/b01.csv"] ?? "") + "2025-05-\(number % 28 + 1),li-na,theme-day,,补\n")
      return "a record more"
    case 10:
      try folder.write(
        "content/site.yaml", "as_of: 2025-\(10 + number % 2)-30\ntitle: 小样\nlanguage: zh\nnotice: 虚构\n")
      return "another day"
    case 11, 12:
      var bytes = Array(try Data(contentsOf: whole.appending(path: path)))
      let at = Int.random(in: 0...bytes.count, using: &dice)
      bytes.insert(try #require([0x0A, 0x2C, 0x3A, 0xFF, 0x78, 0x2D].randomElement(using: &dice)), at: at)
      try folder.write(path, bytes: bytes)
      return "a byte put into \(path)"
    case 13 where path != one:
      let other = path.replacing("0", with: "9")
      if other != path, !folder.exists(other) {
        let target = whole.appending(path: other)
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: whole.appending(path: path), to: target)
      }
      return "\(path) is called \(other)"
    default:
      // Whatever was done before: everything as it was at first.
      for path in paths where Self.files[path] == nil {
        try FileManager.default.removeItem(at: whole.appending(path: path))
      }
      for (path, text) in Self.files where (try? folder.text(path)) != text { try folder.write(path, text) }
      return "everything is mended"
    }
  }

  /// All that a person would see of a build.
  private func outcome(_ site: PreparedSite) -> [String: [UInt8]] {
    var seen: [String: [UInt8]] = [:]
    if let plan = site.plan { for index in 0..<plan.count { seen[plan.make(index).path] = plan.make(index).bytes } }
    for copy in site.plan?.copies ?? [] { for form in copy.forms { seen[form.path] = Array(copy.source.utf8) } }
    for (name, found) in [("told", site.diagnostics), ("let stand", site.acknowledged)] {
      seen[name] = found.flatMap { Array("\($0)\n".utf8) }
    }
    return seen
  }

  @Test("every page and every mistake is that of a build from nothing, after every edit", arguments: 1...4)
  func same(_ seed: Int) throws {
    let folder = try TemporaryFolder()
    for (path, text) in Self.files { try folder.write(path, text) }
    // An hour on, so that no file counts as one that is being written.
    let workshop = Workshop { time(nil) + 3600 }
    var dice = Dice(state: UInt64(seed))
    var (edits, published) = ([String](), 0)
    // As `serve` does, and as `watch` does.
    let purpose: ReadingPurpose = seed % 2 == 0 ? .preview : .publication
    for _ in 0..<40 {
      let kept = try prepareSite(project: folder.path, for: purpose, with: workshop)
      let fresh = try prepareSite(project: folder.path, for: purpose)
      #expect(kept.diagnostics == fresh.diagnostics, "after \(edits.suffix(3))")
      #expect((kept.plan == nil) == (fresh.plan == nil))
      let (ours, theirs) = (outcome(kept), outcome(fresh))
      let other = Set(ours.keys).union(theirs.keys).filter { ours[$0] != theirs[$0] }.sorted()
      #expect(other == [], "after \(edits.suffix(3))")
      if fresh.plan != nil { published += 1 }
      edits.append(try Self.edit(folder, &dice))
    }
    #expect((5...39).contains(published), "both sites and mistakes are compared: \(published)")
  }

  @Test("what a watch publishes again and again is what a build from nothing publishes", arguments: 5...7)
  func published(_ seed: Int) throws {
    let folder = try TemporaryFolder()
    for (path, text) in Self.files { try folder.write(path, text) }
    let workshop = Workshop { time(nil) + 3600 }
    var dice = Dice(state: UInt64(seed))
    var (edits, published, kept) = ([String](), 0, 0)
    for _ in 0..<40 {
      let site = try prepareSite(project: folder.path, with: workshop)
      let fresh = try prepareSite(project: folder.path)
      let output = "\(folder.path)/public"
      let figures = try workshop.figures(of: site.plan, project: folder.path, output: output)
      let anew = try ComparedFigures(
        published: try? SiteFiles(published: output), now: fresh.plan.map { SiteFiles($0, name: folder.path) })
      #expect(figures.then?.summed == anew.then?.summed, "after \(edits.suffix(3))")
      #expect(figures.now?.summed == anew.now?.summed, "after \(edits.suffix(3))")
      if let plan = site.plan, let whole = fresh.plan {
        let (publication, mistakes) = try Disk.publish(
          plan, project: folder.path, output: output, upon: workshop.lastPublication)
        #expect(publication != nil && mistakes.isEmpty, "after \(edits.suffix(3))")
        workshop.hasPublished(figures.now)
        _ = try Disk.publish(whole, project: folder.path, output: "\(folder.path)/whole")
        let (ours, theirs) = (try folder.contents(of: "public"), try folder.contents(of: "whole"))
        let other = Set(ours.keys).union(theirs.keys).filter { ours[$0] != theirs[$0] }.sorted()
        #expect(other == [], "after \(edits.suffix(3))")
        published += 1
        kept += plan.unchanged.isEmpty ? 0 : 1
      }
      edits.append(try Self.edit(folder, &dice))
    }
    #expect(published >= 3 && kept > 0, "pages are taken over, and all made: \(kept) of \(published)")
  }

  @Test("of another body in every story, its own page alone tells, and pages with the length of all")
  func everyBody() throws {
    let folder = try TemporaryFolder()
    for file in generatedProject(SampleSize(members: 12, records: 200, stories: 30, seed: 7, units: 0)) {
      try folder.write(file.path, bytes: file.bytes)
    }
    let workshop = Workshop { time(nil) + 3600 }
    func files(_ plan: OutputPlan) -> [String: [UInt8]] {
      Dictionary(plan.paths.indices.map { (plan.paths[$0], plan.make($0).bytes) }) { first, _ in first }
    }
    let before = try #require(try prepareSite(project: folder.path, with: workshop).plan)
    let old = files(before)
    workshop.hasPublished(nil)
    let stories = try folder.contents(of: "content/campaigns").keys.filter {
      !$0.hasSuffix("index.md") && $0.hasSuffix(".md")
    }
    #expect(stories.count >= 30)
    for story in stories {
      let path = "content/campaigns/\(story)"
      try folder.write(path, try folder.text(path) + "\n再补一段话，与别处都不相干，\(story.count)。\n")
    }
    let plan = try #require(try prepareSite(project: folder.path, with: workshop).plan)
    let new = files(plan)
    let claimed = Set(plan.unchanged.flatMap { plan.paths[plan.bundles[$0]] })
    #expect(claimed.filter { old[$0] != new[$0] }.sorted() == [])
    let changed = Set(new.keys.filter { old[$0] != new[$0] })
    #expect(stories.count <= changed.count { $0.hasPrefix("stories/") })
    #expect(claimed.contains { $0.hasPrefix("2025/members/") } && claimed.contains { $0.hasPrefix("2025/standings/") })
    // Of one story, all the others' pages stand.
    workshop.hasPublished(nil)
    let one = "content/campaigns/\(try #require(stories.min()))"
    try folder.write(one, try folder.text(one) + "\n又一段。\n")
    let last = try #require(try prepareSite(project: folder.path, with: workshop).plan)
    let standing = last.unchanged.flatMap { last.paths[last.bundles[$0]] }.filter { $0.hasPrefix("stories/") }
    #expect(standing.count == stories.count - 1)
  }

  @Test(
    "a file written again within the moment it was read in is read again, though its size and its time are the same")
  func withinTheMoment() throws {
    let folder = try TemporaryFolder()
    for (path, text) in Self.files { try folder.write(path, text) }
    let path = "content/campaigns/rivers/story-10.md"
    let workshop = Workshop()
    _ = try prepareSite(project: folder.path, for: .preview, with: workshop)
    let begun = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(path)")[.modificationDate] as? Date
    try folder.write(path, Self.story(10, "第11次。"))
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(begun)], ofItemAtPath: "\(folder.path)/\(path)")
    let site = try prepareSite(project: folder.path, for: .preview, with: workshop)
    let plan = try #require(site.plan)
    let page = try #require(
      plan.paths.firstIndex { $0.hasSuffix("story-10.html") || $0.hasSuffix("story-10/index.html") })
    #expect(String(decoding: plan.make(page).bytes, as: UTF8.self).asWritten.contains("第11次"))
  }
}
