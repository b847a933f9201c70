import Foundation
import Synchronization

/// Folders that stand with the rights they are to have: one thread at a time makes them, so that no file comes to stand in
/// one before.
package final class FoldersMade: Sendable {
  fileprivate let known = Mutex<Set<String>>([])

  package init() {}
}

/// Makes folders below a root, each with the rights of the one at the same path below a model, and remembers which it has
/// seen, so that it asks the system once for each.
package struct KnownFolders {
  private let root: String
  private let model: String?
  private let shared: FoldersMade
  private var seen: Set<String> = []

  package init(root: String, model: String? = nil, shared: FoldersMade = FoldersMade()) {
    self.root = root
    self.model = model
    self.shared = shared
  }

  /// Makes the folders above a path.
  package mutating func make(for path: String) throws {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = String(path[..<slash])
    guard !seen.contains(folder) else { return }
    try shared.known.withLock { known in
      for part in ancestors(of: folder + "/") where known.insert(part).inserted { try make(part) }
    }
    seen.insert(folder)
  }

  private func make(_ folder: String) throws {
    let path = "\(root)/\(folder)"
    let rights = model.flatMap { Rights(of: "\($0)/\(folder)") }
    guard mkdir(path, rights == nil ? 0o777 : 0o700) == 0 else {
      guard errno == EEXIST else { throw EnvironmentFailure.system(errno, .create, path) }
      return
    }
    if let rights { try Descriptor(folder: path, path: "\(model ?? root)/\(folder)").take(rights) }
  }
}
