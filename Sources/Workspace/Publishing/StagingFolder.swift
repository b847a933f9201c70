import Diagnostics
import Foundation
import Picturing
import Synchronization

/// The new site beside the old one, until both are exchanged.
struct StagingFolder: Sendable {
  let path: String
  let project: String
  /// The published folder if there is one, whose unchanged files are taken over.
  let earlier: String?

  init(_ path: String, project: String, earlier: String) throws {
    self.earlier = try kind(of: earlier, in: AT_FDCWD, path: earlier) == .folder ? earlier : nil
    guard mkdir(path, 0o777) == 0 else { throw EnvironmentFailure.system(errno, .create, path) }
    self.path = path
    self.project = project
  }

  /// Writes every file of the plan, on several threads, and answers what was written.
  func fill(_ plan: OutputPlan, counter: WorkCounter) throws -> [Manifest.Entry] {
    // A chunk is small enough to share the tail of the work, and large enough that taking one costs nothing.
    let chunk = 32
    let total = plan.count + plan.copies.count
    counter.expect(total)
    let next = Mutex(0)
    let outcome = Mutex<Result<[Manifest.Entry], any Error>>(.success([]))
    let threads = min(max(ProcessInfo.processInfo.activeProcessorCount, 2), 8)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var folders = KnownFolders(root: path)
      while true {
        let start = next.withLock { start in
          defer { start += chunk }
          return start
        }
        guard start < total else { return }
        do {
          let written = try (start..<min(start + chunk, total)).map { index in
            index < plan.count
              ? try write(plan.make(index), &folders) : try copy(plan.copies[index - plan.count], &folders)
          }
          counter.add(written.count)
          outcome.withLock { outcome in
            // Taken out while it grows, lest every chunk copy all before it.
            guard case .success(var all) = outcome else { return }
            outcome = .success([])
            all += written
            outcome = .success(all)
          }
        } catch {
          // The others stop at their next chunk.
          next.withLock { $0 = total }
          outcome.withLock { if case .success = $0 { $0 = .failure(error) } }
          return
        }
      }
    }
    return try outcome.withLock { try $0.get() }
  }

  func write(_ file: OutputFile, _ folders: inout KnownFolders) throws -> Manifest.Entry {
    if try reuse(file, &folders) { return Manifest.Entry(path: file.path, size: file.bytes.count) }
    guard let target = try create(file.path, &folders) else { return Manifest.Entry(path: file.path, size: 0) }
    try target.write(file.bytes)
    return Manifest.Entry(path: file.path, size: file.bytes.count)
  }

  /// Links the earlier build's file if it has the same bytes. Both names are ours, and the old one goes soon.
  private func reuse(_ file: OutputFile, _ folders: inout KnownFolders) throws -> Bool {
    guard let earlier else { return false }
    let old = "\(earlier)/\(file.path)"
    let number = open(old, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { return false }
    let descriptor = Descriptor(adopting: number, path: old)
    let status = try descriptor.status()
    guard EntryKind(status.st_mode) == .file, Int(status.st_size) == file.bytes.count,
      try descriptor.read(upTo: file.bytes.count) == file.bytes
    else { return false }
    try folders.make(for: file.path)
    return link(old, "\(path)/\(file.path)") == 0
  }

  private func copy(_ copy: OutputCopy, _ folders: inout KnownFolders) throws -> Manifest.Entry {
    let source = try Descriptor("\(project)/\(copy.source)", flags: O_RDONLY, path: copy.source, action: .read)
    let size = Int(try source.status().st_size)
    if size <= 4 << 20 || pictureKind(of: copy.source) != nil {
      let bytes = published(try source.read(upTo: size), named: copy.source)
      return try write(OutputFile(path: copy.path, bytes: bytes), &folders)
    }
    guard let target = try create(copy.path, &folders) else { return Manifest.Entry(path: copy.path, size: size) }
    return Manifest.Entry(path: copy.path, size: try target.copy(from: source))
  }

  /// `nil` if the file is there already: two inputs have one path, which the publisher reports with both in hand.
  private func create(_ name: String, _ folders: inout KnownFolders) throws -> Descriptor? {
    precondition(isInner(name), "a stage made the path \(name)")
    try folders.make(for: name)
    let full = "\(path)/\(name)"
    let number = open(full, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    if number < 0, errno == EEXIST || errno == EISDIR { return nil }
    guard number >= 0 else { throw EnvironmentFailure.system(errno, .write, full) }
    return Descriptor(adopting: number, path: full)
  }

  private func isInner(_ name: String) -> Bool {
    let bytes = name.utf8
    return bytes.count < 1000 && !bytes.contains { $0 == 0x0A || $0 == UInt8(ascii: "\\") || $0 == 0 }
      && bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
      }
  }
}

/// The folders one thread has seen to exist, so that it asks the system once for each.
struct KnownFolders {
  let root: String
  /// By bytes: two spellings of a letter are two folders.
  private var known: Set<[UInt8]> = []

  init(root: String) { self.root = root }

  mutating func make(for path: String) throws {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = path[..<slash]
    guard !known.contains(Array(folder.utf8)) else { return }
    var partial = root
    for part in folder.parts(at: "/") {
      partial += "/\(part)"
      guard mkdir(partial, 0o777) == 0 || errno == EEXIST else {
        throw EnvironmentFailure.system(errno, .create, partial)
      }
    }
    known.insert(Array(folder.utf8))
  }
}
