import Foundation
import Testing

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// Text from outside is looked through byte by byte or scalar by scalar: a `Character` joins an accent, a joiner or a
/// selector to the sign before it, and hides the sign.
@Suite("How texts are scanned")
struct ScanningTests {
  @Test("rooms that scan markup don't compare characters", arguments: ["Addressing", "Markup"])
  func scalars(room: String) throws {
    let folder = root.appendingPathComponent("Sources/\(room)")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    #expect(!names.isEmpty)
    for name in names {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let code = line.prefix(upTo: line.range(of: "//")?.lowerBound ?? line.endIndex)
        for habit in [": Character", "[Character", "hasPrefix(", "hasSuffix(", "separator: \"", "firstIndex(of: \""] {
          #expect(!code.contains(habit), "\(room)/\(name):\(number + 1) has \(habit)")
        }
      }
    }
  }

  /// On bytes they cost a hundred times what `firstStretch(of:)` and `stretches(of:)` do: ten thousand stories took ten
  /// seconds more.
  @Test("no room searches bytes by what the standard library has for any collection")
  func searches() throws {
    let folder = root.appendingPathComponent("Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    #expect(names.count > 100)
    for name in names where name != "Texts/ByteSearch.swift" {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      for habit in [".firstRange(of", ".ranges(of", ".trimmingPrefix(", ".contains(Array("] {
        #expect(!text.contains(habit), "\(name) has \(habit)")
      }
    }
  }

  @Test("a zip is opened in one place, which makes sure that threads may: libzip alone lets them disturb each other")
  func zips() throws {
    let folder = root.appendingPathComponent("Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    let places = try names.filter { name in
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).contains(/\bzip_(open|fdopen)\w*\(/)
    }
    #expect(places == ["Zips/ZipOpening.swift"])
  }

  @Test("no id in a template begins as the ids of headings do")
  func headings() throws {
    let folder = root.appendingPathComponent("templates")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".mustache") }
    #expect(!names.isEmpty)
    for name in names {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(!text.contains("id=\"h_"), "\(name)")
    }
  }
}
