import Diagnostics

/// What became of a build that nobody looked on at.
package struct PublishingOutcome: Equatable, Sendable {
  package enum Result: Equatable, Sendable {
    case published
    /// There are mistakes, or a question: the old site stands.
    case refused
    /// The environment failed: the project is away, the disk full. The old site stands.
    case failed(Bilingual)
  }

  package let result: Result
  /// By the project's clock, as is the next.
  package let checkedAt: String
  /// When what is online now was published; `nil` where nobody can tell.
  package let publishedAt: String?

  package init(_ result: Result, checkedAt: String, publishedAt: String?) {
    (self.result, self.checkedAt, self.publishedAt) = (result, checkedAt, publishedAt)
  }

  var failure: Bilingual? { if case .failed(let words) = result { words } else { nil } }
}
