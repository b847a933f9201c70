import Diagnostics
import Disk
import Foundation
import Rendering
import Reports
import Tables
import Texts

/// What a command of `new` made.
package struct NewFiles: Sendable {
  /// As the user can open them: a folder, or one file.
  package let place: String
  package let count: Int
  /// What didn't come along of what they were made from.
  package var notes: [Bilingual] = []
  /// What a new year's plan is to be written into.
  package var activities = "activities.csv"
}

/// Puts a folder of files where nothing stands, by one rename of a folder made beside it; into an empty folder, which may
/// be the one somebody works in, by a rename of each of its few entries.
func place(_ files: [RenderedFile], folders empty: [String] = [], at folder: String) throws {
  let url = URL(fileURLWithPath: folder).standardizedFileURL
  let parent = url.deletingLastPathComponent().path
  let isThere = try kind(of: url.path, in: AT_FDCWD, path: folder) != nil
  // A name of its own, since a disk may have no room for one that adds to a long name.
  let staging = "\(isThere ? url.path : parent)/.new-\(unguessable())"
  try makeFolder(parent)
  guard mkdir(staging, 0o777) == 0 else { throw EnvironmentFailure.system(errno, .create, staging) }
  do {
    var folders = KnownFolders(root: staging)
    for file in files {
      try folders.make(for: file.path)
      let path = "\(staging)/\(file.path)"
      try Descriptor(path, flags: O_WRONLY | O_CREAT | O_EXCL, path: path, action: .write).write(
        markedForExcel(file.bytes, at: path))
    }
    for name in empty { try folders.make(for: name + "/") }
    let moves =
      isThere
      ? try names(in: Descriptor(folder: staging, path: staging)).compactMap { $0 }.map {
        ("\(staging)/\($0)", "\(url.path)/\($0)")
      } : [(staging, url.path)]
    for (from, to) in moves {
      guard rename(from, to) == 0 else { throw EnvironmentFailure.system(errno, .create, to) }
    }
    if isThere { try removeTree(staging, in: AT_FDCWD, path: staging) }
  } catch {
    // The failure that matters is the first.
    try? removeTree(staging, in: AT_FDCWD, path: staging)
    throw error
  }
}

/// Puts one file where none stands.
func place(_ bytes: [UInt8], at path: String) throws {
  let url = URL(fileURLWithPath: path).standardizedFileURL
  let staging = "\(url.deletingLastPathComponent().path)/.new-\(unguessable())"
  defer { unlink(staging) }
  try Descriptor(staging, flags: O_WRONLY | O_CREAT | O_EXCL, path: staging, action: .write).write(bytes)
  // A link, unlike a rename, never takes another file's place.
  guard link(staging, url.path) == 0 else { throw EnvironmentFailure.system(errno, .create, path) }
}

/// Puts files into a folder that is there, where none of their names stands; all of them or none.
func place(_ files: [RenderedFile], eachIn folder: String) throws {
  var placed: [String] = []
  do {
    for file in files {
      try place(file.bytes, at: "\(folder)/\(file.path)")
      placed.append("\(folder)/\(file.path)")
    }
  } catch {
    for path in placed { unlink(path) }
    throw error
  }
}

extension SourceTree {
  /// The same project with more texts and pictures, to be checked before they are written.
  func with(_ files: [RenderedFile], assets pictures: [RenderedFile], in folder: String) -> SourceTree {
    let new = pictures.map { Asset(path: "\(folder)/\($0.path)", size: $0.bytes.count) }
    return SourceTree(
      files: self.files + files.map { SourceFile(path: "\(folder)/\($0.path)", bytes: $0.bytes) },
      assets: assets + new, refused: refused, passedOver: passedOver)
  }

  /// The same project with more files, to be checked before they are written.
  func with(_ files: [RenderedFile], in folder: String) -> SourceTree {
    with(files.map { SourceFile(path: "\(folder)/\($0.path)", bytes: $0.bytes) })
  }

  func with(_ new: [SourceFile]) -> SourceTree {
    SourceTree(files: self.files + new, assets: assets, refused: refused, passedOver: passedOver)
  }
}

/// Text that stands between quotation marks in YAML.
func quoted(_ text: String, option: String) throws -> String {
  guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
    throw UsageFailure(zh: "\(option) 不能为空，也不能有换行", en: "\(option) can't be empty or hold line ends")
  }
  return text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
}
