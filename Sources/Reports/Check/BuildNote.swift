import Diagnostics
import Scoring
import Texts

/// A build in one line, for the journal.
package struct BuildNote: Sendable {
  package let result: PublishingOutcome.Result
  let day: Day?
  /// Members' and branches' records as published before, and now; `nil` where nobody can tell.
  let records: (before: Int?, now: Int?)
  let movedPeople: Int?
  let errors: Int
  let isAsking: Bool
  let took: Duration

  /// - Parameters:
  ///   - before: what was published before.
  ///   - now: what this build holds; `nil` with an error.
  package init(
    _ result: PublishingOutcome.Result, _ found: CheckFindings, before: Holdings?, now: Holdings?, took: Duration
  ) {
    (self.result, self.took) = (result, took)
    (day, movedPeople, errors) = (found.day, found.movedPeople, found.count(.error))
    records = (before?.total(.records), now?.total(.records))
    isAsking = found.diagnostics.contains { $0.severity == .error && $0.code == .recordsFell }
  }

  /// Whether the environment failed.
  package var hasFailed: Bool { if case .failed = result { true } else { false } }

  /// `2025-12-11: published, records 436 → 440, 3 people moved, 0.84 s`
  package var words: Bilingual {
    let head = day.map { "\($0)" }
    let parts = [resultWords, recordWords, moveWords, Bilingual(zh: "\(took.inSeconds) 秒", en: "\(took.inSeconds) s")]
      .compactMap(\.self)
    return Bilingual(
      zh: (head.map { "\($0)：" } ?? "") + parts.map(\.zh).joined(separator: "，"),
      en: (head.map { "\($0): " } ?? "") + parts.map(\.en).joined(separator: ", "))
  }

  private var resultWords: Bilingual {
    switch result {
    case .published: Bilingual(zh: "已发布", en: "published")
    case .failed(let why):
      Bilingual(
        zh: "没有发布（\(why.zh.withoutPersonalNumbers)），过一会儿再试",
        en: "not published (\(why.en.withoutPersonalNumbers)), trying again later")
    case .refused where isAsking:
      Bilingual(zh: "没有发布，记录少了很多，等人确认", en: "not published, a fall of records waits for an answer")
    case .refused: Bilingual(zh: "没有发布，\(errors) 处要改", en: "not published, \(errors) mistakes")
    }
  }

  private var recordWords: Bilingual? {
    guard let now = records.now else { return nil }
    let change = records.before.map { "\($0) → \(now)" } ?? "\(now)"
    return Bilingual(zh: "记录 \(change)", en: "records \(change)")
  }

  private var moveWords: Bilingual? {
    movedPeople.map { Bilingual(zh: "\($0) 人积分变动", en: "\($0) people moved") }
  }
}

extension Duration {
  /// Seconds in two decimals.
  package var inSeconds: String {
    let hundredths = Int(self / .milliseconds(10))
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }
}
