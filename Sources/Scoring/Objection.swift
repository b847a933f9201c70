import Texts

/// Somebody says that a record is missing or wrong (漏记, 错记); heard while the year is on public notice.
package struct Objection: Sendable {
  package enum Kind: Sendable { case missing, wrong }

  package enum Subject: Sendable, Hashable {
    case member(Ref<Member>)
    case branch(Ref<Branch>)
  }

  /// What the committee found.
  package struct Finding: Sendable {
    package enum Outcome: Sendable { case upheld, partly, rejected }
    package let outcome: Outcome
    package let by: String
    package let on: Day
    package let text: String
    package init(outcome: Outcome, by: String, on: Day, text: String) {
      self.outcome = outcome
      self.by = by
      self.on = on
      self.text = text
    }
  }

  /// Unique in its year.
  package let id: String
  package let kind: Kind
  /// Whose account it is about.
  package let subject: Subject
  package let raisedBy: String
  package let raisedOn: Day
  package let text: String
  /// The record in dispute, which a missing one hasn't.
  package let record: Place?
  /// `nil` while it is open.
  package let finding: Finding?
  package let place: Place

  package init(
    id: String, kind: Kind, subject: Subject, raisedBy: String, raisedOn: Day, text: String, record: Place?,
    finding: Finding?, place: Place
  ) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.raisedBy = raisedBy
    self.raisedOn = raisedOn
    self.text = text
    self.record = record
    self.finding = finding
    self.place = place
  }

  /// Whether it still waited for its finding on a day.
  package func isOpen(on day: Day) -> Bool { raisedOn <= day && (finding.map { $0.on > day } ?? true) }
}
