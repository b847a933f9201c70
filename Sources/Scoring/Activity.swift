import Texts

/// A branch's claim of an activity (S19); several claims share its value by `share`, largest remainder.
package struct Claim: Sendable {
  package let branch: Ref<Branch>
  package let on: Day
  package let share: Int
  package let place: Place
  package init(branch: Ref<Branch>, on: Day, share: Int, place: Place) {
    self.branch = branch
    self.on = on
    self.share = share
    self.place = place
  }
}

/// A line of the year's activity plan (S19, S20, S22).
package struct Activity: Sendable {
  package enum Origin: Sendable { case committee, branch }

  package let id: String
  package let title: String
  package let origin: Origin
  package let month: YearMonth
  /// The day it took place; an activity earns its value then, never before.
  package let held: Day?
  /// 1 to 3 each.
  package let complexity: Int
  package let coverage: Int
  /// Instead of the matrix, always with its reason.
  package let override: Override?
  /// Yuan, whole.
  package let budget: Int
  package let funder: String
  package let works: [Ref<Work>]
  package let series: Ref<WelfareSeries>?
  package let note: String
  package let claims: [Claim]
  package let place: Place

  package struct Override: Sendable {
    package let value: Points
    package let reason: String
    package init(value: Points, reason: String) {
      self.value = value
      self.reason = reason
    }
  }

  package init(
    id: String, title: String, origin: Origin, month: YearMonth, held: Day?, complexity: Int, coverage: Int,
    override: Override?, budget: Int, funder: String, works: [Ref<Work>], series: Ref<WelfareSeries>?, note: String,
    claims: [Claim], place: Place
  ) {
    self.id = id
    self.title = title
    self.origin = origin
    self.month = month
    self.held = held
    self.complexity = complexity
    self.coverage = coverage
    self.override = override
    self.budget = budget
    self.funder = funder
    self.works = works
    self.series = series
    self.note = note
    self.claims = claims
    self.place = place
  }
}
