import Foundation

/// A second folder of the published site's files, beside it under other names of the same files: to publish what differs in a
/// few of a hundred thousand, only those are written into it, and it takes the published one's place.
///
/// What ends unexpectedly leaves it; the next build removes it as it removes any such folder.
struct SpareFolder: Sendable {
  let path: String
  private let output: String
  private var folders: [Twin] = []

  /// A folder of the site in both places.
  private struct Twin: Sendable {
    /// From the published folder; empty for itself.
    let path: String
    let published: FolderStamp
    var spare: FolderStamp
  }

  /// Links every file of the published folder, also those that somebody else put there.
  /// - Returns: `nil` where that can't be.
  init?(beside place: PublishingPlace) {
    (path, output) = (place.newStaging(), place.output)
    // What is changed from here on has another time than what was published.
    waitForNextTick()
    do {
      try add("")
      for index in folders.indices {
        folders[index].spare = try FolderStamp(of: Self.place(folders[index].path, in: path))
      }
    } catch {
      remove()
      return nil
    }
  }

  private mutating func add(_ folder: String) throws {
    let (model, own) = (Self.place(folder, in: output), Self.place(folder, in: path))
    // Stamped before it is listed: what comes later is found.
    let stamp = try FolderStamp(of: model)
    guard mkdir(own, 0o700) == 0 else { throw EnvironmentFailure.system(errno, .create, own) }
    let source = try Descriptor(folder: model, path: model)
    let opened = try Descriptor(folder: own, path: own)
    try opened.take(Rights(try source.status()))
    folders.append(Twin(path: folder, published: stamp, spare: stamp))
    for entry in try unsortedEntries(in: source) {
      guard let name = entry.name else { throw EnvironmentFailure(.unreadableName(folder: model)) }
      if try (entry.kind ?? kind(of: name, in: source.number, path: model)) == .folder {
        try add(folder.isEmpty ? name : "\(folder)/\(name)")
      } else if linkat(source.number, name, opened.number, name, 0) != 0 {
        throw EnvironmentFailure.system(errno, .create, own)
      }
    }
  }

  private static func place(_ folder: String, in root: String) -> String {
    folder.isEmpty ? root : "\(root)/\(folder)"
  }

  /// Whether nobody touched a name in either folder since it was made.
  var isUntouched: Bool {
    isPublishedUntouched
      && areAll(below: folders.count) { index in
        (try? FolderStamp(of: Self.place(folders[index].path, in: path))) == folders[index].spare
      }
  }

  /// Whether nobody touched a name in the published folder since.
  var isPublishedUntouched: Bool {
    areAll(below: folders.count) { index in
      (try? FolderStamp(of: Self.place(folders[index].path, in: output))) == folders[index].published
    }
  }

  func remove() { try? removeTree(path, in: AT_FDCWD, path: path) }
}

/// Which folder it is, when a name in it changed, and whose it is. Somebody may set the first of the times back, but not the
/// second.
private struct FolderStamp: Equatable, Sendable {
  private let device: UInt64
  private let number: UInt64
  private let rights: Rights
  private let times: [Int]

  /// - Throws: `EnvironmentFailure` where no folder stands.
  init(of path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0, EntryKind(status.st_mode) == .folder else {
      throw EnvironmentFailure.system(ENOTDIR, .read, path)
    }
    (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
    rights = Rights(status)
    times = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
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
