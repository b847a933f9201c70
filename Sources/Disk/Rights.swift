import Foundation
import Texts

/// Who may do what with a file or a folder: what comes in its place keeps owner, group, mode and, of a folder, the bit by
/// which new files get its group. (Access lists beyond these aren't carried over.)
package struct Rights: Equatable {
  let owner: uid_t
  let group: gid_t
  let mode: mode_t

  package init(_ status: stat) {
    owner = status.st_uid
    group = status.st_gid
    // What makes a program run as somebody else has no business on a page.
    mode = status.st_mode & (EntryKind(status.st_mode) == .folder ? 0o7777 : 0o777)
  }

  /// Of the file or folder at a path; `nil` where neither stands, links not followed.
  package init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, [.file, .folder].contains(EntryKind(status.st_mode)) else { return nil }
    self.init(status)
  }

  /// Whether a group works there together: then it matters little whose of them it is.
  fileprivate var isShared: Bool { mode & 0o022 != 0 }
}

extension Descriptor {
  /// Gives this the rights of what it comes in place of.
  ///
  /// Only root gives files to others. Where that is refused, what a group may write to stays the group's and becomes the
  /// builder's; what only its owner may write to is refused.
  /// - Parameters:
  ///   - isStrict: whether that is a failure; otherwise as much is kept as can be.
  ///   - name: what the user knows it by.
  package func take(_ rights: Rights, isStrict: Bool = true, of name: String? = nil) throws {
    let own = Rights(try status())
    if own.owner != rights.owner || own.group != rights.group, fchown(number, rights.owner, rights.group) != 0 {
      let isGroupKept = own.group == rights.group || fchown(number, uid_t.max, rights.group) == 0
      guard !isStrict || (rights.isShared && isGroupKept) else {
        throw EnvironmentFailure(.ownerNotKept(name ?? path, owner: rights.owner))
      }
    }
    // After the owner, whose change takes the bits for groups away.
    guard own != rights, fchmod(number, rights.mode) != 0, isStrict else { return }
    throw EnvironmentFailure.system(errno, .write, name ?? path)
  }
}
