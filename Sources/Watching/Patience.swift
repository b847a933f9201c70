/// How long is waited for what.
package struct Patience: Sendable {
  /// Without a further notice, until what was saved counts as whole.
  package let quiet: Duration
  /// The same while something is gone that stood there: who saves may take the old file away before the new one comes.
  package let missing: Duration
  /// The same while a file has come that nobody has closed, or where there are no notices.
  package let unfinished: Duration
  /// What goes on for longer is built as it is.
  package let longest: Duration
  /// Between two looks at a project that nothing is noticed of: not every file system sends notices.
  package let look: Duration
  /// Until a build is tried again that may succeed by itself: first, and at most, twice as long each time.
  package let again: ClosedRange<Duration>

  package init(
    quiet: Duration, missing: Duration, unfinished: Duration, longest: Duration, look: Duration,
    again: ClosedRange<Duration>
  ) {
    (self.quiet, self.missing, self.unfinished) = (quiet, missing, unfinished)
    (self.longest, self.look, self.again) = (longest, look, again)
  }

  /// How long nothing may come until what was noticed counts as whole.
  func quiet(after state: Watching.SaveState) -> Duration {
    switch state {
    case .whole: quiet
    case .missing: missing
    case .unfinished: unfinished
    }
  }

  /// Of somebody who looks at the page while she writes it: notices of one save come within a millisecond.
  package static let preview = Patience(
    quiet: .milliseconds(15), missing: .milliseconds(100), unfinished: .milliseconds(100),
    longest: .milliseconds(300), look: .seconds(2), again: .seconds(1) ... .seconds(30))

  /// Of a server whose files others save over a network: programs write, rename and remove for a second or two.
  package static let publishing = Patience(
    quiet: .milliseconds(200), missing: .milliseconds(1500), unfinished: .seconds(3), longest: .seconds(60),
    look: .seconds(5), again: .seconds(2) ... .seconds(300))
}
