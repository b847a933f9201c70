import Foundation
import Testing

@testable import Sampling

/// The repository's `content/` is what the generator gives, so that nobody mends a generated file by hand.
@Suite struct CommittedSampleTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Parts of `content/` that a person writes.
  static let written = ["works/", "campaigns/", "pages/", "brand.yaml", "organisation.yaml", "about.md"]

  @Test func contentIsWhatTheGeneratorGives() throws {
    let files = sampleProject(.showcase)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      for file in files {
        let url = Self.root.appending(path: file.path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: url)
      }
    }
    for file in files {
      let onDisk = try Data(contentsOf: Self.root.appending(path: file.path))
      #expect(onDisk == Data(file.text.utf8), "\(file.path) differs; rebuild it with UPDATE_GOLDENS=1")
    }
  }

  @Test func noGeneratedFileIsLeftFromAnEarlierSample() throws {
    let made = Set(sampleProject(.showcase).map(\.path))
    let content = Self.root.appending(path: "content").path
    let names = FileManager.default.enumerator(atPath: content)?.allObjects.compactMap { $0 as? String } ?? []
    for name in names where name.hasSuffix(".csv") || name.hasSuffix(".yaml") {
      guard !Self.written.contains(where: name.hasPrefix) else { continue }
      let isMade = made.contains("content/\(name)")
      #expect(isMade, "content/\(name) is none of the sample's files")
    }
  }
}
