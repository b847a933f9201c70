import Scoring
import Testing

@testable import Composing

/// If this broke, a branch's page would say wrongly why nobody of it may enter the PK, or name on the intranet a veto that only
/// the office may read.
@Suite("What keeps people from the PK")
struct KeptWordsTests {
  @Test("is counted, the commonest first, and names no veto outside the office") func words() {
    let context = SmallYear().context
    #expect(
      context.keptWords([.veto, .tooFewMonths, .decision, .probationary, .tooFewMonths])
        == ["2人在册月数不足", "1人不参加PK", "1人党委决定不参加PK", "1人是预备党员"])
    #expect(context.keptWords([]) == [])
  }
}
