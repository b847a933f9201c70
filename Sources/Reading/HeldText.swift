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
  /// One warning for all of them, at the first: who publishes should know, and nobody needs to be told one by one.
  static func held(_ texts: [HeldText]) -> Diagnostic? {
    guard let first = texts.first else { return nil }
    let drafts = texts.count { $0.reason == .draft }
    let later = texts.count - drafts
    let zh = [drafts > 0 ? "\(drafts) 篇是草稿" : "", later > 0 ? "\(later) 篇日期还没有到" : ""].filter { !$0.isEmpty }
    let en = [drafts > 0 ? "\(drafts) marked as drafts" : "", later > 0 ? "\(later) dated later" : ""].filter {
      !$0.isEmpty
    }
    let titles = texts.prefix(3).map(\.title)
    let more = texts.count > titles.count
    return Diagnostic(
      .heldBack, .warning, at: first.place,
      message: Bilingual(
        zh: "\(zh.joined(separator: "，"))，没有发布：\(titles.map { "“\($0)”" }.joined())\(more ? "等" : "")",
        en:
          "not published: \(en.joined(separator: ", ")) (\(titles.map { "“\($0)”" }.joined(separator: ", "))\(more ? " and others" : ""))"
      ),
      remedy: Bilingual(
        zh: "写好了就去掉 draft；dualpoints serve 里看得到它们", en: "Remove draft once it is ready; dualpoints serve shows them"))
  }
}
