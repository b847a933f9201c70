import Foundation
import Picturing
import Sealing

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

  /// A folder that holds another generation of the same site.
  init(standing path: String, earlier: String) { (self.path, self.earlier, notesStamps) = (path, earlier, true) }

  /// Writes every file of the plan, on several threads, and answers what was written.
  /// - Parameters:
  ///   - project: the folder that copies are taken from.
  func fill(
    _ plan: OutputPlan, of project: String, from darkroom: Darkroom, counter: WorkCounter
  ) throws -> [WrittenFile] {
    // A picture to be drawn is as much work as all the pages of a chunk.
    let made = plan.bundles.count
    counter.expect(counter.total + plan.count + plan.copies.count)
    return try gathered(
      made + plan.copies.count, room: plan.count + plan.copies.count, chunk: { $0 < made ? min(16, made - $0) : 1 },
      with: { [shared = FoldersMade()] in KnownFolders(root: path, model: earlier, shared: shared) }
    ) { chunk, folders in
      guard chunk.lowerBound < made else {
        defer { counter.add(1) }
        return try copy(plan.copies[chunk.lowerBound - made], of: project, from: darkroom, &folders)
      }
      var written: [WrittenFile] = []
      for bundle in chunk {
        let make = plan.open(bundle)
        for place in 0..<plan.bundles[bundle].count { written.append(try write(make(place), &folders)) }
      }
      counter.add(written.count)
      return written
    }
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

  /// Writes a file in the place of another of the same name.
  /// - Returns: how it stands.
  func replace(_ file: OutputFile, _ folders: inout KnownFolders) throws -> FileStamp? {
    let rights = earlier.flatMap { Rights(of: "\($0)/\(file.path)") }
    unlink("\(path)/\(file.path)")
    return try create(file.path, rights, &folders) { try $0.write(file.bytes) }
  }

  /// What was written, said piece by piece: of a large site a manifest takes ten million bytes.
  /// - Returns: how it stands.
  func writeManifest(of written: InOrderOfPath<WrittenFile>, _ folders: inout KnownFolders) throws -> FileStamp? {
    let rights = earlier.flatMap { Rights(of: "\($0)/\(Manifest.path)") }
    unlink("\(path)/\(Manifest.path)")
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
    guard let made = try copy.made(of: project, from: darkroom) else {
      return try copy.forms.map { try stream(copy.source, of: project, to: $0.path, &folders) }
    }
    return try made.map { file in
      var written = try write(file.file, &folders)
      written.isDamaged = file.isDamaged
      return written
    }
  }

  private func stream(
    _ source: String, of project: String, to path: String, _ folders: inout KnownFolders
  ) throws -> WrittenFile {
    let source = try Descriptor("\(project)/\(source)", flags: O_RDONLY | O_NONBLOCK, path: source, action: .read)
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
