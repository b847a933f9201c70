import Archiving
import Disk
import Foundation
import Rendering
import Scoring
import Texts

/// Where an archive stands: one folder of its name, in which are the bag, its zip and the form to sign. The three appear,
/// and make way for newer ones, as one.
struct ArchivePlace {
  private let parent: String
  private let name: String

  /// - Throws: `EnvironmentFailure` where an archive would take the place of what the project is made of.
  init(folder: String, name: String, project: String) throws {
    parent = folder.isEmpty ? "." : folder
    self.name = name
    let (whereabouts, real) = (Whereabouts(project: project), realPath(parent))
    try whereabouts.refuseSources(real)
    let kind = try Disk.kind(of: real, in: AT_FDCWD, path: parent)
    guard kind == .folder || kind == nil else {
      throw EnvironmentFailure(kind == .link ? .link(parent) : .notAFolder(parent))
    }
    try whereabouts.refuseFolder("\(real)/\(name)")
  }

  private var folder: String { "\(parent)/\(name)" }
  var bag: String { "\(folder)/\(name)" }
  var zip: String { "\(folder)/\(name).zip" }
  func form(_ form: RenderedFile) -> String { "\(folder)/\(form.path)" }
  private var prefix: String { ".\(name).staging-" }

  /// Whoever looks sees the old archive or the new one; one that says the same stays untouched.
  /// - Throws: `EnvironmentFailure`; then the old archive stands.
  func write(_ bag: Bag, form: RenderedFile, day: Day) throws {
    guard let zipped = Archiving.zip(bag.files, folder: name, day: day) else {
      throw EnvironmentFailure(.bagTooLarge)
    }
    let files =
      bag.files.map { BagFile(path: "\(name)/\($0.path)", bytes: $0.bytes) } + [
        BagFile(path: "\(name).zip", bytes: zipped), BagFile(path: form.path, bytes: form.bytes),
      ]
    try makeFolder(parent)
    try holdingBuildLock("\(parent)/.\(name).lock", patience: 120) {
      try removeLeftovers()
      try refuseEarlierLayout()
      guard try !stands(files) else { return }
      try refuseForeign()
      let staging = "\(parent)/\(prefix)\(unguessable())"
      // Whatever fails first matters; what can't be removed now the next run removes.
      defer { try? removeTree(staging, in: AT_FDCWD, path: staging) }
      try fill(staging, files)
      try putInPlace(staging, at: folder)
    }
  }

  /// Whether these files stand there already, and no others in the bag.
  private func stands(_ files: [BagFile]) throws -> Bool {
    guard try kind(of: bag, in: AT_FDCWD, path: bag) == .folder else { return false }
    var walk = BagWalk()
    try walk.enter(try Descriptor(folder: folder, path: folder), prefix: "")
    // Beside the bag somebody may keep what was signed.
    let found = walk.entries.filter { entry in
      entry.path.begins(with: name + "/") || files.contains { $0.path == entry.path }
    }
    guard found.allSatisfy({ $0.kind == .file }), found.map(\.path).sorted() == files.map(\.path).sorted() else {
      return false
    }
    return try files.allSatisfy { file in
      let path = "\(folder)/\(file.path)"
      let old = try Descriptor(path, flags: O_RDONLY | O_NONBLOCK, path: path, action: .read)
      return try Int(old.status().st_size) == file.bytes.count && old.read(upTo: file.bytes.count) == file.bytes
    }
  }

  /// A bag, zip or form as earlier versions put them, side by side: taken for the new ones they would be proof of
  /// something else.
  private func refuseEarlierLayout() throws {
    let names = ["\(name)/bagit.txt", "\(name).zip", "\(name)-handover.html", "\(name)-handover.pdf"]
    let there = try names.filter { try kind(of: "\(parent)/\($0)", in: AT_FDCWD, path: parent) != nil }
    guard !there.isEmpty else { return }
    let list = there.map { "\(parent)/\($0 == names[0] ? name : $0)" }
    throw EnvironmentFailure(.earlierLayout(folder: folder, there: list))
  }

  /// An archive makes way for an archive; what else somebody put there would go with it.
  private func refuseForeign() throws {
    guard let kind = try kind(of: folder, in: AT_FDCWD, path: folder) else { return }
    let ours = [name, "\(name).zip", "\(name)-handover.html", "\(name)-handover.pdf"]
    var foreign = [folder]
    if kind == .folder {
      let there = try names(in: Descriptor(folder: folder, path: folder))
      foreign = there.filter { $0.map { !ours.contains($0) } ?? true }.map { "\(folder)/\($0 ?? "\u{FFFD}")" }
      let inside = "\(bag)/bagit.txt"
      if there.contains(name), try Disk.kind(of: inside, in: AT_FDCWD, path: inside) != .file {
        foreign.append(bag)
      }
    }
    guard foreign.isEmpty else {
      throw EnvironmentFailure(.foreignInArchive(folder: folder, there: foreign))
    }
  }

  /// Of archives that were killed: the lock is ours, so nobody else is working.
  private func removeLeftovers() throws {
    let place = try Descriptor(folder: parent, path: parent)
    let stale = try names(in: place).compactMap { $0 }.filter { $0.begins(with: prefix) }
    // Killed between two renames: the old archive goes back first.
    if let aside = stale.first(where: { $0.ends(with: asideSuffix) }) {
      _ = try renameIfFree("\(parent)/\(aside)", to: folder)
    }
    for name in stale { try removeTree(name, in: place.number, path: "\(parent)/\(name)") }
  }

  private func fill(_ staging: String, _ files: [BagFile]) throws {
    let rights = Rights(of: folder)
    guard mkdir(staging, rights == nil ? 0o777 : 0o700) == 0 else {
      throw EnvironmentFailure.system(errno, .create, staging)
    }
    if let rights { try Descriptor(folder: staging, path: folder).take(rights) }
    var folders = KnownFolders(root: staging, model: folder)
    for file in files {
      try folders.make(for: file.path)
      let path = "\(staging)/\(file.path)"
      let target = try Descriptor(path, flags: O_WRONLY | O_CREAT | O_EXCL, path: path, action: .write)
      try target.write(file.bytes)
      guard fsync(target.number) == 0 else { throw EnvironmentFailure.system(errno, .write, path) }
    }
  }
}
