import Diagnostics
import Disk
import Foundation
import Loading
import Rendering
import Reports
import Scoring
import Texts

/// Makes a page of the office's own below `content/pages/`, every key of its details explained.
/// - Parameter address: its path there, as `办事指南/转接`, with or without `.md`; folders that aren't there are made.
/// - Returns: `nil` with the mistakes that stand in the way; then nothing was written.
/// - Throws: `UsageFailure`, `EnvironmentFailure`; then nothing was written either.
package func newPage(
  _ address: String, title: String, project: String
) throws -> (NewFiles?, SourceTree, [Diagnostic]) {
  let title = try quoted(title, option: "--title")
  let name = String(address.dropping(suffix: ".md") ?? address[...]) + ".md"
  let parts = name.parts(at: "/", keepingEmpty: true).map(String.init)
  let passOver = PassOver(project: try Descriptor(folder: project, path: project))
  for (index, part) in parts.enumerated() {
    let isPassedOver = passOver.reason(part, isFolder: index + 1 < parts.count) != nil
    // Blanks of no width make two names that look alike.
    let isSeen = !part.unicodeScalars.contains { $0.steers || $0.properties.generalCategory == .format }
    let isPlain = nameFault(part) == nil && isSeen && part.utf8.first != 0x20
    guard isPlain, !isPassedOver, part != ".md" else { throw UsageFailure.pageAddress(address) }
  }
  let path = "content/pages/\(name)"
  // As the loader counts them: `content` and `pages` are two.
  guard parts.count + 1 <= deepestFolder, hasRoom(forPath: path) else { throw UsageFailure.longAddress(address) }
  return try addText(to: project) { found in
    guard found.tree.index(of: path) == nil else {
      throw UsageFailure(zh: "已经有 \(path)，不会改动它", en: "\(path) is there already and stays as it is")
    }
    let start = PageStart(title: title, date: min(today(), found.ledger.asOf).description)
    let (bytes, mistakes) = Archetypes(found.tree).fill(PageStart.file, with: start)
    let folder = (["content/pages"] + parts.dropLast()).joined(separator: "/")
    return (
      bytes.map { NewText(folder: folder, file: RenderedFile(path: parts[parts.count - 1], bytes: $0)) }, mistakes
    )
  }
}

extension UsageFailure {
  fileprivate static func longAddress(_ text: String) -> UsageFailure {
    UsageFailure(
      zh: "“\(text)”太长或文件夹太多：最多 \(deepestFolder - 2) 层文件夹，连同文件名 900 字节以内",
      en: "'\(text)' is too long or too deep: \(deepestFolder - 2) folders at most, 900 bytes with the file's name")
  }

  fileprivate static func pageAddress(_ text: String) -> UsageFailure {
    UsageFailure(
      zh: "“\(text)”不能作页面的路径：写 content/pages/ 里的文件夹和文件名，例如 办事指南/转接；不用 Windows 放不下的名字，也不用程序会跳过的名字",
      en:
        "'\(text)' won't do as a page's path: folders and a name below content/pages/, such as guides/transfer, that Windows can hold and that isn't passed over"
    )
  }
}
