import Diagnostics
import Disk
import Foundation
import Sheets
import Texts

/// A table or a workbook from anywhere on the disk, as files of a tree at `path`; or the mistake that tells why it is none.
/// - Throws: `EnvironmentFailure` where there is no such file, or it may not be read.
package func loadTable(_ file: String, as path: String) throws -> ([SourceFile], [Diagnostic]) {
  if file.lowercased().ends(with: ".csv") {
    let raw = try bytes(of: file)
    let text = decode(raw, allowsGB18030: true)
    if let wrong = text.wrongEncoding(from: raw) { return ([], [.wrongEncoding(wrong, in: file)]) }
    return ([SourceFile(path: path, bytes: text.bytes)], [])
  }
  switch try loadWorkbook(file) {
  case .success(let workbook): return (workbook.sheets.map { SourceFile(path: path, sheet: $0) }, [])
  case .failure(let mistake): return ([], [mistake.diagnostic])
  }
}

/// A text from anywhere on the disk, as a file of a tree at `path`.
/// - Throws: `EnvironmentFailure`.
package func loadText(_ file: String, as path: String) throws -> SourceFile {
  SourceFile(path: path, bytes: decode(try bytes(of: file), allowsGB18030: false).bytes)
}

private func bytes(of path: String) throws -> [UInt8] {
  let number = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard number >= 0 else { throw EnvironmentFailure.system(errno, .read, path) }
  let file = Descriptor(adopting: number, path: path)
  guard EntryKind(try file.status().st_mode) == .file else { throw EnvironmentFailure(.notAFile(path)) }
  guard let bytes = try file.contents(atMost: 64 << 20) else { throw EnvironmentFailure.system(EFBIG, .read, path) }
  return bytes
}
