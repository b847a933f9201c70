import Diagnostics
import Parsing
import Scoring
import Texts

/// What a reading leaves to the next one of the same project, so that a text saved costs no second reading of the ledger.
///
/// Its texts are read anew where their bytes differ, and what stands in no text not at all as long as nothing of it does:
/// the same files under the same names, with the same bytes in them. Then the ledger is what it was, since nothing of it is
/// read from texts.
package struct KeptReading {
  private let tree: SourceTree
  private let day: Day?
  private let purpose: ReadingPurpose
  /// As it was before the first text; nobody writes to it.
  private let ledger: Draft
  /// The files of every kind; those of the ledger by their numbers alone.
  private let routed: [Routed]
  private let stretches: [FileStretch<ReadStory>]
  private let numbers: [FoundNumbers]

  fileprivate init(
    _ tree: SourceTree, _ day: Day?, _ purpose: ReadingPurpose, _ ledger: Draft, _ routed: [Routed],
    _ stretches: [FileStretch<ReadStory>], _ numbers: [FoundNumbers]
  ) {
    (self.tree, self.day, self.purpose, self.ledger) = (tree, day, purpose, ledger)
    (self.routed, self.stretches, self.numbers) = (routed, stretches, numbers)
  }
}

/// What came of reading a project once more.
package struct ReadAgain {
  /// As `read` gives them.
  package let content: Content?
  package let diagnostics: [Diagnostic]
  /// For the next time.
  package let kept: KeptReading
  /// Whether its ledger is the one that was read before, with the same numbers for everything in it.
  package let hasSameLedger: Bool
}

/// Reads the content as `read` does, byte for byte and mistake for mistake.
/// - Parameter earlier: what an earlier reading left; `nil` for the first one.
package func readAgain(
  _ tree: SourceTree, on day: Day? = nil, for purpose: ReadingPurpose = .publication, after earlier: KeptReading?,
  pool: some WorkPool = OneByOne()
) -> ReadAgain {
  let same = earlier.flatMap { $0.hasLedger(of: tree, on: day, for: purpose) ? $0 : nil }
  let (ledger, routed) =
    same?.ledger(in: tree) ?? readLedger(tree, on: day, for: purpose, pool: pool, stretch: 2 << 20)
  var draft = ledger.continued(in: tree)
  draft.earlierTexts = same?.texts
  let found =
    draft.newerFormat == nil
    ? readTexts(&draft, routed, numbers: earlier?.knownNumbers(isSameLedger: same != nil), pool: pool) : []
  let (content, diagnostics) = draft.outcome()
  let kept = KeptReading(tree, day, purpose, ledger, routed.map(withoutMatter), draft.storyStretches, found)
  return ReadAgain(content: content, diagnostics: diagnostics, kept: kept, hasSameLedger: same != nil)
}

extension KeptReading {
  /// Whether reading the tree comes to the same up to its first text.
  fileprivate func hasLedger(of other: SourceTree, on otherDay: Day?, for otherPurpose: ReadingPurpose) -> Bool {
    guard day == otherDay, purpose == otherPurpose, tree.isSameBesideFiles(other) else { return false }
    // Templates lie behind all content, and nothing of it is read from them.
    let isContent = { (file: SourceFile) in file.path.begins(with: "content/") }
    guard tree.files.count(where: isContent) == other.files.count(where: isContent) else { return false }
    let texts = Set(routed.lazy.filter(\.kind.isOfTexts).flatMap(\.files).map(\.index))
    return zip(tree.files, other.files).enumerated().allSatisfy { index, pair in
      guard isContent(pair.0) || isContent(pair.1) else { return true }
      return texts.contains(Int32(index)) ? pair.0.stands(as: pair.1) : pair.0.isSame(as: pair.1)
    }
  }

  fileprivate func ledger(in other: SourceTree) -> (Draft, [Routed]) {
    let standing = routed.map { kind, files, sheets -> Routed in
      guard kind.isOfTexts else { return (kind, files, sheets) }
      return (kind, files.map { $0.holding(other.files[Int($0.index)].bytes) }, sheets)
    }
    return (ledger, standing)
  }

  fileprivate var texts: EarlierTexts { EarlierTexts(tree: tree, stretches: stretches) }

  fileprivate func knownNumbers(isSameLedger: Bool) -> EarlierNumbers {
    EarlierNumbers(tree: tree, found: numbers, readsSheetsAlike: isSameLedger)
  }
}

/// Which files there are of a kind, without what is in them.
private func withoutMatter(_ routed: Routed) -> Routed {
  (routed.kind, routed.files.map { $0.holding([]) }, routed.sheets)
}

extension InputFile {
  fileprivate func holding(_ bytes: [UInt8]) -> InputFile {
    InputFile(index: index, path: path, bytes: bytes, captures: captures)
  }
}
