import Foundation
import Testing

/// The table of docs/architecture.md: SwiftPM doesn't reject an import that no target declares, so this does.
private let mayImport: [String: Set<String>] = [
  "CCmark": [],
  "CCrypto": [],
  "CQRencode": [],
  "CExpat": [],
  "CProgram": [],
  "Diagnostics": [],
  "Charting": ["Diagnostics"],
  "Scoring": ["Diagnostics"],
  "Markup": ["CCmark", "Diagnostics"],
  "Reading": ["Diagnostics", "Scoring", "Markup", "Yams"],
  "Templating": ["Diagnostics"],
  "QRCoding": ["CQRencode"],
  "XMLReading": ["CExpat"],
  "Picturing": ["Diagnostics", "XMLReading"],
  "Composing": ["Diagnostics", "Charting", "QRCoding", "Scoring", "Sealing", "Markup", "Reading", "Templating"],
  "Rendering": ["Diagnostics", "Composing", "Picturing", "Templating"],
  "Sealing": ["CCrypto", "Diagnostics", "Scoring"],
  "Archiving": ["Diagnostics", "Scoring", "Sealing", "Templating"],
  "Sampling": ["Scoring"],
  "BuiltIn": [],
  "Previewing": ["NIOCore", "NIOHTTP1", "NIOPosix", "Synchronization"],
  "Workspace": [
    "Diagnostics", "Scoring", "Sealing", "Archiving", "Markup", "Reading", "Composing", "Picturing", "Templating",
    "Rendering", "Sampling", "BuiltIn", "Previewing", "CProgram",
    "Foundation", "Synchronization",
  ],
  "dualpoints": ["Workspace", "Diagnostics", "ArgumentParser", "Foundation"],
]

private struct SwiftFile {
  let path: String
  let target: String
  let lines: [String]

  /// Modules imported, whatever stands around the word: attributes, access levels, a kind, a submodule.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({
          $0.hasPrefix("@") || ["package", "public", "internal", "private", "fileprivate"].contains($0)
        })
      else { return nil }
      let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let name = kinds.contains(words[at + 1]) && at + 2 < words.count ? words[at + 2] : words[at + 1]
      return name.split(separator: ".").first.map(String.init)
    }
  }
}

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

private func swiftFiles(under folder: String) throws -> [SwiftFile] {
  let base = root.appendingPathComponent(folder)
  let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path).filter { $0.hasSuffix(".swift") }
  return try paths.sorted().map { path in
    let text = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return SwiftFile(
      path: "\(folder)/\(path)", target: String(path.prefix { $0 != "/" }),
      lines: text.hasSuffix("\n") ? lines.dropLast() : lines)
  }
}

@Suite("The house")
struct HouseTests {
  @Test("a room imports only what the table of the architecture lets it")
  func imports() throws {
    let files = try swiftFiles(under: "Sources")
    #expect(files.count > 20, "the sources were not found")
    for file in files {
      let allowed = try #require(mayImport[file.target], "\(file.target) is not in the table")
      for module in file.imports {
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test("an import is recognised whatever stands around it")
  func recognisedImports() {
    let lines = [
      "import Yams", "@testable import Scoring", "package import Markup", "import struct Foundation.Data",
      "@preconcurrency private import CCmark", "// import Glibc", "let important = 1",
    ]
    #expect(
      SwiftFile(path: "", target: "", lines: lines).imports == ["Yams", "Scoring", "Markup", "Foundation", "CCmark"])
  }

  @Test("every folder in Sources is a room of the table, and every room has a folder")
  func rooms() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Sources").path)
      .filter { !$0.hasPrefix(".") }
    #expect(Set(folders) == Set(mayImport.keys))
  }

  @Test("no file is longer than 300 lines", arguments: ["Sources", "Tests"])
  func lengths(folder: String) throws {
    for file in try swiftFiles(under: folder) {
      #expect(file.lines.count <= 300, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test("no file is named for nothing in particular")
  func fileNames() throws {
    for file in try swiftFiles(under: "Sources") {
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      for word in ["Util", "Manager", "Helper"] {
        #expect(!name.contains(word), "\(file.path)")
      }
    }
  }

  @Test("nothing gets around the compiler's checks")
  func noEscapes() throws {
    for file in try swiftFiles(under: "Sources") {
      for (number, line) in file.lines.enumerated() {
        for escape in ["@unchecked Sendable", "nonisolated(unsafe)", "try!", "as!"] {
          #expect(!line.contains(escape), "\(file.path):\(number + 1) has \(escape)")
        }
      }
    }
  }
}
