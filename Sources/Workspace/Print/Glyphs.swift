import Diagnostics
import Foundation

/// The characters that the fonts of this machine can draw: an engine falls back to whichever font has one, and draws a box
/// where none has.
struct Glyphs: Equatable {
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
  static func ofThisMachine(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Glyphs {
    let folders = environment["PATH", default: "/usr/local/bin:/usr/bin:/bin"].parts(at: ":")
    guard let path = folders.map({ "\($0)/fc-list" }).first(where: FileManager.default.isExecutableFile) else {
      throw EnvironmentFailure(
        zh: "没有 fc-list，无法在打印前检查缺字；请安装 fontconfig（apt install fontconfig）",
        en: "fc-list is missing, so missing characters can't be found before printing; install fontconfig")
    }
    // Bitmap fonts are listed too, and no engine prints with them.
    let glyphs = Glyphs(charsets: try runProgram(path, ["--format", "charset=%{charset}\n", ":scalable=true"]).said)
    guard !glyphs.ranges.isEmpty else {
      throw EnvironmentFailure(
        zh: "这台机器没有字体；请安装 fonts-noto-cjk", en: "this machine has no fonts; install fonts-noto-cjk")
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
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }

  /// Spaces, joiners and variation selectors: nothing is drawn for them.
  private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
  }
}

extension Glyphs {
  /// A line a person whose characters would be boxes, naming each of them.
  /// - Parameter texts: what will be printed, with whom it belongs to.
  func boxes(in texts: [(holder: String, text: String)]) -> [String] {
    var lines: [String] = []
    for (holder, text) in texts {
      let missing = missing(in: text).map { "\($0)（U+\(String($0.value, radix: 16, uppercase: true))）" }
      let line = "  \(holder.printable)：\(missing.joined(separator: "、"))"
      if !missing.isEmpty, !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  /// - Throws: `EnvironmentFailure` that names every person and character that would be a box.
  func check(_ texts: [(holder: String, text: String)]) throws {
    let lines = boxes(in: texts)
    guard !lines.isEmpty else { return }
    let list = lines.joined(separator: "\n")
    throw EnvironmentFailure(
      zh: "没有写入：这台机器的字体缺字，印出来会是方框\n\(list)\n请安装含这些字的字体（如 fonts-noto-cjk、全宋体、遍黑体），再打印一次",
      en:
        "nothing was written: no font of this machine has these characters, which would be boxes\n\(list)\ninstall a font that has them, then print again"
    )
  }
}
