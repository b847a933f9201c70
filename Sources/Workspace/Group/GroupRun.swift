import Diagnostics
import Disk
import Foundation
import Grouping
import Loading
import Reading
import Reports
import Scoring
import Texts

/// What the site of a group is made from, and where it goes.
package struct GroupRequest: Sendable {
  /// A file that names the companies, or their folders.
  package let paths: [String]
  /// `nil` for what the file says, or `public` (`office`) beside it.
  package let output: String?
  /// A day or `today`; `nil` for the day that the projects name.
  package let asOf: String?
  package let profile: SiteProfile

  package init(paths: [String], output: String? = nil, asOf: String? = nil, profile: SiteProfile = .intranet) {
    self.paths = paths
    self.output = output
    self.asOf = asOf
    self.profile = profile
  }
}

/// What was found in one of the folders.
package struct FolderFindings {
  /// As a path before those of its files; empty for the group's own.
  package let folder: String
  package let tree: SourceTree
  /// Sorted as a person reads.
  package let diagnostics: [Diagnostic]
  package let acknowledged: Int
}

/// What a run came to.
package struct GroupOutcome {
  /// `nil` after a check, and where an error stopped it.
  package let publication: Publication?
  package let companies: Int
  /// Folders with an error, the group's own among them.
  package let mistaken: Int
  package let output: String
}

/// Several projects → one site: each is read, checked and scored, one after another, and only its figures are kept. With an
/// error in any of them nothing is published.
/// - Parameters:
///   - tell: is handed what was found in each folder, as long as its texts are in memory.
///   - isCheck: nothing is written.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func runGroup(
  _ request: GroupRequest, isCheck: Bool = false, counter: WorkCounter = WorkCounter(), now: Date = Date(),
  tell: (FolderFindings) -> Void
) throws -> GroupOutcome {
  let source = try GroupSource(request)
  let (order, found) = source.order
  guard let order, !found.hasErrors else {
    tell(source.findings(found))
    return GroupOutcome(publication: nil, companies: 0, mistaken: 1, output: "")
  }
  let output = source.output(of: order, request)
  let (settled, day, mistakes) = try source.settle(order, at: output, request, isCheck: isCheck, now: now)
  let isOwn = !source.isProject
  let (renderer, templateMistakes) = prepareGroup(source.tree, isOwn: isOwn)
  let own = (found + mistakes + templateMistakes).inReadingOrder()
  // What the group's own file has wrong is told alone where it leaves open which projects are meant.
  guard let renderer, !own.hasErrors else {
    tell(source.findings(own))
    return GroupOutcome(publication: nil, companies: order.companies.count, mistaken: 1, output: output)
  }
  if !own.isEmpty {
    tell(source.findings(own))
  }
  var walk = GroupWalk(source: source, order: settled, day: day, profile: request.profile, output: output)
  guard !isCheck else {
    try walk.visitAll(tell: tell) { _, _ in [] }
    walk.finish(tell: tell)
    return GroupOutcome(
      publication: nil, companies: order.companies.count, mistaken: walk.mistaken, output: output)
  }
  let folders = settled.companies.map { source.path(of: $0) }
  let (publication, clashes) = try publish(to: output, apartFrom: [source.folder] + folders) { site in
    try walk.visitAll(tell: tell) { plan, project in
      try site.add(plan, of: project, counter: counter)
    }
    guard let group = walk.finish(tell: tell) else { return false }
    try site.add(layOutGroup(group, with: renderer), of: source.folder, counter: counter)
    return true
  }
  if !clashes.isEmpty {
    tell(source.findings(clashes, below: ""))
  }
  return GroupOutcome(
    publication: publication, companies: order.companies.count, mistaken: walk.mistaken + (clashes.isEmpty ? 0 : 1),
    output: output)
}
