import Foundation
import Testing

/// The table of docs/architecture.md: SwiftPM doesn't reject an import that no target declares, so this does.
private let mayImport: [String: Set<String>] = [
  "CCmark": [],
  "CCrypto": [],
  "CQRencode": [],
  "CYAML": [],
  "CExpat": [],
  "CZip": [],
  "CTurboJPEG": [],
  "CPNG": [],
  "CWebP": [],
  "CSQLite": [],
  "CMalloc": [],
  "CProgram": [],
  "Sheets": [],
  "Texts": ["Sheets"],
  "Diagnostics": ["Sheets", "Texts"],
  "Addressing": [],
  "Romanising": [],
  "Typesetting": [],
  "Theming": [],
  "Manuscripts": ["Texts"],
  "Charting": ["Texts"],
  "Scoring": ["Diagnostics", "Texts"],
  "Markup": ["CCmark", "Diagnostics", "Texts", "Typesetting"],
  "Parsing": ["CYAML", "Diagnostics", "Texts", "Scoring"],
  "Reading": [
    "Addressing", "Diagnostics", "Forms", "Texts", "Scoring", "Sheets", "Markup", "Parsing", "Romanising", "Theming",
  ],
  "Templating": ["Diagnostics", "Texts", "Typesetting"],
  "QRCoding": ["CQRencode"],
  "Forms": ["Diagnostics", "Texts", "Scoring", "Parsing", "Sheets"],
  "XMLReading": ["CExpat"],
  "Zips": ["CZip"],
  "Workbooks": ["Addressing", "CExpat", "CZip", "Sheets", "Texts", "Zips"],
  "Attaching": ["Picturing", "Texts", "Workbooks"],
  "WorkbookWriting": ["CZip", "Texts", "Zips"],
  "Picturing": ["Diagnostics", "Pixels", "Texts", "XMLReading"],
  "Pixels": ["CPNG", "CTurboJPEG", "CWebP"],
  "Wording": ["Diagnostics", "Texts", "Charting", "Scoring"],
  "Tables": ["Diagnostics", "Texts", "Scoring", "Wording", "WorkbookWriting"],
  "Composing": [
    "Diagnostics", "Texts", "Charting", "Scoring", "Markup", "Reading", "Reporting", "Tables", "Templating",
    "Wording", "Addressing", "Theming",
  ],
  "Reporting": ["Diagnostics", "Markup", "Reading", "Scoring", "Texts", "Wording"],
  "SearchIndex": ["Addressing", "Markup", "Reading", "Reporting", "Scoring", "Composing", "Wording", "Texts"],
  "Pages": [
    "Diagnostics", "Texts", "Charting", "Scoring", "Sealing", "Markup", "Reading", "Reporting", "Templating",
    "Composing", "SearchIndex", "Tables", "Wording", "Addressing",
  ],
  "Paper": [
    "QRCoding", "Scoring", "Reading", "Reporting", "Templating", "Composing", "Wording", "Charting", "Texts",
  ],
  "Grouping": [
    "Addressing", "Charting", "Composing", "Diagnostics", "Parsing", "Reading", "Scoring", "Tables", "Templating",
    "Texts",
    "Wording",
  ],
  "Rendering": [
    "Composing", "Grouping", "Pages", "Paper", "Reports", "Addressing", "Diagnostics", "Texts", "Picturing",
    "Templating",
  ],
  "Sealing": ["CCrypto", "Diagnostics", "Texts", "Scoring"],
  "Archiving": ["Diagnostics", "Texts", "Scoring", "Sealing", "Templating"],
  "Sampling": ["Scoring"],
  "SQLite": ["CSQLite"],
  "LedgerTables": ["Composing", "Diagnostics", "Reading", "Scoring", "Texts", "Wording"],
  "Querying": ["Diagnostics", "LedgerTables", "Reading", "Reporting", "SQLite", "Scoring", "Tables", "Texts"],
  "BuiltIn": [],
  "Previewing": ["Addressing", "NIOCore", "NIOHTTP1", "NIOPosix", "Synchronization", "Texts"],
  "Watching": [],
  "Disk": ["CMalloc", "Diagnostics", "Texts", "Foundation", "Picturing", "Sealing", "Synchronization"],
  "Loading": [
    "Diagnostics", "Texts", "Attaching", "BuiltIn", "Disk", "Foundation", "Picturing", "Reading", "Scoring", "Sheets",
    "Workbooks",
  ],
  "Engines": ["Texts", "CProgram", "Disk", "Foundation", "Scoring", "Sealing"],
  "Reports": [
    "Diagnostics", "Forms", "Reading", "Texts", "Scoring", "Sheets", "Tables", "Templating", "Wording",
    "WorkbookWriting",
  ],
  "Workspace": [
    "Tables", "Composing", "Grouping", "Pages", "Paper", "Diagnostics", "Texts", "Scoring", "Sealing", "Archiving",
    "Reading", "Picturing", "Templating", "Rendering", "Sampling", "BuiltIn", "Previewing", "Foundation",
    "Synchronization",
    "Disk", "Engines", "Loading", "Reports", "Sheets", "Manuscripts", "Watching", "WorkbookWriting", "Workbooks",
    "LedgerTables", "Querying", "Reporting", "SQLite",
  ],
  "dualpoints": [
    "Workspace", "Tables", "Diagnostics", "Texts", "ArgumentParser", "Foundation", "Disk", "Loading", "Engines",
    "Reports",
  ],
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
      "import CYAML", "@testable import Scoring", "package import Markup", "import struct Foundation.Data",
      "@preconcurrency private import CCmark", "// import Glibc", "let important = 1",
    ]
    #expect(
      SwiftFile(path: "", target: "", lines: lines).imports == ["CYAML", "Scoring", "Markup", "Foundation", "CCmark"])
  }

  @Test("every folder in Sources is a room of the table, and every room has a folder")
  func rooms() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Sources").path)
      .filter { !$0.hasPrefix(".") }
    #expect(Set(folders) == Set(mayImport.keys))
  }

  @Test("scripts/fuzz builds every room that those it feeds import, each behind what it imports")
  func fuzzedRooms() throws {
    let text = try String(contentsOf: root.appendingPathComponent("scripts/fuzz"), encoding: .utf8)
    let list = try #require(text.firstMatch(of: /rooms="([^"]*)"/)).output.1
    let rooms = list.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(rooms.count > 10)
    for (index, room) in rooms.enumerated() {
      let imports = try #require(mayImport[room], "\(room)").filter {
        mayImport[$0] != nil && $0.wholeMatch(of: /C[A-Z]\w*/) == nil
      }
      #expect(imports.isSubset(of: rooms[..<index]), "\(room) imports \(imports.subtracting(rooms[..<index]))")
    }
  }

  @Test("docs/architecture.md has the same table; a room that may import all is held by the one here")
  func drawnTable() throws {
    let text = try String(contentsOf: root.appendingPathComponent("docs/architecture.md"), encoding: .utf8)
    var drawn: Set<String> = []
    for row in text.matches(of: #/(?m)^\| (`[A-Z].*?|`dualpoints`) \| ([^|]*) \|/#) {
      let modules = Set(row.output.2.matches(of: #/\w+/#).map { String($0.output) })
      for room in row.output.1.matches(of: #/\w+/#).map({ String($0.output) }) {
        drawn.insert(room)
        if !modules.contains("all") { #expect(modules == mayImport[room], "\(room)") }
      }
    }
    #expect(drawn == Set(mayImport.keys))
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

  @Test("no two files have one name: who looks for one by its name finds it")
  func doubledNames() throws {
    let files = try swiftFiles(under: "Sources")
    let byName = Dictionary(grouping: files.map(\.path)) { $0.split(separator: "/").last.map(String.init) ?? "" }
    for (name, paths) in byName { #expect(paths.count == 1, "\(name): \(paths)") }
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

  @Test("what must hold is said by precondition: rooms are optimised in debug builds, where assert says nothing")
  func asserts() throws {
    for file in try swiftFiles(under: "Sources") {
      for line in file.lines {
        #expect(!line.contains("assert(") && !line.contains("assertionFailure("), "\(file.path): \(line)")
      }
    }
  }

  @Test("every rule that code and documents cite is written out in docs/rules.md, S1 to S24")
  func rules() throws {
    let text = try String(contentsOf: root.appendingPathComponent("docs/rules.md"), encoding: .utf8)
    let written = text.matches(of: #/(?m)^\| S([0-9]+) \|/#).compactMap { Int($0.output.1) }
    #expect(written == Array(1...24))
    let format = try String(contentsOf: root.appendingPathComponent("docs/content-format.md"), encoding: .utf8)
    for text in try swiftFiles(under: "Sources").flatMap(\.lines) + [format] {
      for cited in text.matches(of: #/\bS([0-9]{1,2})\b/#) {
        #expect(Int(cited.output.1).map((1...24).contains) == true, "\(cited.output.0)")
      }
    }
  }

  /// With `pipefail` a writer that is cut off fails the pipe, now and then: `grep -q` leaves as soon as it has found.
  @Test("no script leaves a pipe before its writer is done")
  func wholePipes() throws {
    let folder = root.appendingPathComponent("scripts")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !name.hasPrefix("__") {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(text.firstMatch(of: #/\| *(grep -[A-Za-z]*q|head)\b/#) == nil, "\(name)")
    }
  }
}
