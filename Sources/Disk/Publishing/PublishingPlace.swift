import Foundation
import Texts

/// Names of everything a publication touches, all in the folder that holds the published one.
///
/// A link to the published folder stays, and what it leads to is exchanged.
struct PublishingPlace {
  let output: String
  let staging: String
  let lock: String
  private let parent: String
  private let prefix: String

  /// - Throws: `EnvironmentFailure` for a place where nothing could be published as a whole, before any work is done.
  init(output: String, projects: [String]) throws {
    let output = realPath(output)
    for project in projects { try Whereabouts(project: project).refuseFolder(output) }
    let (parent, name) = Disk.parent(of: output)
    try makeFolder(parent)
    (self.output, self.parent) = (output, parent)
    prefix = ".\(name).staging-"
    staging = Self.staging(in: parent, prefix)
    lock = "\(parent)/.\(name).lock"
    try refuseUnmovable()
  }

  /// Another name for a folder beside the published one, which a later build removes where this process doesn't.
  func newStaging() -> String { Self.staging(in: parent, prefix) }

  private static func staging(in parent: String, _ prefix: String) -> String {
    "\(parent)/\(prefix)\(unguessable())"
  }

  private func refuseUnmovable() throws {
    // A file system that is read-only says so itself, when the lock is made.
    if access(parent, W_OK | X_OK) != 0, errno == EACCES {
      throw EnvironmentFailure(.parentNotWritable(output, parent: parent))
    }
    var (above, own) = (stat(), stat())
    if stat(parent, &above) == 0, stat(output, &own) == 0, above.st_dev != own.st_dev {
      throw EnvironmentFailure(.mountPoint(output))
    }
  }

  /// Staging folders of builds that were killed: the lock is ours, so nobody else is working.
  func staleFolders() throws -> [String] {
    let stale = try names(in: Descriptor(folder: parent, path: parent)).compactMap { $0 }.filter {
      $0.begins(with: prefix)
    }
    // Killed between two renames: the old site goes back first.
    if let aside = stale.first(where: { $0.ends(with: asideSuffix) }),
      try kind(of: output, in: AT_FDCWD, path: output) == nil
    {
      rename("\(parent)/\(aside)", output)
    }
    return stale.map { "\(parent)/\($0)" }
  }
}
