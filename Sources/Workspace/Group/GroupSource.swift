import Diagnostics
import Disk
import Foundation
import Grouping
import Loading
import Reading
import Reports
import Scoring
import Texts

/// The group's own folder and what was read there.
struct GroupSource {
  /// Where relative paths begin.
  let folder: String
  /// The folder as a path before those of its files.
  let prefix: String
  let tree: SourceTree
  let order: (GroupOrder?, [Diagnostic])
  /// Whether the folder is a company's project besides, whose templates may be for its own pages.
  let isProject: Bool

  /// What is wrong with the group's own files.
  /// - Parameter folder: before their paths; by default the group's.
  func findings(_ diagnostics: [Diagnostic], below folder: String? = nil) -> FolderFindings {
    FolderFindings(folder: folder ?? prefix, tree: tree, diagnostics: diagnostics, acknowledged: 0)
  }

  /// - Throws: `EnvironmentFailure`, `UsageFailure`.
  init(_ request: GroupRequest) throws {
    let files = request.paths.filter { $0.ends(with: ".yaml") || $0.ends(with: ".yml") }
    guard let file = files.first else {
      (folder, prefix, isProject) = (".", "", true)
      tree = try loadGroup(folder: ".", file: nil).0
      order = (GroupOrder(folders: request.paths), [])
      return
    }
    guard request.paths.count == 1 else {
      throw UsageFailure(
        zh: "写一个 group.yaml，或写各公司的文件夹，不能混着写", en: "give one group.yaml, or the companies' folders, not both")
    }
    let (folder, name) = parent(of: file)
    (self.folder, prefix) = (folder, folder == "." ? "" : folder == "/" ? "/" : folder + "/")
    let (tree, loading) = try loadGroup(folder: folder, file: name)
    let (order, mistakes) = GroupOrder.read(tree, name)
    self.tree = tree
    self.order = (order, (loading + mistakes).inReadingOrder())
    isProject = FileManager.default.fileExists(atPath: "\(folder)/content")
  }

  func path(of company: GroupCompany) -> String { path(company.folder) }

  private func path(_ written: String) -> String {
    written.begins(with: "/") || folder == "." ? written : "\(prefix)\(written)"
  }

  func output(of order: GroupOrder, _ request: GroupRequest) -> String {
    if let output = request.output { return output }
    // The office's edition never takes the place of the other.
    if request.profile == .intranet, let output = order.output { return path(output) }
    return path(request.profile == .intranet ? "public" : request.profile.rawValue)
  }

  /// The order with the names of folders, the one day, and what of it can't be.
  /// - Returns: the day to read projects for that leave it open; `nil` where all name theirs.
  /// - Throws: `UsageFailure` for what is no day, and where nobody names the day of what is written.
  func settle(
    _ order: GroupOrder, at output: String, _ request: GroupRequest, isCheck: Bool, now: Date
  ) throws -> (GroupOrder, Day?, [Diagnostic]) {
    let folders = order.companies.map { company -> String? in
      let path = path(of: company)
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        ? realPath(path) : nil
    }
    let clocks = zip(order.companies, folders).map { company, folder in
      folder == nil ? nil : SiteClock(project: path(of: company))
    }
    let days = clocks.map { clock -> Day? in if case .fixed(let day) = clock?.rule { day } else { nil } }
    let open = clocks.compactMap { $0 }.filter { $0.rule == .daily }
    let named = try request.asOf.flatMap { $0 == "today" ? nil : try reportDay($0) }
    let today = (open.first ?? clocks.compactMap { $0 }.first).map { $0.day(at: now) }
    let asked = request.asOf == "today" ? today : named
    let places = GroupPlaces(folders: folders, output: realPath(output), days: days)
    let (settled, mistakes) = order.settled(at: places, on: asked, taken: groupRootNames(tree))
    let day = asked ?? days.compactMap { $0 }.first ?? (isCheck ? today : nil)
    if day == nil, !open.isEmpty {
      throw UsageFailure(
        zh: "各公司的 as_of 都是逐日：用 --as-of 指明集团的统计日，或 --as-of today",
        en: "all companies say as_of: daily: name the group's day by --as-of, or --as-of today")
    }
    return (settled, open.isEmpty ? nil : day, mistakes)
  }
}
