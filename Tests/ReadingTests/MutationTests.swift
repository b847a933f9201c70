import Diagnostics
@testable import Reading
import Scoring
import Testing
import Texts

/// Whatever an editor's slip does to a file, reading ends in content or in diagnostics with places inside the file.
@Suite("Damaged files")
struct MutationTests {
  /// A fixed sequence, so that a failure can be repeated.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }

  @Test("a few characters changed, dropped or doubled anywhere never stop the program", arguments: 1...4)
  func damaged(_ seed: Int) throws {
    let base = try Project.base()
    let paths = base.files.keys.sorted()
    let slips = Array("\",\n\r:#-[]{}&*|> \t0９年周x'".unicodeScalars)
    var dice = Dice(state: UInt64(seed))
    for _ in 0..<100 {
      var project = base
      let path = try #require(paths.randomElement(using: &dice))
      var scalars = Array((base.files[path] ?? "").unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &dice) where !scalars.isEmpty {
        let at = Int.random(in: 0..<scalars.count, using: &dice)
        let slip = try #require(slips.randomElement(using: &dice))
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: scalars[at] = slip
        case 1: scalars.insert(slip, at: at)
        case 2: scalars.remove(at: at)
        default: scalars.removeSubrange(at..<min(scalars.count, at + 20))
        }
      }
      project.files[path] = String(String.UnicodeScalarView(scalars))
      let (content, diagnostics, tree, _) = project.read()
      #expect((content == nil) == diagnostics.hasErrors, "content exactly when there is no error: \(path)")
      for place in diagnostics.compactMap(\.place) {
        let lines = tree.files[Int(place.file)].bytes.split(
          omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D })
        #expect(Int(place.line) <= lines.count + 1 && place.line >= 1 && place.column >= 1, "\(path) \(place)")
      }
      let formatter = DiagnosticFormatter(tree: tree, language: .chinese)
      #expect(!formatter.report(diagnostics).isEmpty)
    }
  }
}
