import Diagnostics
import Scoring
import Texts

/// A ledger in a few lines: only what a test is about needs saying. Every entity gets its own place (`line` counts up).
struct LedgerBuilder {
  struct Year {
    var year: Int
    var period: Period
    var items: [Item] = []
    var branchItems: [BranchItem] = []
    var memberFramework = Framework()
    var branchFramework = Framework()
    var matrix: [[Points]] = [[1, 2, 3], [2, 4, 6], [3, 6, 9]]
    var evaluation = EvaluationRule()
    var welfareRule = WelfareRule()
    var qualification = QualificationRule()
    var cadre = CadreRule()
    var ranking = RankingRule()
    var activities: [Activity] = []
    var records: [Record] = []
    var branchRecords: [BranchRecord] = []
    var surveys: [SurveyResult] = []
    var welfare: [WelfareEntry] = []
    var projects: [Project] = []
    var ratings: [Rating] = []
    var decisions: [Decision] = []
    var assertions: [Assertion] = []
    var objections: [Objection] = []
    var state = YearState.draft
    var notice: Period?
  }

  var asOf: Day
  var branches: [Branch] = []
  var levels = Levels()
  var members: [Member] = []
  var memberships: [[Membership]] = []
  var pathways: [Pathway] = []
  var works: [Work] = []
  var notes: [String] = [""]
  var years: [Year]
  private var line: Int32 = 0

  init(asOf: Day = "2025-12-31", first: Day = "2025-01-01", last: Day = "2025-12-31") {
    self.asOf = asOf
    years = [Year(year: last.year, period: Period(first: first, last: last))]
  }

  /// The year being written to: the last one.
  var year: Year {
    get { years[years.count - 1] }
    _modify { yield &years[years.count - 1] }
  }

  mutating func nextYear() {
    let first = year.period.last.adding(days: 1)
    let last = Day(
      year: first.year + (first.month == 1 ? 0 : 1), month: year.period.last.month, day: year.period.last.day)
    years.append(Year(year: year.year + 1, period: Period(first: first, last: last ?? first)))
  }

  mutating func place() -> Place {
    line += 1
    return Place(file: 0, line: line)
  }

  mutating func branch(_ id: String = "b01") -> Ref<Branch> {
    branches.append(Branch(id: id, name: "\(id)支部", short: id, unit: "", place: place()))
    return Ref(branches.count - 1)
  }

  mutating func member(
    _ key: String, _ branch: Ref<Branch>? = nil, from: Day = "2020-01-01", to: Day? = nil,
    _ standing: Membership.Standing = .full, exempt: String? = nil
  ) -> Ref<Member> {
    members.append(Member(key: key, name: key, pinyin: key, joined: nil, place: place()))
    memberships.append([])
    let member = Ref<Member>(members.count - 1)
    if let branch { stay(member, branch, from: from, to: to, standing, exempt: exempt) }
    return member
  }

  mutating func stay(
    _ member: Ref<Member>, _ branch: Ref<Branch>, from: Day, to: Day? = nil, _ standing: Membership.Standing = .full,
    exempt: String? = nil
  ) {
    memberships[Int(member.index)].append(
      Membership(
        member: member, branch: branch, from: from, to: to, standing: standing, exemption: exempt, place: place()))
  }

  mutating func work(_ id: String, _ pathway: String) -> Ref<Work> {
    let index =
      pathways.firstIndex { $0.id == pathway }
      ?? {
        pathways.append(Pathway(id: pathway, name: pathway, summary: "", place: place()))
        return pathways.count - 1
      }()
    works.append(Work(id: id, title: id, pathway: Ref(index), order: works.count, place: place()))
    return Ref(works.count - 1)
  }

  mutating func item(
    _ key: String, _ form: Item.Form, _ kind: Item.Kind = .base, record: Points? = nil, month: Points? = nil,
    year cap: Points? = nil, day: Points? = nil, week: Points? = nil, quarter: Points? = nil, works: [Ref<Work>] = [],
    terms: (inout Terms) -> Void = { _ in }
  ) -> Ref<Item> {
    var stated = Terms()
    terms(&stated)
    year.items.append(
      Item(
        key: key, name: key, kind: kind, form: form,
        caps: Caps(record: record, day: day, week: week, month: month, quarter: quarter, year: cap), terms: stated,
        works: works, proof: "", place: place()))
    return Ref(year.items.count - 1)
  }

  @discardableResult
  mutating func record(
    _ day: Day, _ member: Ref<Member>, _ item: Ref<Item>, quantity: Quantity = 1, level: Int32 = 0, role: Int? = nil,
    affair: String? = nil, activity: Ref<Activity>? = nil, work: Ref<Work>? = nil, note: String = "",
    corrects: Int32? = nil
  ) -> Int32 {
    year.records.append(
      Record(
        day: day, member: member, item: item, quantity: quantity, level: level, role: role,
        affair: affair.map { self.note($0) }, activity: activity, work: work, note: self.note(note), corrects: corrects,
        entered: nil, place: place()))
    return Int32(year.records.count - 1)
  }

  mutating func note(_ text: String) -> Int32 {
    if let known = notes.firstIndex(of: text) { return Int32(known) }
    notes.append(text)
    return Int32(notes.count - 1)
  }

  mutating func minutes(
    _ day: Day, _ member: Ref<Member>, _ minutes: Int32, series: Ref<WelfareSeries>? = nil,
    activity: Ref<Activity>? = nil, work: Ref<Work>? = nil
  ) {
    year.welfare.append(
      WelfareEntry(
        day: day, member: member, minutes: minutes, series: series, activity: activity, work: work, note: 0,
        place: place()))
  }

  mutating func activity(
    _ id: String, held: Day?, complexity: Int = 1, coverage: Int = 1, override: Points? = nil,
    origin: Activity.Origin = .committee, works: [Ref<Work>] = [], series: Ref<WelfareSeries>? = nil,
    claims: [(Ref<Branch>, Int)] = []
  ) -> Ref<Activity> {
    let claimed = claims.map { Claim(branch: $0.0, on: year.period.first, share: $0.1, place: place()) }
    year.activities.append(
      Activity(
        id: id, title: id, origin: origin, month: (held ?? year.period.first).yearMonth, held: held,
        complexity: complexity, coverage: coverage,
        override: override.map { Activity.Override(value: $0, reason: "临时增加场次") }, budget: 0, funder: "工会",
        works: works, series: series, note: "", claims: claimed, place: place()))
    return Ref(year.activities.count - 1)
  }

  /// A project with stages up to `reached` in January to May, and shares as one task for each list.
  mutating func project(
    _ branch: Ref<Branch>, value: Points = 10, reached: Project.Stage = .evaluation, own: (Int, Day)? = nil,
    head: (Int, Day)? = nil, tasks: [[(Ref<Member>, Int)]] = [], painPoint: String = "交付慢", isPriority: Bool = true,
    works: [Ref<Work>] = []
  ) {
    let stages = Project.Stage.allCases.filter { $0.rawValue <= reached.rawValue }.compactMap { stage in
      Day(year: year.period.last.year, month: stage.rawValue + 1, day: 10).map {
        Project.StageRecord(stage: stage, on: $0, evidence: "会议纪要", place: place())
      }
    }
    let shared = tasks.map { shares in
      Project.Task(
        title: "任务", shares: shares.map { Project.Share(member: $0.0, share: $0.1, place: place()) }, place: place())
    }
    let evaluation = { (given: (Int, Day)?, place: Place) in
      given.map { Project.Evaluation(score: EvaluationScore(hundredths: $0.0 * 100), by: "", on: $0.1, place: place) }
    }
    year.projects.append(
      Project(
        id: "p\(year.projects.count)", title: "", branch: branch, painPoint: painPoint, isPriority: isPriority,
        value: value, works: works, stages: stages, tasks: shared, followUps: [],
        selfEvaluation: evaluation(own, place()), headEvaluation: evaluation(head, place()), place: place()))
  }

  mutating func branchItem(_ key: String, _ kind: Item.Kind, maximum: Points) -> Ref<BranchItem> {
    year.branchItems.append(
      BranchItem(
        Item(
          key: key, name: key, kind: kind, form: .rating(least: 0, most: maximum), caps: Caps(), works: [], proof: "",
          place: place()), maximum: maximum))
    return Ref(year.branchItems.count - 1)
  }

  /// A branch item on dated records.
  mutating func branchItem(
    _ key: String, _ form: Item.Form, maximum: Points? = nil, caps: Caps = Caps(), start: Points? = nil
  ) -> Ref<BranchItem> {
    var terms = Terms()
    terms.start = start
    year.branchItems.append(
      BranchItem(
        Item(
          key: key, name: key, kind: .base, form: form, caps: caps, terms: terms, works: [], proof: "", place: place()),
        maximum: maximum))
    return Ref(year.branchItems.count - 1)
  }

  @discardableResult
  mutating func record(
    _ day: Day, of branch: Ref<Branch>, _ item: Ref<BranchItem>, quantity: Quantity = 1, level: Int32 = 0,
    corrects: Int32? = nil
  ) -> Int32 {
    year.branchRecords.append(
      BranchRecord(
        entry: Record(
          day: day, member: Ref(Int(branch.index)), item: Ref(Int(item.index)), quantity: quantity, level: level,
          activity: nil, work: nil, note: note(""), corrects: corrects, entered: nil, place: place())))
    return Int32(year.branchRecords.count - 1)
  }

  /// A group of items with caps together.
  mutating func group(_ key: String, _ caps: Caps, isOnce: Bool = false) -> Int32 {
    year.memberFramework.groups.append(ItemGroup(key: key, name: key, caps: caps, isOnce: isOnce, place: place()))
    return Int32(year.memberFramework.groups.count - 1)
  }

  mutating func survey(_ day: Day, _ member: Ref<Member>, _ item: Ref<Item>, score: Quantity) {
    year.surveys.append(
      SurveyResult(member: member, item: item, score: score, ballots: 30, day: day, note: "", place: place()))
  }

  mutating func rate(_ branch: Ref<Branch>, _ item: Ref<BranchItem>, _ points: Points, on day: Day = "2025-12-20") {
    year.ratings.append(Rating(branch: branch, item: item, points: points, on: day, note: "", place: place()))
  }

  mutating func decide(_ matter: Decision.Matter, on day: Day = "2025-12-20") {
    year.decisions.append(Decision(matter: matter, signedBy: "党委", on: day, note: "", place: place()))
  }

  mutating func assert(_ claim: Assertion.Claim) {
    year.assertions.append(Assertion(claim: claim, place: place()))
  }

  mutating func series(_ id: String, minimum: Int, people: Int = 0, works: [Ref<Work>] = []) -> Ref<WelfareSeries> {
    year.welfareRule.series.append(
      WelfareSeries(id: id, name: id, minimum: minimum, people: people, works: works, place: place()))
    return Ref(year.welfareRule.series.count - 1)
  }

  var ledger: Ledger {
    Ledger(
      asOf: asOf,
      roster: Roster(
        branches: branches, members: members, memberships: memberships, offices: [], levels: levels),
      pathways: pathways, works: works, notes: notes,
      years: years.map { year in
        YearLedger(
          year: year.year, period: year.period, state: year.state, notice: year.notice,
          statePlace: Place(file: 0, line: 2),
          rulebook: Rulebook(
            year: year.year, title: "", items: year.items, branchItems: year.branchItems, matrix: year.matrix,
            evaluation: year.evaluation, welfare: year.welfareRule, ranking: year.ranking,
            qualification: year.qualification, cadre: year.cadre,
            memberFramework: year.memberFramework, branchFramework: year.branchFramework, baseTotal: nil,
            place: Place(file: 1, line: 1)),
          activities: year.activities, records: year.records, branchRecords: year.branchRecords,
          surveys: year.surveys, welfare: year.welfare, projects: year.projects,
          ratings: year.ratings, decisions: year.decisions, assertions: year.assertions,
          objections: year.objections)
      })
  }

  /// Scored, with questions about the last year at hand.
  func scored() -> Scored {
    let ledger = ledger
    let (scorebook, diagnostics) = score(ledger)
    return Scored(ledger: ledger, scorebook: scorebook, diagnostics: diagnostics)
  }
}
