import Archiving
import Diagnostics
import Disk
import Foundation
import Texts

/// What a look at a bag or its zip came to.
package struct BagReport: Sendable {
  package let path: String
  /// Why it is refused, all reasons; none for a sound bag.
  package let problems: [Bilingual]
  /// `nil` where it has none.
  package let fingerprint: String?
  package let title: String
  /// The day its data stands for.
  package let day: String
  package let payloadCount: Int
  /// Bytes.
  package let payloadSize: Int

  fileprivate init(_ path: String, _ verification: Verification) {
    self.path = path
    problems = verification.findings.map(\.message)
    fingerprint = verification.fingerprint
    title = (verification.value("External-Description") ?? "").printable
    day = (verification.value("Bagging-Date") ?? "").printable
    payloadCount = verification.payloadCount
    payloadSize = verification.payloadSize
  }
}

/// Verifies a bag's folder or its zip.
/// - Parameter paper: the fingerprint as it was signed.
/// - Throws: `EnvironmentFailure` where it can't be read at all.
package func verifyArchive(_ path: String, against paper: String? = nil) throws -> BagReport {
  guard let kind = try kind(of: path, in: AT_FDCWD, path: path) else {
    throw EnvironmentFailure.system(ENOENT, .read, path)
  }
  if kind == .file {
    let file = try Descriptor(path, flags: O_RDONLY | O_NONBLOCK, path: path, action: .read)
    let (number, size) = (file.number, Int(try file.status().st_size))
    return try withExtendedLifetime(file) {
      let zip = ZipSource(size: size) { at, count in
        try filledBytes(count, path: path) { pread(number, $0, $1, off_t(at + $2)) }
      }
      return BagReport(path, try verify(zip, against: paper))
    }
  }
  var walk = BagWalk()
  try walk.enter(try Descriptor(folder: path, path: path), prefix: "")
  var left = BagLimits.mostBytes
  let result = try verify(walk.entries, earlier: walk.findings, against: paper) { name, receiver in
    let file = try Descriptor("\(path)/\(name)", flags: O_RDONLY | O_NONBLOCK, path: "\(path)/\(name)", action: .read)
    // It was a file when the folder was walked.
    guard EntryKind(try file.status().st_mode) == .file else { return }
    while left > 0, case let piece = try file.read(upTo: min(BagLimits.piece, left)), !piece.isEmpty {
      left -= piece.count
      receiver.receive(piece)
    }
  }
  return BagReport(path, result)
}

/// The bags and zips in a folder, and in the folders of archives there, by name, each verified.
/// - Throws: `EnvironmentFailure`.
package func listArchives(_ folder: String) throws -> [BagReport] {
  try bags(in: folder, depth: 1).map { try verifyArchive($0) }
}

private func bags(in folder: String, depth: Int) throws -> [String] {
  let place = try Descriptor(folder: folder, path: folder)
  return try names(in: place).compactMap { $0 }.filter { !$0.begins(with: ".") }.flatMap { name in
    let path = "\(folder)/\(name)"
    switch try kind(of: path, in: AT_FDCWD, path: path) {
    case .file where name.lowercased().ends(with: ".zip"): return [path]
    case .folder where try isBag(path): return [path]
    case .folder where depth > 0: return try bags(in: path, depth: depth - 1)
    default: return []
    }
  }
}

private func isBag(_ folder: String) throws -> Bool {
  try kind(of: "\(folder)/bagit.txt", in: AT_FDCWD, path: folder) == .file
}

/// Verifies a bag's folder, its zip, or the folder of an archive with what of both is in it.
/// - Parameter paper: the fingerprint as it was signed.
/// - Throws: `EnvironmentFailure` where it can't be read at all.
package func verifyArchives(_ path: String, against paper: String? = nil) throws -> [BagReport] {
  if try kind(of: path, in: AT_FDCWD, path: path) == .folder, try !isBag(path) {
    let inside = try bags(in: path, depth: 0)
    if !inside.isEmpty { return try inside.map { try verifyArchive($0, against: paper) } }
  }
  return [try verifyArchive(path, against: paper)]
}

/// Everything that stands in a bag's folder, links not followed; no more of it than a bag of ours may have.
struct BagWalk {
  var entries: [BagEntry] = []
  var findings: [BagFinding] = []
  private var isFull = false
  /// Bytes that files may still claim to have.
  private var left = BagLimits.mostBytes

  mutating func enter(_ folder: borrowing Descriptor, prefix: String, depth: Int = 0) throws {
    let names = try names(in: folder)
    if names.isEmpty, !prefix.isEmpty { entries.append(BagEntry(path: String(prefix.dropLast()), kind: .emptyFolder)) }
    for name in names where !isFull {
      if entries.count >= BagLimits.mostFiles {
        findings.append(.tooMany())
        isFull = true
        return
      }
      guard let name else {
        // A name that isn't UTF-8 is in no manifest.
        entries.append(BagEntry(path: prefix + "\u{FFFD}", kind: .other))
        continue
      }
      let path = prefix + name
      var status = stat()
      guard fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        throw EnvironmentFailure.system(errno, .read, "\(folder.path)/\(name)")
      }
      switch EntryKind(status.st_mode) {
      case .folder where depth >= BagLimits.deepest: findings.append(.tooDeep(path))
      case .folder:
        try enter(
          Descriptor(folder: name, in: folder.number, path: "\(folder.path)/\(name)"), prefix: path + "/",
          depth: depth + 1)
      case .file where Int(status.st_size) > left: findings.append(.tooLarge(path))
      case .file:
        left -= Int(status.st_size)
        entries.append(BagEntry(path: path, kind: status.st_nlink > 1 ? .hardLink : .file))
      case .link: entries.append(BagEntry(path: path, kind: .link))
      case .other: entries.append(BagEntry(path: path, kind: .other))
      }
    }
  }
}
