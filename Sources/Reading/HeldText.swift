import Diagnostics
import Scoring
import Texts

/// A text that isn't published yet, and why.
package struct HeldText: Sendable {
  package enum Reason: Sendable, Hashable {
    case draft
    /// It is dated later than the day the site stands for.
    case later(Day)
  }

  /// From the project folder.
  package let path: String
  package let title: String
  package let reason: Reason
  package let place: Place
}

extension Diagnostic {
  /// One warning for all drafts, at the first: who publishes should know, and nobody needs to be told one by one. What
  /// waits for its day is counted with everything else that does.
  static func drafts(_ texts: [HeldText]) -> Diagnostic? {
    let drafts = texts.filter { $0.reason == .draft }
    guard let first = drafts.first else { return nil }
    let titles = drafts.prefix(3).map { "“\($0.title)”" }
    let more = drafts.count > titles.count
    return Diagnostic(
      .draftHeld, .warning, at: first.place,
      message: Bilingual(
        zh: "\(drafts.count) 篇是草稿，没有发布：\(titles.joined())\(more ? "等" : "")",
        en:
          "\(drafts.count) marked as drafts and not published: \(titles.joined(separator: ", "))\(more ? " and others" : "")"
      ),
      remedy: Bilingual(
        zh: "写好了就去掉 draft；dualpoints serve 里看得到它们", en: "Remove draft once it is ready; dualpoints serve shows them"))
  }
}
