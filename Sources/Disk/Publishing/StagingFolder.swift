import Foundation
import Picturing
import Sealing
import Synchronization

/// A file as it was written.
struct WrittenFile: Sendable {
  let entry: Manifest.Entry
  /// Whether the earlier build's was taken over, which has the same bytes.
  var isReused: Bool
  /// How it stands; `nil` where nobody asks.
  var stamp: FileStamp? {
    get { kept?.stamp }
    set { kept = newValue.map(KeptStamp.init) }
  }
  /// Whether it is a picture that couldn't be decoded.
  var isDamaged = false
  private var kept: KeptStamp?

  init(entry: Manifest.Entry, isReused: Bool, stamp: FileStamp?) {
    self.entry = entry
    self.isReused = isReused
    self.stamp = stamp
  }

  /// By reference: only who publishes again and again asks for it, and there are a hundred thousand files.
  private final class KeptStamp: Sendable {
    let stamp: FileStamp
    init(_ stamp: FileStamp) { self.stamp = stamp }
  }
}

/// The new site beside the old one, until both are exchanged: from its first moment with the old one's rights, so that
/// nobody gets in who couldn't, and with them in every folder that stood there.
struct StagingFolder: Sendable {
  let path: String
  /// The published folder if there is one, whose unchanged files are taken over.
  let earlier: String?
  /// Whether somebody asks later how each file stands.
  private let notesStamps: Bool

  init(_ path: String, earlier: String, notesStamps: Bool) throws {
    self.notesStamps = notesStamps
    self.earlier = try kind(of: earlier, in: AT_FDCWD, path: earlier) == .folder ? earlier : nil
    guard mkdir(path, self.earlier == nil ? 0o777 : 0o700) == 0 else {
      throw EnvironmentFailure.system(errno, .create, path)
    }
    if let folder = self.earlier, let rights = Rights(of: folder) {
      // Named as what the user knows it by.
      try Descriptor(folder: path, path: folder).take(rights)
    }
    self.path = path
  }

  /// Writes every file of the plan, on several threads, and answers what was written.
  /// - Parameters:
  ///   - project: the folder that copies are taken from.
  ///   - last: what stands of the last publication and needn't be read to know it.
  func fill(
    _ plan: OutputPlan, of project: String, from darkroom: Darkroom, upon last: StandingFiles?, counter: WorkCounter
  ) throws -> [WrittenFile] {
    // A chunk is small enough to share the tail of the work, and large enough that taking one costs nothing; a picture to be
    // drawn is as much work as all the pages of one.
    let made = plan.bundles.count
    let chunk: @Sendable (Int) -> Int = { start in start < made ? min(16, made - start) : 1 }
    let total = made + plan.copies.count
    counter.expect(counter.total + plan.count + plan.copies.count)
    let next = Mutex(0)
    var room: [WrittenFile] = []
    room.reserveCapacity(plan.count + plan.copies.count)
    let outcome = Mutex<Result<[WrittenFile], any Error>>(.success(room))
    room = []
    let threads = min(max(ProcessInfo.processInfo.activeProcessorCount, 2), 8)
    let shared = FoldersMade()
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var folders = KnownFolders(root: path, model: earlier, shared: shared)
      while true {
        let start = next.withLock { start in
          defer { start += start < total ? chunk(start) : 0 }
          return start
        }
        guard start < total else { return }
        do {
          var written: [WrittenFile] = []
          if start < made {
            for bundle in start..<start + chunk(start) {
              if plan.unchanged.contains(bundle), let last,
                let same = try takeOver(plan.paths[plan.bundles[bundle]], last, &folders)
              {
                written += same
                continue
              }
              let make = plan.open(bundle)
              for place in 0..<plan.bundles[bundle].count { written.append(try write(make(place), &folders)) }
            }
            counter.add(written.count)
          } else {
            written = try copy(plan.copies[start - made], of: project, from: darkroom, &folders)
            counter.add(1)
          }
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

  /// Files of the last publication, as they stand; `nil` where one isn't what was published then.
  private func takeOver(
    _ paths: ArraySlice<String>, _ last: StandingFiles, _ folders: inout KnownFolders
  ) throws -> [WrittenFile]? {
    guard let earlier else { return nil }
    var files: [WrittenFile] = []
    for path in paths {
      guard let file = last.file(path, in: earlier) else { return nil }
      files.append(file)
    }
    for path in paths {
      try folders.make(for: path)
      guard link("\(earlier)/\(path)", "\(self.path)/\(path)") == 0 else { return nil }
    }
    return files
  }

  func write(_ file: OutputFile, _ folders: inout KnownFolders) throws -> WrittenFile {
    let entry = Manifest.Entry(path: file.path, size: file.bytes.count, digest: Fingerprint(of: file.bytes))
    let (isSame, rights, standing) = try compare(file)
    if isSame {
      try folders.make(for: file.path)
      if link("\(earlier ?? path)/\(file.path)", "\(path)/\(file.path)") == 0 {
        return WrittenFile(entry: entry, isReused: true, stamp: standing)
      }
    }
    let stamp = try create(file.path, rights, &folders) { try $0.write(file.bytes) }
    return WrittenFile(entry: entry, isReused: isSame, stamp: stamp)
  }

  /// What was written, said piece by piece: of a large site a manifest takes ten million bytes.
  /// - Returns: how it stands.
  func writeManifest(of written: InOrderOfPath<WrittenFile>, _ folders: inout KnownFolders) throws -> FileStamp? {
    let rights = earlier.flatMap { Rights(of: "\($0)/\(Manifest.path)") }
    return try create(Manifest.path, rights, &folders) { file in
      try Manifest.write(written.files.lazy.map(\.entry)) { try file.write($0) }
    }
  }

  /// Whether the earlier build's file has the same bytes, and how it stands if somebody asks later. Both names are ours then, and the old one goes
  /// soon.
  private func compare(_ file: OutputFile) throws -> (isSame: Bool, rights: Rights?, stamp: FileStamp?) {
    guard let earlier else { return (false, nil, nil) }
    let old = "\(earlier)/\(file.path)"
    let number = open(old, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { return (false, Rights(of: old), nil) }
    let descriptor = Descriptor(adopting: number, path: old)
    let status = try descriptor.status()
    guard EntryKind(status.st_mode) == .file else { return (false, nil, nil) }
    let isSame = try Int(status.st_size) == file.bytes.count && descriptor.reads(file.bytes)
    return (isSame, Rights(status), noted(status))
  }

  private func copy(
    _ copy: OutputCopy, of project: String, from darkroom: Darkroom, _ folders: inout KnownFolders
  ) throws -> [WrittenFile] {
    let source = try Descriptor(
      "\(project)/\(copy.source)", flags: O_RDONLY | O_NONBLOCK, path: copy.source, action: .read)
    // A photograph is published without what its camera wrote of place and person, which takes all of it.
    guard isPhotograph(copy.source), let bytes = try source.contents(atMost: 64 << 20) else {
      return try copy.forms.map { try self.copy(source, named: copy.source, to: $0.path, &folders) }
    }
    let pictures = darkroom.develop(bytes, as: copy.forms.map(\.picture))
    return try zip(copy.forms, pictures).map { form, picture in
      var written = try write(OutputFile(path: form.path, bytes: picture.bytes), &folders)
      written.isDamaged = picture.isDamaged
      return written
    }
  }

  private func copy(
    _ source: borrowing Descriptor, named name: String, to path: String, _ folders: inout KnownFolders
  ) throws -> WrittenFile {
    if let bytes = try source.contents(atMost: 4 << 20) {
      return try write(OutputFile(path: path, bytes: published(bytes, named: name)), &folders)
    }
    var digester = Digester(.sha256)
    var size = 0
    let rights = earlier.flatMap { Rights(of: "\($0)/\(path)") }
    let stamp = try create(path, rights, &folders) { target in
      try source.readPieces { piece in
        digester.update(piece)
        size += piece.count
        try target.write(piece)
      }
    }
    let entry = Manifest.Entry(path: path, size: size, digest: digester.fingerprint())
    return WrittenFile(entry: entry, isReused: false, stamp: stamp)
  }

  /// Writes nothing if the file is there already: two inputs have one path, which the publisher reports with both in hand.
  /// - Returns: how the file stands.
  private func create(
    _ name: String, _ rights: Rights?, _ folders: inout KnownFolders, fill: (borrowing Descriptor) throws -> Void
  ) throws -> FileStamp? {
    precondition(isInner(name), "a stage made the path \(name)")
    try folders.make(for: name)
    let full = "\(path)/\(name)"
    let number = open(full, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, rights == nil ? 0o666 : 0o600)
    if number < 0, errno == EEXIST || errno == EISDIR { return nil }
    guard number >= 0 else { throw EnvironmentFailure.system(errno, .write, full) }
    let file = Descriptor(adopting: number, path: full)
    try fill(file)
    if let rights { try file.take(rights, isStrict: false) }
    return noted(try file.status())
  }

  private func noted(_ status: stat) -> FileStamp? { notesStamps ? FileStamp(status) : nil }
}

/// Whether a path stays in the published folder.
func isInner(_ path: String) -> Bool {
  let bytes = path.utf8
  return bytes.count < 1000 && !bytes.contains { $0 == 0x0A || $0 == UInt8(ascii: "\\") || $0 == 0 }
    && bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
    }
}
