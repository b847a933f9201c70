import Diagnostics
import Reading
import Scoring
import Texts

/// How much a site holds, kept with every publication and compared with the next one, lest a file that was cut short pass
/// for the office's wish.
package struct Holdings: Equatable, Sendable {
  /// In the order in which they are written.
  package enum Kind: String, CaseIterable, Sendable { case records, welfare, stories }

  struct Heap: Hashable {
    let kind: Kind
    /// `nil` for what belongs to no year.
    let year: Int?
  }

  /// Where a published folder has it, beside the manifest.
  package static let path = ".dualpoints/publication"
  private static let heading = "dualpoints publication 1"

  /// The day it stands for, as the site writes it.
  package let day: String
  private(set) var counts: [Heap: Int] = [:]
  /// How often a fall was published: an answer is for one publication, and the same fall once more is another question.
  private var published: [Fall: Int] = [:]

  private struct Fall: Hashable {
    let heap: Heap
    let before: Int
    let after: Int
  }

  package init(_ content: Content) {
    day = "\(content.ledger.asOf)"
    for year in content.ledger.years {
      counts[Heap(kind: .records, year: year.year)] = year.records.count + year.branchRecords.count
      counts[Heap(kind: .welfare, year: year.year)] = year.welfare.count
    }
    counts[Heap(kind: .stories, year: nil)] = content.stories.count
  }

  package func total(_ kind: Kind) -> Int { counts.reduce(0) { $0 + ($1.key.kind == kind ? $1.value : 0) } }

  /// In an order of its own: `records 2025 436`, and `stories - 12`.
  package var text: String {
    let lines = counts.sorted { a, b in
      a.key.kind != b.key.kind ? a.key.kind.rawValue < b.key.kind.rawValue : (a.key.year ?? 0) < (b.key.year ?? 0)
    }.map { "\($0.kind.rawValue) \($0.year.map(String.init) ?? "-") \($1)" }
    let falls = published.map { fall, times in
      "fell-\(fall.heap.kind.rawValue) \(fall.heap.year.map(String.init) ?? "-") \(fall.before) \(fall.after) \(times)"
    }.sorted()
    return ([Self.heading, "as-of \(day)"] + lines + falls).joined(separator: "\n") + "\n"
  }

  /// - Returns: `nil` for anything that isn't such a file, whole.
  package init?(bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).writtenLines.map(String.init)
    guard lines.count > 1, lines[0] == Self.heading, let day = lines[1].dropping(prefix: "as-of ") else { return nil }
    self.day = String(day)
    for line in lines.dropFirst(2) where !line.isEmpty {
      let parts = line.parts(at: " ")
      if parts.count == 5, let kind = parts[0].dropping(prefix: "fell-"), parts[1] == "-" || Int(parts[1]) != nil {
        guard let before = Int(parts[2]), let after = Int(parts[3]), let times = Int(parts[4]) else { return nil }
        guard let kind = Kind(rawValue: String(kind)) else { continue }
        published[Fall(heap: Heap(kind: kind, year: Int(parts[1])), before: before, after: after)] = times
        continue
      }
      guard parts.count == 3, let count = Int(parts[2]), count >= 0, parts[1] == "-" || Int(parts[1]) != nil else {
        return nil
      }
      // A later version may count more kinds.
      if let kind = Kind(rawValue: String(parts[0])) { counts[Heap(kind: kind, year: Int(parts[1]))] = count }
    }
  }

  /// What has fallen by more than a tenth and more than fifty since a publication, each with a line that answers; and
  /// what none is left of, however few there were.
  package func falls(since then: Holdings) -> [Diagnostic] {
    fallen(since: then).map { fall in
      .recordsFell(fall.heap, from: fall.before, to: fall.after, times: then.published[fall] ?? 0, day: day)
    }
  }

  /// The same to be kept with a publication that comes after another, whose falls it makes the office's wish.
  package func following(_ then: Holdings) -> Holdings {
    var kept = self
    kept.published = then.published
    for fall in fallen(since: then) { kept.published[fall, default: 0] += 1 }
    return kept
  }

  private func fallen(since then: Holdings) -> [Fall] {
    Kind.allCases.flatMap { kind in
      then.counts.filter { $0.key.kind == kind }.sorted { ($0.key.year ?? 0) < ($1.key.year ?? 0) }
        .compactMap { heap, before in
          let after = counts[heap] ?? 0
          let lost = before - after
          return lost > 50 && lost > before / 10 || after == 0 && before > 0
            ? Fall(heap: heap, before: before, after: after) : nil
        }
    }
  }
}

extension Holdings.Heap {
  /// Below `content/`.
  fileprivate var folder: String {
    switch kind {
    case .stories: "campaigns"
    case .records, .welfare: "years/\(year ?? 0)/\(kind.rawValue)"
    }
  }

  fileprivate var words: Bilingual {
    let of = year.map { Bilingual(zh: "\($0) 年的", en: " of \($0)") } ?? Bilingual(zh: "", en: "")
    return switch kind {
    case .records: Bilingual(zh: "\(of.zh)积分记录", en: "records\(of.en)")
    case .welfare: Bilingual(zh: "\(of.zh)志愿时长", en: "entries of hours\(of.en)")
    case .stories: Bilingual(zh: "纪实", en: "stories")
    }
  }
}

extension Diagnostic {
  /// - Parameter times: how often the same fall was published before.
  fileprivate static func recordsFell(
    _ heap: Holdings.Heap, from before: Int, to after: Int, times: Int, day: String
  ) -> Diagnostic {
    // With its figures: another fall is another question, and so is the same once more.
    let figures = "\(before)→\(after)" + (times > 0 ? "-\(times + 1)" : "")
    let line = "- {code: records-fell, at: \(heap.folder), of: \(figures), reason: …, until: \(day)}"
    return Diagnostic(
      .recordsFell, .warning, at: nil, path: "content/\(heap.folder)",
      message: Bilingual(
        zh: "\(heap.words.zh)上次发布有 \(before) 条，现在只读到 \(after) 条，少了 \(before - after) 条（\(figures)）",
        en:
          "\(before) \(heap.words.en) were published last, and now there are \(after), \(before - after) fewer (\(figures))"
      ),
      remedy: Bilingual(
        zh: "表格多半被截断、移走或存坏了，从备份或回收站找回来；确实要少，在 content/warnings.yaml 里写明事由：\(line)",
        en:
          "A table was probably cut short, moved away or damaged: bring it back from the back-up. If it is meant, say why in content/warnings.yaml: \(line)"
      ))
  }
}
