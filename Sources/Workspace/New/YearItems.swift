import Disk
import Foundation
import Rendering
import Scoring
import Texts

/// Last year's tables of items, where its rulebook has them beside it: a year begins in the layout of the one before.
struct YearItems {
  /// As they are written.
  private(set) var files: [RenderedFile] = []
  /// As they are read.
  private(set) var sources: [SourceFile] = []

  /// - Throws: `EnvironmentFailure`.
  init(of year: Int, after last: YearLedger, in tree: SourceTree, project: String) throws {
    let folder = "content/years/\(last.year)/"
    for file in tree.files where file.path.begins(with: folder + "items.") {
      let name = String(file.path.dropping(prefix: folder) ?? "")
      let path = "content/years/\(year)/\(name)"
      if let sheet = file.sheet {
        sources.append(SourceFile(path: path, sheet: sheet))
        guard !files.contains(where: { $0.path == name }) else { continue }
        let stored = "\(project)/\(file.storedPath)"
        let workbook = try Descriptor(stored, flags: O_RDONLY, path: stored, action: .read)
        files.append(RenderedFile(path: name, bytes: try workbook.read(upTo: Int(try workbook.status().st_size))))
      } else {
        let text = String(decoding: file.bytes, as: UTF8.self)
        let lines = text.components(separatedBy: "\n").map { shifted($0, by: year - last.year) }
        let bytes = Array(lines.joined(separator: "\n").utf8)
        files.append(RenderedFile(path: name, bytes: bytes))
        sources.append(SourceFile(path: path, bytes: bytes))
      }
    }
  }

  /// A row whose days, alone in a cell or with 起 or 止, lie as many years later.
  private func shifted(_ line: String, by years: Int) -> String {
    line.replacing(
      #/(?<before>^|[,"，；])(?<year>[0-9]{4})(?<rest>-[0-9]{1,2}-[0-9]{1,2})(?=$|[\r,"起止])/#
    ) { found in "\(found.before)\((Int(found.year) ?? 0) + years)\(found.rest)" }
  }
}
