import Diagnostics
import Disk
import Foundation
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
  let parts = name.parts(at: "/", keepingEmpty: true)
  guard parts.allSatisfy({ isFileName($0) }) else { throw UsageFailure.pageAddress(address) }
  let today = try standingDay(for: .shows, project: project).day
  let (found, tree, mistakes) = try scoreProject(project, on: today, asOf: nil)
  guard let found else { return (nil, tree, mistakes) }
  let path = "content/pages/\(name)"
  guard tree.index(of: path) == nil else {
    throw UsageFailure(zh: "已经有 \(path)，不会改动它", en: "\(path) is there already and stays as it is")
  }
  let start = PageStart(title: title, date: min(Workspace.today(), found.ledger.asOf).description)
  let (bytes, archetypeMistakes) = Archetypes(tree).fill(PageStart.file, with: start)
  guard let bytes else { return (nil, tree, archetypeMistakes) }
  let after = tree.with([RenderedFile(path: name, bytes: bytes)], in: "content/pages")
  let (_, findings) = layOut(after, on: today)
  guard !findings.hasErrors else { return (nil, after, findings.inReadingOrder()) }
  let place = "\(project)/\(path)"
  try makeFolder(URL(fileURLWithPath: place).deletingLastPathComponent().path)
  try Workspace.place(bytes, at: place)
  return (NewFiles(place: place, count: 1), tree, [])
}

/// What can stand between slashes: no way up, nothing hidden, nothing that another system reads otherwise.
private func isFileName(_ name: Substring) -> Bool {
  let isPlain = name.unicodeScalars.allSatisfy {
    $0.value >= 0x20 && !$0.steers && !"\\:*?\"<>|".unicodeScalars.contains($0)
  }
  return isPlain && !name.isEmpty && name.utf8.first != UInt8(ascii: ".")
}

extension UsageFailure {
  fileprivate static func pageAddress(_ text: String) -> UsageFailure {
    UsageFailure(
      zh: "“\(text)”不能作页面的路径：写 content/pages/ 里的文件夹和文件名，例如 办事指南/转接",
      en: "'\(text)' won't do as a page's path: folders and a name below content/pages/, such as guides/transfer")
  }
}
