import Foundation

/// `fill-views OUTPUT SOURCE…`: one Swift file with a `fill` for every view in the sources that doesn't write its own.
/// OUTPUT is written if it differs.
@main
enum FillViews {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else { throw Refusal("usage: fill-views OUTPUT SOURCE…") }
    do {
      var text = "import Templating\n"
      for path in arguments.dropFirst().sorted() {
        var reader = ViewReader(path: path)
        for view in try reader.views(in: try String(contentsOfFile: path, encoding: .utf8)) { text += view.fill }
      }
      if (try? String(contentsOfFile: output, encoding: .utf8)) != text {
        try text.write(toFile: output, atomically: true, encoding: .utf8)
      }
    } catch let refusal as Refusal {
      // As a compiler says it, so that editors find the place.
      FileHandle.standardError.write(Data("\(refusal)\n".utf8))
      exit(1)
    }
  }
}

struct Refusal: Error, Equatable, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
