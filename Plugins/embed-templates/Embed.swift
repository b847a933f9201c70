import Foundation

/// `embed-templates FOLDER OUTPUT STAMP`: every text file below FOLDER as one Swift source, in the order of their paths.
/// OUTPUT is written if it differs; STAMP always, so that the next build runs this again.
@main
enum Embed {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else { throw Refusal("usage: embed-templates FOLDER OUTPUT STAMP") }
    let folder = URL(filePath: arguments[1])
    var text = "package let builtInFiles: [BuiltInFile] = [\n"
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() {
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasSuffix("~") }
      let file = folder.appending(path: path)
      guard !isHidden, try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      text += "  BuiltInFile(path: \(literal("templates/" + path)), text: \(try literal(contentsOf: file))),\n"
    }
    text += "]\n"
    let output = URL(filePath: arguments[2])
    if (try? String(contentsOf: output, encoding: .utf8)) != text {
      try text.write(to: output, atomically: true, encoding: .utf8)
    }
    try UUID().uuidString.write(to: URL(filePath: arguments[3]), atomically: false, encoding: .utf8)
  }

  private static func literal(contentsOf file: URL) throws -> String {
    let bytes = [UInt8](try Data(contentsOf: file))
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal("\(file.path) isn't UTF-8") }
    // A literal can't hold them as they are: the compiler refuses the one and rewrites the other.
    guard !bytes.contains(0), !bytes.contains(0x0D) else { throw Refusal("\(file.path) holds NUL or CR") }
    return literal(text)
  }

  /// A raw literal over several lines, with more hash marks than stand anywhere in the text behind a quotation mark or
  /// a backslash.
  private static func literal(_ text: String) -> String {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "#") ? run + 1 : 0
      longest = max(longest, run)
    }
    let marks = String(repeating: "#", count: longest + 1)
    return "\(marks)\"\"\"\n\(text)\n\"\"\"\(marks)"
  }
}

private struct Refusal: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
