import Foundation

/// A second folder of the published site's files, beside it under other names of the same files: to publish what differs in a
/// few of a hundred thousand, only those are written into it, and the two folders change places.
///
/// What ends unexpectedly leaves it; the next build removes it as it removes any such folder.
struct SpareFolder: Sendable {
  let path: String
  /// Where names lead to a file that was published before the current one: indices into the published files.
  private(set) var behind: Set<Int> = []
  private var folders: [Twin]

  /// A folder of the site in both places.
  private struct Twin: Sendable {
    /// From the published folder; empty for itself.
    let path: String
    var published: FolderStamp
    var spare: FolderStamp
  }

  /// Links every file of the published folder, also those that somebody else put there.
  /// - Returns: `nil` where that can't be.
  init?(beside place: PublishingPlace) {
    path = place.newStaging()
    folders = []
    // What was changed from here on has another time than what was published.
    waitForNextTick()
    do {
      try add("", in: place.output)
    } catch {
      remove()
      return nil
    }
    for index in folders.indices {
      guard let stamp = FolderStamp(of: Self.place(folders[index].path, in: path)) else {
        remove()
        return nil
      }
      folders[index].spare = stamp
    }
  }

  private mutating func add(_ folder: String, in output: String) throws {
    let (model, own) = (Self.place(folder, in: output), Self.place(folder, in: path))
    guard let rights = Rights(of: model), let stamp = FolderStamp(of: model) else {
      throw EnvironmentFailure.system(ENOENT, .read, model)
    }
    guard mkdir(own, 0o700) == 0 else { throw EnvironmentFailure.system(errno, .create, own) }
    let opened = try Descriptor(folder: own, path: own)
    try opened.take(rights)
    // Stamped before it is listed: what comes later is found.
    folders.append(Twin(path: folder, published: stamp, spare: stamp))
    let source = try Descriptor(folder: model, path: model)
    for entry in try unsortedEntries(in: source) {
      guard let name = entry.name else { throw EnvironmentFailure(.unreadableName(folder: model)) }
      if try (entry.kind ?? kind(of: name, in: source.number, path: model)) == .folder {
        try add(folder.isEmpty ? name : "\(folder)/\(name)", in: output)
      } else if linkat(source.number, name, opened.number, name, 0) != 0 {
        throw EnvironmentFailure.system(errno, .create, own)
      }
    }
  }

  private static func place(_ folder: String, in root: String) -> String {
    folder.isEmpty ? root : "\(root)/\(folder)"
  }

  /// Whether no name was added to either folder or taken away since.
  func stands(beside output: String) -> Bool {
    areAll(below: folders.count) { index in
      let folder = folders[index]
      return FolderStamp(of: Self.place(folder.path, in: output)) == folder.published
        && FolderStamp(of: Self.place(folder.path, in: path)) == folder.spare
    }
  }

  /// Gives every name the file that is published under it.
  mutating func catchUp(with files: InOrderOfPath<WrittenFile>, in output: String) throws {
    for index in behind {
      let (name, old) = (files.files[index].path, "\(output)/\(files.files[index].path)")
      let own = "\(path)/\(name)"
      guard unlink(own) == 0, link(old, own) == 0 else { throw EnvironmentFailure.system(errno, .create, own) }
    }
  }

  /// The same once it has changed places with the published one.
  /// - Parameter changed: the files that were written anew.
  mutating func exchange(with place: PublishingPlace, changed: Set<Int>) throws {
    for index in folders.indices {
      guard let stamp = FolderStamp(of: Self.place(folders[index].path, in: path)) else {
        throw EnvironmentFailure.system(ENOENT, .read, path)
      }
      (folders[index].published, folders[index].spare) = (stamp, folders[index].published)
    }
    // What somebody does to the new site has another time than this.
    waitForNextTick()
    try putInPlace(path, at: place.output)
    behind = changed
  }

  func remove() { try? removeTree(path, in: AT_FDCWD, path: path) }
}

/// Which folder it is, when a name in it changed, and whose it is. Another name of its own changes nothing of it.
private struct FolderStamp: Equatable, Sendable {
  private let device: UInt64
  private let number: UInt64
  private let rights: Rights
  private let seconds: Int
  private let nanoseconds: Int

  init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, EntryKind(status.st_mode) == .folder else { return nil }
    (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
    rights = Rights(status)
    (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }
}

/// Until the clock that file systems read has gone on: a few milliseconds.
private func waitForNextTick() {
  let now = {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return (time.tv_sec, time.tv_nsec)
  }
  let begin = now()
  for _ in 0..<50 where now() == begin { usleep(1_000) }
}
