import Composing
import Diagnostics
import Disk
import Foundation
import Reports
import Scoring
import Tables
import Texts

/// What became different since a site was published: who moved, which totals and pages, and because of which records.
/// Both sites are compared by what they publish, so an old one needs neither its content nor its program.
///
/// - Parameters:
///   - old: a published folder; or an archive's folder or an older project, which this program makes a site of first.
///   - day: the day to stand for where the content leaves it open.
///   - profile: whom both sites are for; `nil` for what the published one says of itself, else for the intranet.
/// - Returns: `nil` with an error among the diagnostics, of the project or, in its own tree, of the older one.
/// - Throws: `UsageFailure` for a folder that is none of these; `EnvironmentFailure` for a damaged one.
package func changes(
  since old: String, project: String, on day: Day? = nil, profile wish: SiteProfile? = nil
) throws -> (TableReport?, SourceTree, [Diagnostic]) {
  let earlier = try EarlierSite(old)
  let then: SiteFiles
  let audience: Audience
  var note: Bilingual?
  switch earlier {
  case .published(let folder):
    then = try SiteFiles(published: folder)
    audience = try wish?.audience ?? then.audience()
  case .project(let folder, let archived):
    audience = wish?.audience ?? .intranet
    let site = try prepareSite(
      project: folder, on: archived ?? standingDay(for: .shows, project: folder).day, audience: audience)
    guard let plan = site.plan else { return (nil, site.tree, site.diagnostics) }
    then = SiteFiles(plan, name: folder)
    note = Bilingual(
      zh: "旧的一方由现在的程序重新生成：程序和自带模板更新造成的不同不在其中",
      en: "the older side was made anew by this program: what a newer program or its templates changed isn't shown")
  }
  let site = try prepareSite(project: project, on: day, audience: audience)
  guard let plan = site.plan else { return (nil, site.tree, site.diagnostics) }
  let now = SiteFiles(plan, name: project)
  let changes = try SiteChanges(from: then, to: now, pages: changedPages(from: then, to: now))
  return (changes.report(note: note), site.tree, site.diagnostics)
}

/// Every file that isn't the same in both, in order of path.
private func changedPages(from then: SiteFiles, to now: SiteFiles) throws -> [PageChange] {
  // What the program keeps for itself is nothing of the site.
  let paths = Set(then.paths).union(now.paths).filter { !$0.begins(with: ".dualpoints/") }.sorted()
  let kinds = Threads().map(paths.count) { index -> Result<PageChange.Kind?, any Error> in
    Result {
      guard then.holds(paths[index]) else { return .added }
      guard now.holds(paths[index]) else { return .removed }
      return try then.read(paths[index]) == now.read(paths[index]) ? nil : .changed
    }
  }
  return try zip(paths, kinds).compactMap { path, kind in try kind.get().map { PageChange(path: path, kind: $0) } }
}

/// The day that an archive's data stands for.
private func day(ofBag bag: String) throws -> Day? {
  let path = "\(bag)/bag-info.txt"
  guard try Disk.kind(of: path, in: AT_FDCWD, path: path) == .file,
    let bytes = try Descriptor(path, flags: O_RDONLY | O_NONBLOCK, path: path, action: .read).contents(atMost: 1 << 20)
  else { return nil }
  let lines = String(decoding: bytes, as: UTF8.self).writtenLines
  return try lines.lazy.compactMap { $0.dropping(prefix: "Bagging-Date: ") }.first.map { try reportDay(String($0)) }
}

/// What an older state can be given as.
private enum EarlierSite {
  case published(String)
  /// With the day that it stands for, if it is of an archive, whose bag says so.
  case project(String, Day?)

  init(_ folder: String) throws {
    guard try Disk.kind(of: folder, in: AT_FDCWD, path: folder) != nil else {
      throw EnvironmentFailure.system(ENOENT, .read, folder)
    }
    let isThere = { (path: String) in FileManager.default.fileExists(atPath: "\(folder)/\(path)") }
    if isThere(Manifest.path) {
      self = .published(folder)
    } else if isThere("public/" + Manifest.path), !isThere("content") {
      self = .published(folder + "/public")
    } else if let bag = [".", URL(fileURLWithPath: folder).lastPathComponent].first(where: {
      isThere("\($0)/data/project/content")
    }) {
      let bag = bag == "." ? folder : "\(folder)/\(bag)"
      self = .project(bag + "/data/project", try day(ofBag: bag))
    } else if isThere("content") {
      self = .project(folder, nil)
    } else {
      throw UsageFailure(
        zh: "\(folder) 不是发布出来的网站（没有 \(Manifest.path)），也不是档案包或旧的项目文件夹",
        en: "\(folder) is no published site (it has no \(Manifest.path)), no archive and no older project")
    }
  }
}
