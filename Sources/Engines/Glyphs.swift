import Disk
import Foundation
import Texts

/// The characters that the fonts of this machine can draw: an engine falls back to whichever font has one, and draws a box
/// where none has.
package struct Glyphs: Equatable {
  /// Sorted, apart from one another.
  private let ranges: [ClosedRange<UInt32>]

  /// - Parameter charsets: a line a font, `charset=20-7e a0 4e00-9fff` in hexadecimal; other lines are chatter.
  init(charsets: String) {
    var found: [ClosedRange<UInt32>] = []
    for list in charsets.parts(at: "\n").compactMap({ $0.dropping(prefix: "charset=") }) {
      for span in list.parts(at: " ") {
        let ends = span.parts(at: "-").compactMap { UInt32($0, radix: 16) }
        if let first = ends.first, let last = ends.last, first <= last { found.append(first...last) }
      }
    }
    var merged: [ClosedRange<UInt32>] = []
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
  }

  /// Asks fontconfig, which both engines ask as well.
  /// - Throws: `EnvironmentFailure` where it isn't there or knows no font.
  package static func ofThisMachine(environment: [String: String] = ProcessInfo.processInfo.environment) throws
    -> Glyphs
  {
    let folders = environment["PATH", default: "/usr/local/bin:/usr/bin:/bin"].parts(at: ":")
    guard let path = folders.map({ "\($0)/fc-list" }).first(where: FileManager.default.isExecutableFile) else {
      throw EnvironmentFailure(.noFontList)
    }
    // Bitmap fonts are listed too, and no engine prints with them.
    let glyphs = Glyphs(charsets: try runProgram(path, ["--format", "charset=%{charset}\n", ":scalable=true"]).said)
    guard !glyphs.ranges.isEmpty else {
      throw EnvironmentFailure(.noFonts)
    }
    return glyphs
  }

  /// Characters of a text that would be boxes, each once, in the order of the text.
  func missing(in text: String) -> [Unicode.Scalar] {
    var seen: Set<Unicode.Scalar> = []
    return text.unicodeScalars.filter { scalar in
      !isInvisible(scalar) && !covers(scalar.value) && seen.insert(scalar).inserted
    }
  }

  private func covers(_ value: UInt32) -> Bool {
    let index = ranges.partitioningIndex { $0.upperBound >= value }
    return index < ranges.count && ranges[index].contains(value)
  }

  /// Spaces, joiners and variation selectors: nothing is drawn for them.
  private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
  }
}

extension Glyphs {
  /// A line a person whose characters would be boxes, naming each of them.
  /// - Parameter texts: what will be printed, with whom it belongs to.
  package func boxes(in texts: [(holder: String, text: String)]) -> [String] {
    var lines: [String] = []
    var seen: Set<String> = []
    for (holder, text) in texts {
      let missing = missing(in: text).map { "\($0)（U+\(String($0.value, radix: 16, uppercase: true))）" }
      guard !missing.isEmpty else { continue }
      let line = "  \(holder.printable)：\(missing.joined(separator: "、"))"
      if seen.insert(line).inserted { lines.append(line) }
    }
    return lines
  }

  /// The same of a whole document: of whom is told by what is printed around the character, in a table's cell the name.
  package func boxes(in texts: [String]) -> [String] {
    boxes(
      in: texts.map { text in
        // Most texts have none, and nothing is to be cut out of them.
        guard let first = missing(in: text).first else { return (text, "") }
        return (surroundings(of: first, in: text), text)
      })
  }

  /// - Throws: `EnvironmentFailure` that names every person and character that would be a box.
  package func check(_ texts: [(holder: String, text: String)]) throws {
    let lines = boxes(in: texts)
    if !lines.isEmpty { throw EnvironmentFailure(.boxes(lines)) }
  }
}

/// A few characters on either side.
private func surroundings(of scalar: Unicode.Scalar, in text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  let at = scalars.firstIndex(of: scalar) ?? 0
  let (start, end) = (max(0, at - 12), min(scalars.count, at + 13))
  let part = scalars[start..<end].split { $0.properties.isWhitespace }
  return (start > 0 ? "…" : "") + part.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    + (end < scalars.count ? "…" : "")
}
