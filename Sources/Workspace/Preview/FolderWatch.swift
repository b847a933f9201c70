import Disk
import Foundation
import Loading

/// Tells when `content/` or `templates/` of a project changes: the system's notification (inotify), nothing is polled.
///
/// The watches follow the folders: whenever a folder comes, goes or moves, or the system's queue overflowed, all folders
/// are walked again. What exactly changed is nobody's concern, since every rebuild is a full one.
final class FolderWatch {
  private let notices: Descriptor
  private let project: String
  /// The project's own watch, where only the names of the two folders count.
  private var root: Int32 = -1
  private var watched: Set<Int32> = []
  /// As `site.yaml` has it when the waiting begins.
  private var passOver = PassOver()

  /// A burst that goes on is cut here.
  private static let longestBurst = Duration.milliseconds(300)

  init(project: String) throws {
    self.project = project
    notices = Descriptor(adopting: inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)), path: project)
    guard notices.number >= 0 else { throw EnvironmentFailure.system(errno, .watch, project) }
    try walk()
  }

  /// Waits for the next change and until it is over.
  /// - Parameter stop: a descriptor that becomes readable to end the waiting.
  /// - Returns: the moment of the first notice; `nil` when told to stop.
  /// - Throws: `EnvironmentFailure`, among others when the project's folder is gone.
  func nextChange(orStop stop: Int32) throws -> ContinuousClock.Instant? {
    if let folder = try? Descriptor(folder: project, path: project) { passOver = PassOver(project: folder) }
    while true {
      guard try wait(for: [notices.number, stop], within: nil) != stop else { return nil }
      let first = ContinuousClock.now
      var burst = Burst()
      readNotices(into: &burst)
      while burst.isChange, first.duration(to: .now) < Self.longestBurst,
        let ready = try wait(for: [notices.number, stop], within: burst.quiet)
      {
        if ready == stop { return nil }
        readNotices(into: &burst)
      }
      if burst.movesFolders { try walk() }
      if burst.isChange { return first }
    }
  }

  /// Notices that follow one another closely, as one save gives several.
  private struct Burst {
    var isChange = false
    var movesFolders = false
    /// Files that came into being and weren't closed yet: half of one needn't be shown as a mistake.
    var unfinished: Set<String> = []

    /// How long to wait for a further notice; those of one save come within a millisecond.
    var quiet: Duration { .milliseconds(unfinished.isEmpty ? 15 : 100) }
  }

  private func wait(for numbers: [Int32], within time: Duration?) throws -> Int32? {
    var entries = numbers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let milliseconds = time.map { Int32($0 / .milliseconds(1)) } ?? -1
    let ready = poll(&entries, UInt(entries.count), milliseconds)
    guard ready >= 0 || errno == EINTR else { throw EnvironmentFailure.system(errno, .watch, project) }
    // The last one named wins: an end outweighs a change.
    return entries.last { $0.revents != 0 }?.fd
  }

  /// Takes all notices that wait.
  private func readNotices(into burst: inout Burst) {
    while true {
      let bytes = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
        count = max(0, read(notices.number, buffer.baseAddress, buffer.count))
      }
      if bytes.isEmpty { return }
      bytes.withUnsafeBytes { buffer in
        var next = 0
        while next < buffer.count {
          let notice = buffer.loadUnaligned(fromByteOffset: next, as: inotify_event.self)
          let start = next + MemoryLayout<inotify_event>.size
          next = start + Int(notice.len)
          note(notice, String(decoding: buffer[start..<next].prefix { $0 != 0 }, as: UTF8.self), in: &burst)
        }
      }
    }
  }

  private func note(_ notice: inotify_event, _ name: String, in burst: inout Burst) {
    let mask = Int32(bitPattern: notice.mask)
    let isLost = mask & IN_Q_OVERFLOW != 0
    // A watch that ends by itself is noticed by the folder above it; above the project there is none.
    let isEnd = mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF) != 0
    if isLost || (isEnd && notice.wd == root) { (burst.isChange, burst.movesFolders) = (true, true) }
    let isFolder = mask & IN_ISDIR != 0
    let concerns =
      notice.wd == root ? sourceFolders.contains(name) : passOver.reason(name, isFolder: isFolder) == nil
    guard !isLost, !isEnd, concerns else { return }
    burst.isChange = true
    if isFolder {
      burst.movesFolders = true
    } else if mask & IN_CREATE != 0 {
      burst.unfinished.insert(name)
    } else if mask & (IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE) != 0 {
      burst.unfinished.remove(name)
    }
  }

  /// Watches the folders that stand now, and no other.
  private func walk() throws {
    let events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
    root = inotify_add_watch(
      notices.number, project, UInt32(bitPattern: events | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR))
    guard root >= 0 else { throw EnvironmentFailure.system(errno, .watch, project) }
    var standing: Set<Int32> = []
    var folders = sourceFolders.map { "\(project)/\($0)" }
    while let folder = folders.popLast() {
      // Before its entries are listed, so that none can come in between.
      let number = inotify_add_watch(
        notices.number, folder, UInt32(bitPattern: events | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK))
      guard number >= 0 else {
        // Not a folder, gone again, or not to be read: the rebuild says so.
        if [ENOENT, ENOTDIR, ELOOP, EACCES].contains(errno) { continue }
        throw errno == ENOSPC ? EnvironmentFailure(.tooManyFolders) : .system(errno, .watch, folder)
      }
      standing.insert(number)
      folders += subfolders(of: folder)
    }
    for gone in watched.subtracting(standing) { inotify_rm_watch(notices.number, gone) }
    watched = standing
  }

  private func subfolders(of folder: String) -> [String] {
    guard let opened = try? Descriptor(folder: folder, path: folder), let names = try? names(in: opened) else {
      return []
    }
    return names.compactMap { $0 }.filter { passOver.reason($0, isFolder: true) == nil }.filter { name in
      (try? kind(of: name, in: opened.number, path: name)) == .folder
    }.map { "\(folder)/\($0)" }
  }
}
