import Diagnostics
import Foundation
import Manuscripts
import Rendering
import Reports
import Scoring
import Texts

/// Makes the file of a story in a campaign's folder, every key of its details explained.
/// - Parameters:
///   - address: campaign and slug, as `spring/trees`.
///   - title: may be left out where a text of Word's says it.
///   - date: by default today, or the day of the report where that is earlier; of a text of Word's the day it says.
///   - document: a text of Word's to begin with; its pictures are written beside the story.
/// - Returns: `nil` with the mistakes that stand in the way; then nothing was written.
/// - Throws: `UsageFailure`, `EnvironmentFailure`; then nothing was written either.
package func newStory(
  _ address: String, title: String?, date: String?, from document: String? = nil, project: String
) throws -> (NewFiles?, SourceTree, [Diagnostic]) {
  let day = try date.map { try reportDay($0, option: "--date") }
  let title = try title.map { try quoted($0, option: "--title") }
  let parts = address.parts(at: "/", keepingEmpty: true).map(String.init)
  guard parts.count == 2, isSlug(parts[1]) else { throw UsageFailure.storyAddress(address) }
  return try addText(to: project) { found in
    let tree = found.tree
    try tree.refuseStory(parts[1], in: parts[0])
    let last = min(today(), found.ledger.asOf)
    let word = try document.map { try WordStory($0, slug: parts[1]) }
    let (bytes, mistakes) =
      if let word {
        Archetypes(tree).fill(
          ManuscriptStart.file, with: try word.start(title: title, day: day, last: last, roster: found.ledger.roster))
      } else {
        Archetypes(tree).fill(
          StoryStart.file,
          with: StoryStart(
            title: title ?? "", date: (day ?? last).description,
            branches: found.ledger.roster.branches.map {
              BranchStart(id: $0.id, name: $0.name, year: found.ledger.asOf.year)
            }))
      }
    guard let bytes else { return (nil, mistakes) }
    let folder = "content/campaigns/\(parts[0])"
    let pictures = word?.pictures ?? []
    for picture in pictures where tree.asset(at: "\(folder)/\(picture.path)") != nil {
      throw UsageFailure.takenPicture("\(folder)/\(picture.path)")
    }
    let story = RenderedFile(path: "\(parts[1]).md", bytes: bytes)
    return (
      NewText(folder: folder, file: story, pictures: pictures, notes: word?.manuscript.losses.words ?? []), []
    )
  }
}

/// What the content allows as an id and an address, and neither the name of a campaign's own page nor a device's of Windows.
func isSlug(_ text: String) -> Bool {
  let isMade = text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  return isMade && !text.isEmpty && !text.begins(with: "-") && text.utf8.count <= 64 && text != "index"
    && nameFault(text) == nil
}

extension SourceTree {
  /// Says what stands against a story of this name in this campaign.
  fileprivate func refuseStory(_ slug: String, in campaign: String) throws {
    let campaigns = campaigns
    guard campaigns.contains(campaign) else {
      throw UsageFailure.unknownCampaign(campaign, nearest: nearest(to: campaign, in: campaigns), campaigns)
    }
    let other = files.first { $0.path.begins(with: "content/campaigns/") && $0.path.ends(with: "/\(slug).md") }
    if let other { throw UsageFailure.takenStory(slug, other.path) }
  }

  fileprivate var campaigns: [String] {
    files.compactMap { file in
      let parts = file.path.parts(at: "/")
      let isCampaign = parts.count == 4 && file.path.begins(with: "content/campaigns/") && parts[3] == "index.md"
      return isCampaign ? String(parts[2]) : nil
    }
  }
}

extension UsageFailure {
  fileprivate static func storyAddress(_ text: String) -> UsageFailure {
    UsageFailure(
      zh: "“\(text)”要写成“专题/文件名”，文件名用小写字母、数字和连字符，不用 con、nul 等 Windows 放不下的名字，例如 spring/trees",
      en:
        "'\(text)' should be campaign/name, small letters, digits and hyphens, no name that Windows can't hold (con), as spring/trees"
    )
  }

  fileprivate static func unknownCampaign(_ id: String, nearest: String?, _ known: [String]) -> UsageFailure {
    let list = known.joined(separator: ", ")
    let hint = Bilingual(
      zh: nearest.map { "；是不是“\($0)”？" } ?? "；已有：\(list)",
      en: nearest.map { "; did you mean '\($0)'?" } ?? "; there are: \(list)")
    return UsageFailure(
      zh: """
        没有专题“\(id)”\(hint.zh)
        要新建专题，先运行：dualpoints new campaign \(id) --title 标题
        """,
      en: """
        there is no campaign '\(id)'\(hint.en)
        to begin one: dualpoints new campaign \(id) --title TITLE
        """)
  }

  fileprivate static func takenPicture(_ path: String) -> UsageFailure {
    UsageFailure(
      zh: "已经有 \(path)，不会改动它；请移走它，或给纪实换一个文件名",
      en: "\(path) is there already and stays as it is; move it away, or name the story otherwise")
  }

  fileprivate static func takenStory(_ slug: String, _ path: String) -> UsageFailure {
    UsageFailure(
      zh: "已经有 \(path)，不会改动它；“\(slug)”是网址，全站只能有一个",
      en: "\(path) is there already and stays as it is; '\(slug)' is an address, once in the whole site")
  }
}
