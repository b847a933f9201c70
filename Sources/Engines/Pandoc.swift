import Disk
import Foundation
import Texts

/// The program that reads texts of Word's.
package struct Pandoc: Sendable {
  /// The first of its name on PATH.
  package let path: String

  /// A tree that is larger is no story's.
  package static let mostBytes = 16 << 20

  /// - Throws: `EnvironmentFailure` where it isn't on PATH, saying how to get it.
  package static func find(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Pandoc {
    let folders = environment["PATH", default: "/usr/local/bin:/usr/bin:/bin"].parts(at: ":")
    guard let path = folders.map({ "\($0)/pandoc" }).first(where: FileManager.default.isExecutableFile) else {
      throw EnvironmentFailure(.noPandoc)
    }
    return Pandoc(path: path)
  }

  /// What it makes of a document, as JSON. It is given the document alone and may read nothing else; pictures are taken from
  /// the document by us, so no name in it becomes a path.
  /// - Parameter document: the bytes of a `.docx`.
  /// - Throws: `EnvironmentFailure`; also where it takes too long, too much memory or gives too much.
  package func tree(of document: [UInt8]) throws -> [UInt8] {
    try withWorkFolder { folder in
      let (source, tree) = ("\(folder)/document.docx", "\(folder)/tree.json")
      try replaceFile(source, with: document)
      let arguments = [
        "--sandbox", "--from=docx", "--to=json", "--track-changes=all", "--output=\(tree)", source,
      ]
      let run: ProgramRun
      do {
        run = try runProgram(path, arguments, folder: folder)
      } catch let failure as EnvironmentFailure {
        guard case .engineTooSlow = failure.reason else { throw failure }
        throw EnvironmentFailure(.unreadDocument(path, said: ""))
      }
      guard run.status == 0,
        let file = try? Descriptor(tree, flags: O_RDONLY | O_NONBLOCK, path: tree, action: .read),
        let bytes = try file.contents(atMost: Self.mostBytes)
      else {
        let words = run.said.parts(at: "\n").suffix(3).joined(separator: "\n")
        throw EnvironmentFailure(.unreadDocument(path, said: words.replacingBytes(folder + "/", with: "").printable))
      }
      return bytes
    }
  }
}
