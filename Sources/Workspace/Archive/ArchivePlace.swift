import Archiving
import Diagnostics
import Foundation
import Scoring

/// Where an archive stands: a folder and a zip beside it, both replaced in one step each.
struct ArchivePlace {
  private let parent: String
  private let name: String

  init(folder: String, name: String) {
    parent = folder.isEmpty ? "." : folder
    self.name = name
  }

  var bag: String { "\(parent)/\(name)" }
  var zip: String { "\(parent)/\(name).zip" }
  private var prefix: String { ".\(name).staging-" }

  /// Whoever looks sees the old bag or the new one; a bag that says the same stays untouched.
  /// - Throws: `EnvironmentFailure`; then the old bag stands.
  func write(_ bag: Bag, day: Day) throws {
    guard let zipped = Archiving.zip(bag.files, folder: name, day: day) else {
      throw EnvironmentFailure(
        zh: "归档包超过 zip 的限度（65535 个文件或 4 GiB），请分专题归档",
        en: "the bag is beyond what a zip holds (65535 files, 4 GiB); archive by campaign")
    }
    try FileManager.default.createParent(parent)
    try holdingBuildLock("\(parent)/.\(name).lock", patience: 120) {
      try refuseForeign()
      try removeLeftovers()
      let staging = "\(parent)/\(prefix)\(getpid())"
      do {
        try fill(staging, bag)
        try putInPlace(staging)
      } catch {
        try? removeTree(staging, in: AT_FDCWD, path: staging)
        throw error
      }
      try? removeTree(staging, in: AT_FDCWD, path: staging)
      try replaceFile(zip, with: zipped)
    }
  }

  /// Only a bag makes way for a bag.
  private func refuseForeign() throws {
    guard try kind(of: bag, in: AT_FDCWD, path: bag) != nil else { return }
    guard try kind(of: "\(bag)/bagit.txt", in: AT_FDCWD, path: bag) == .file else {
      throw EnvironmentFailure(
        zh: "\(bag) 已存在，不是归档包，请先移走", en: "\(bag) exists and is no bag; move it away first")
    }
  }

  /// Of archives that were killed: the lock is ours, so nobody else is working.
  private func removeLeftovers() throws {
    let folder = try Descriptor(folder: parent, path: parent)
    for case let name? in try names(in: folder) where name.hasPrefix(prefix) {
      try removeTree(name, in: folder.number, path: "\(parent)/\(name)")
    }
  }

  private func fill(_ staging: String, _ bag: Bag) throws {
    guard mkdir(staging, 0o777) == 0 else { throw EnvironmentFailure.system(errno, .create, staging) }
    var folders = KnownFolders(root: staging)
    for file in bag.files {
      try folders.make(for: file.path)
      let path = "\(staging)/\(file.path)"
      let target = try Descriptor(path, flags: O_WRONLY | O_CREAT | O_EXCL, path: path, action: .write)
      try target.write(file.bytes)
      guard fsync(target.number) == 0 else { throw EnvironmentFailure.system(errno, .write, path) }
    }
  }

  private func putInPlace(_ staging: String) throws {
    if try kind(of: bag, in: AT_FDCWD, path: bag) != nil, try exchange(staging, bag) { return }
    // Without an exchange the old bag is put aside for a moment; with none there yet, this is one step.
    let aside = staging + "-old"
    if rename(bag, aside) != 0, errno != ENOENT { throw EnvironmentFailure.system(errno, .exchange, bag) }
    guard rename(staging, bag) == 0 else {
      let code = errno
      rename(aside, bag)
      throw EnvironmentFailure.system(code, .exchange, bag)
    }
    rename(aside, staging)
  }
}
