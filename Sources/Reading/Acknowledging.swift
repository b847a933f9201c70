import Diagnostics
import Scoring
import Texts

/// What was found, parted into what is still to be looked at and what somebody has acknowledged.
package struct SettledFindings: Sendable {
  package var open: [Diagnostic]
  package var acknowledged: [Diagnostic]
}

/// How much mistakes were looked for.
package enum SearchExtent: Int, Comparable, Sendable {
  case stages, allStages
  /// And compared with what was published last.
  case publication

  package static func < (a: SearchExtent, b: SearchExtent) -> Bool { a.rawValue < b.rawValue }
}

extension DiagnosticCode {
  /// What has to have been looked at before it can be said that a warning occurs no more.
  fileprivate var extent: SearchExtent { self == .recordsFell ? .publication : .allStages }
}

/// Takes away the warnings that `content/warnings.yaml` lets stand; no error, whatever stands there.
/// - Parameters:
///   - diagnostics: in reading order.
///   - day: the day to stand for where the content leaves it open.
///   - extent: how much was looked for: only of that can it be told that a warning occurs no more.
package func acknowledging(
  _ diagnostics: [Diagnostic], in tree: SourceTree, on day: Day?, extent: SearchExtent
) -> SettledFindings {
  let entries = acknowledgements(tree)
  var settled = SettledFindings(open: [], acknowledged: [])
  guard !entries.isEmpty else {
    settled.open = diagnostics
    return settled
  }
  let today = reportDay(of: tree) ?? day
  let isExpired = entries.map { entry in today.map { entry.until < $0 } ?? false }
  var isUsed = entries.map { _ in false }
  var isVain = isUsed
  for diagnostic in diagnostics {
    let covering = entries.indices.filter { !isExpired[$0] && entries[$0].covers(diagnostic, in: tree) }
    for index in covering {
      if diagnostic.severity == .error { isVain[index] = true } else { isUsed[index] = true }
    }
    // One that counts others, which weren't listed, speaks for them too.
    if covering.isEmpty || diagnostic.severity == .error || diagnostic.further > 0 {
      settled.open.append(diagnostic)
    } else {
      settled.acknowledged.append(diagnostic)
    }
  }
  for (index, entry) in entries.enumerated() {
    if isExpired[index] {
      settled.open.append(.expiredAcknowledgement(entry))
    } else if isVain[index] || extent >= entry.code.extent && !diagnostics.hasErrors && !isUsed[index] {
      let other = diagnostics.first { entry.isOtherwise(answering: $0, in: tree) }
      settled.open.append(
        other.map { .otherFigures(entry, $0) } ?? .idleAcknowledgement(entry, isOfError: isVain[index]))
    }
  }
  return settled
}

/// The day that the content names.
private func reportDay(of tree: SourceTree) -> Day? {
  guard case .fixed(let day) = siteHead(of: tree)?.rule else { return nil }
  return day
}

extension Acknowledgement {
  fileprivate func covers(_ diagnostic: Diagnostic, in tree: SourceTree) -> Bool {
    guard diagnostic.code == code else { return false }
    // A fall is answered with its figures, lest the answer to one be taken for that to the next.
    if code == .recordsFell, subject.map({ !$0.holds("→") }) ?? true { return false }
    return isOf(diagnostic, in: tree) && (subject.map { mentions($0, in: diagnostic.message) } ?? true)
  }

  /// Whether it answers a fall of records there with other figures.
  fileprivate func isOtherwise(answering diagnostic: Diagnostic, in tree: SourceTree) -> Bool {
    code == .recordsFell && diagnostic.code == code && isOf(diagnostic, in: tree) && !covers(diagnostic, in: tree)
  }

  private func isOf(_ diagnostic: Diagnostic, in tree: SourceTree) -> Bool {
    at.map { places(of: diagnostic, in: tree).contains($0) } ?? true
  }

  /// As a person may cite a warning's place, and how each is written here.
  private func places(of diagnostic: Diagnostic, in tree: SourceTree) -> Set<String> {
    guard let place = diagnostic.place else { return Set(spellings(diagnostic.path ?? "")) }
    let (path, cited) = (tree.path(of: place), tree.cited(place))
    var names = [path, cited.description, tree.location(of: place)]
    if case .cell(let sheet, _, _) = cited.spot { names.append("\(path)[\(sheet)]") }
    return Set(names.flatMap(spellings))
  }

  private func spellings(_ name: String) -> [String] {
    [name] + [name.dropping(prefix: "content/").map(String.init)].compactMap(\.self)
  }
}

/// Whether a message names something: an id isn't named by a longer one that it is a part of.
private func mentions(_ name: String, in message: Bilingual) -> Bool {
  let wanted = Array(name.utf8)
  guard !wanted.isEmpty else { return false }
  return [message.zh, message.en].contains { text in
    let bytes = Array(text.utf8)
    return bytes.indices.contains { start in
      let end = start + wanted.count
      guard end <= bytes.count, bytes[start..<end].elementsEqual(wanted) else { return false }
      let isBegun = start > 0 && isOfID(bytes[start - 1]) && isOfID(bytes[start])
      let isContinued = end < bytes.count && isOfID(bytes[end]) && isOfID(bytes[end - 1])
      return !isBegun && !isContinued
    }
  }
}

private func isOfID(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
}

extension Diagnostic {
  fileprivate static func expiredAcknowledgement(_ entry: Acknowledgement) -> Diagnostic {
    Diagnostic(
      .expiredAcknowledgement, .warning, at: entry.place,
      message: Bilingual(
        zh: "对 \(entry.code.rawValue) 的确认到 \(entry.until) 为止，已经不算",
        en: "\(entry.code.rawValue) was acknowledged until \(entry.until), and is no more"),
      remedy: Bilingual(
        zh: "还要让它过，改 until 并重新核对事由；不要了就删去这一条", en: "Look into it again and move until, or remove the entry"))
  }

  /// The figures of the question are the last that it names, in brackets.
  fileprivate static func otherFigures(_ entry: Acknowledgement, _ fall: Diagnostic) -> Diagnostic {
    let figures = fall.message.en.parts(at: "(").last.map { String($0.dropping(suffix: ")") ?? $0) } ?? ""
    return Diagnostic(
      .idleAcknowledgement, .warning, at: entry.place,
      message: Bilingual(
        zh: "这条 records-fell 的回答和现在的数目对不上", en: "this answer to records-fell doesn't match the figures there are"),
      remedy: Bilingual(
        zh: "确实要少，就把 of 写成 \(figures)，并重新核对事由",
        en: "If the fall is meant, write `of: \(figures)` and look into its reason again")
    )
  }

  fileprivate static func idleAcknowledgement(_ entry: Acknowledgement, isOfError: Bool) -> Diagnostic {
    Diagnostic(
      .idleAcknowledgement, .warning, at: entry.place,
      message: isOfError
        ? Bilingual(
          zh: "\(entry.code.rawValue) 在这里是错误，只能改，不能确认",
          en: "here \(entry.code.rawValue) is an error, which nobody can acknowledge")
        : Bilingual(
          zh: "确认过的 \(entry.code.rawValue) 已经不再出现",
          en: "the \(entry.code.rawValue) that was acknowledged occurs no more"),
      remedy: Bilingual(zh: "删去这一条", en: "Remove the entry"))
  }
}
