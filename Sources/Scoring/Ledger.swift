import Diagnostics
import Texts

package struct Pathway: Sendable {
  package let id: String
  package let name: String
  package let summary: String
  package let place: Place
  package init(id: String, name: String, summary: String, place: Place) {
    self.id = id
    self.name = name
    self.summary = summary
    self.place = place
  }
}

/// One of the 53 works of the brand (S3); its prose stays with the content.
package struct Work: Sendable {
  package let id: String
  package let title: String
  package let pathway: Ref<Pathway>
  package let order: Int
  /// The year since which it is done, where the content says so.
  package let since: Int?
  package let place: Place
  package init(id: String, title: String, pathway: Ref<Pathway>, order: Int, since: Int? = nil, place: Place) {
    self.id = id
    self.title = title
    self.pathway = pathway
    self.order = order
    self.since = since
    self.place = place
  }
}

/// Minutes a member gave to public welfare on a day (S23).
package struct WelfareEntry: Sendable {
  package let day: Day
  package let member: Ref<Member>
  package let minutes: Int32
  // As in a record.
  private let seriesIndex: Int32
  private let activityIndex: Int32
  private let workIndex: Int32
  /// Index into `Ledger.notes`.
  package private(set) var note: Int32
  package private(set) var place: Place

  package var series: Ref<WelfareSeries>? { seriesIndex < 0 ? nil : Ref(Int(seriesIndex)) }
  package var activity: Ref<Activity>? { activityIndex < 0 ? nil : Ref(Int(activityIndex)) }
  package var work: Ref<Work>? { workIndex < 0 ? nil : Ref(Int(workIndex)) }

  /// The same entry where its note has another number and lines stand before those it was counted in.
  package func noting(_ note: Int32, linesBefore: Int32) -> WelfareEntry {
    var entry = self
    entry.note = note
    entry.place.line += linesBefore
    return entry
  }

  package init(
    day: Day, member: Ref<Member>, minutes: Int32, series: Ref<WelfareSeries>?, activity: Ref<Activity>?,
    work: Ref<Work>?, note: Int32, place: Place
  ) {
    self.day = day
    self.member = member
    self.minutes = minutes
    seriesIndex = series?.index ?? -1
    activityIndex = activity?.index ?? -1
    workIndex = work?.index ?? -1
    self.note = note
    self.place = place
  }
}

/// 草稿 → 公示 → 定稿.
package enum YearState: Sendable, Equatable {
  case draft
  case notice(from: Day, to: Day)
  case final(signedBy: String, on: Day)
}

/// Everything of one year that scoring needs.
@usableFromInline package struct YearLedger: Sendable {
  package let year: Int
  package let period: Period
  package let state: YearState
  /// The public notice, kept once the year is final; `nil` before there is one.
  package let notice: Period?
  /// Where the state is written.
  package let statePlace: Place?
  package let rulebook: Rulebook
  package let activities: [Activity]
  package let records: [Record]
  package let branchRecords: [BranchRecord]
  package let surveys: [SurveyResult]
  package let welfare: [WelfareEntry]
  package let projects: [Project]
  package let ratings: [Rating]
  package let decisions: [Decision]
  package let assertions: [Assertion]
  /// What tables state beside their records.
  package let statedFigures: [StatedFigure]
  /// In the order they were raised.
  package let objections: [Objection]
  /// By name.
  package let seals: [Seal]

  package init(
    year: Int, period: Period, state: YearState, notice: Period? = nil, statePlace: Place? = nil, rulebook: Rulebook,
    activities: [Activity], records: [Record], branchRecords: [BranchRecord] = [], surveys: [SurveyResult] = [],
    welfare: [WelfareEntry], projects: [Project], ratings: [Rating],
    decisions: [Decision], assertions: [Assertion], statedFigures: [StatedFigure] = [], objections: [Objection] = [],
    seals: [Seal] = []
  ) {
    self.year = year
    self.period = period
    self.state = state
    self.notice = notice
    self.statePlace = statePlace
    self.rulebook = rulebook
    self.activities = activities
    self.records = records
    self.branchRecords = branchRecords
    self.surveys = surveys
    self.welfare = welfare
    self.projects = projects
    self.ratings = ratings
    self.decisions = decisions
    self.assertions = assertions
    self.statedFigures = statedFigures
    self.objections = objections
    self.seals = seals
  }
}

/// The scoring part of the content: what the core folds into a `Scorebook`.
package struct Ledger: Sendable {
  /// The day every report stands for; set in the content, never the clock.
  package let asOf: Day
  package let roster: Roster
  package let pathways: [Pathway]
  package let works: [Work]
  /// The words of records and welfare entries, each once.
  package let notes: [String]
  /// Ascending; at least one.
  package let years: [YearLedger]

  package init(
    asOf: Day, roster: Roster, pathways: [Pathway], works: [Work], notes: [String], years: [YearLedger]
  ) {
    self.asOf = asOf
    self.roster = roster
    self.pathways = pathways
    self.works = works
    self.notes = notes
    self.years = years
  }
}
