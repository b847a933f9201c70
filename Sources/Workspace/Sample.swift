import Disk
import Foundation
import Reports

/// How large a generated project is to be.
package struct SampleSize: Sendable {
  package let members: Int
  package let records: Int
  package let stories: Int
  package let seed: UInt64
  /// Between the company and its branches.
  package let units: Int

  package init(members: Int, records: Int, stories: Int, seed: UInt64, units: Int = 0) {
    self.members = members
    self.records = records
    self.stories = stories
    self.seed = seed
    self.units = units
  }
}

/// Writes a generated project into a new or empty folder.
/// - Returns: how many files were written.
/// - Throws: `UsageFailure` for a folder that holds something; `EnvironmentFailure`.
package func writeSample(_ size: SampleSize, to folder: String) throws -> Int {
  if mkdir(folder, 0o777) != 0 {
    let code = errno
    guard code == EEXIST else { throw EnvironmentFailure.system(code, .create, folder) }
    guard try names(in: Descriptor(folder: folder, path: folder)).isEmpty else {
      throw UsageFailure(
        zh: "文件夹 \(folder) 不是空的，示例不会写进去", en: "the folder \(folder) isn't empty; a sample goes into a new one")
    }
  }
  let files = generatedProject(size)
  var folders = KnownFolders(root: folder)
  for file in files {
    try folders.make(for: file.path)
    let path = "\(folder)/\(file.path)"
    try Descriptor(path, flags: O_WRONLY | O_CREAT | O_EXCL, path: path, action: .write).write(file.bytes)
  }
  return files.count
}
