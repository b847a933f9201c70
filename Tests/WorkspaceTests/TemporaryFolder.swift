import Foundation

/// A folder that goes with the test that made it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("dualpoints-\(UUID().uuidString)")
      .resolvingSymlinksInPath().path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

  func write(_ name: String, bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

  /// Every file below, hidden ones too, with its bytes.
  func contents(of name: String) throws -> [String: Data] {
    let base = "\(path)/\(name)"
    var contents: [String: Data] = [:]
    for item in try FileManager.default.subpathsOfDirectory(atPath: base) {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: "\(base)/\(item)", isDirectory: &isFolder), !isFolder.boolValue {
        contents[item] = try Data(contentsOf: URL(fileURLWithPath: "\(base)/\(item)"))
      }
    }
    return contents
  }
}
