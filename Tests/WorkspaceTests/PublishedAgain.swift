import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Disk

/// A site of bundles of two files each, and copies of files of the project; which pages were made.
struct PublishedAgain {
  private final class Made: Sendable {
    let bundles = Mutex<Set<Int>>([])
  }
  static let bundles = 12
  private let made = Made()
  let folder: TemporaryFolder
  let last = LastPublication()
  /// What somebody does while pages are made.
  var meanwhile: @Sendable () -> Void = {}
  /// What each bundle says, and said when it was published last.
  var texts = Array(repeating: "", count: Self.bundles)
  var published = Array(repeating: "", count: Self.bundles)
  var copied: [String: String] = [:]

  init() throws {
    folder = try TemporaryFolder()
    for name in ["x.txt", "y.txt"] { try copy(name, "first") }
  }

  var output: String { "\(folder.path)/public" }

  static func paths(_ bundle: Int) -> [String] {
    ["part-\(bundle % 3)/page-\(bundle).html", "part-\(bundle % 3)/data/page-\(bundle).csv"]
  }

  /// An hour old, so that its times tell whether it was written.
  mutating func copy(_ name: String, _ text: String) throws {
    try folder.write("files/\(name)", text)
    let hour = timespec(tv_sec: time(nil) - 3600 - text.utf8.count, tv_nsec: 1)
    try #require(utimensat(AT_FDCWD, "\(folder.path)/files/\(name)", [hour, hour], 0) == 0)
    copied[name] = text
  }

  /// - Returns: the bundles that had to be made, and the mistakes.
  mutating func publish() throws -> (made: Set<Int>, mistakes: [Diagnostic]) {
    made.bundles.withLock { $0 = [] }
    let texts = texts
    let copies = copied.keys.sorted().map { OutputCopy(source: "files/\($0)", path: "files/\($0)") }
    var plan = OutputPlan(bundles: (0..<Self.bundles).map(Self.paths), copies: copies) { [made, meanwhile] bundle in
      meanwhile()
      made.bundles.withLock { _ = $0.insert(bundle) }
      return { place in
        OutputFile(path: Self.paths(bundle)[place], bytes: Array("\(place) \(texts[bundle])".utf8))
      }
    }
    let published = published
    plan.unchanged = Set((0..<Self.bundles).filter { texts[$0] == published[$0] })
    let (publication, mistakes) = try Disk.publish(
      plan, project: folder.path, output: output, patience: 0.2, upon: last)
    if publication != nil { self.published = texts }
    last.makeReady()
    return (made.bundles.withLock(\.self), mistakes)
  }

  /// All that should stand in the published folder, without its manifest.
  var expected: [String: String] {
    var files = Dictionary(uniqueKeysWithValues: copied.map { ("files/\($0)", $1) })
    for bundle in 0..<Self.bundles {
      for (place, path) in Self.paths(bundle).enumerated() { files[path] = "\(place) \(texts[bundle])" }
    }
    return files
  }

  /// All that stands there.
  var standing: [String: String] {
    get throws {
      try folder.contents(of: "public").filter { $0.key != Manifest.path }
        .mapValues { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// What stands beside the published folder.
  var spares: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(".public.") }
    }
  }
}
