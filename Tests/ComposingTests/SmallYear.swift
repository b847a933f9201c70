import Scoring
import Texts
import Wording

@testable import Composing
@testable import Markup
@testable import Reading

/// A branch with one member, and a year's rules and records of every form, by hand.
struct SmallYear {
  var items: [Item] = []
  var branchItems: [BranchItem] = []
  var memberFramework = Framework()
  var branchFramework = Framework()
  var records: [Record] = []
  var branchRecords: [BranchRecord] = []
  var surveys: [SurveyResult] = []
  var ratings: [Rating] = []
  var decisions: [Decision] = []
  var state = YearState.draft
  var recordLinks: [String: RecordLink] = [:]
  private(set) var notes = [""]
  private var line: Int32 = 0

  // As the tree sorts its files.
  static let file: Int32 = 0
  static let rulebook: Int32 = 1
  let tree = SourceTree(files: [
    SourceFile(path: "content/years/2025/rulebook.yaml", text: ""),
    SourceFile(path: "content/years/2025/records/b01.csv", text: ""),
  ])
  let li = Ref<Member>(0)
  let branch = Ref<Branch>(0)

  mutating func item(
    _ name: String, _ form: Item.Form, _ kind: Item.Kind = .optional, caps: Caps = Caps(),
    terms: (inout Terms) -> Void = { _ in }
  ) -> Ref<Item> {
    items.append(rule(name, form, kind, caps, terms))
    return Ref(items.count - 1)
  }

  mutating func branchItem(
    _ name: String, _ form: Item.Form, maximum: Points? = nil, caps: Caps = Caps(),
    terms: (inout Terms) -> Void = { _ in }
  ) -> Ref<BranchItem> {
    branchItems.append(BranchItem(rule(name, form, .base, caps, terms), maximum: maximum))
    return Ref(branchItems.count - 1)
  }

  private mutating func rule(
    _ name: String, _ form: Item.Form, _ kind: Item.Kind, _ caps: Caps, _ terms: (inout Terms) -> Void
  ) -> Item {
    var stated = Terms()
    terms(&stated)
    return Item(
      key: "item-\(items.count + branchItems.count)", name: name, kind: kind, form: form, caps: caps, terms: stated,
      works: [], proof: "", place: place(Self.rulebook))
  }

  mutating func group(_ name: String, _ caps: Caps) -> Int32 {
    memberFramework.groups.append(
      ItemGroup(key: "g", name: name, caps: caps, isOnce: false, place: place(Self.rulebook)))
    return Int32(memberFramework.groups.count - 1)
  }

  @discardableResult
  mutating func record(
    _ day: (Int, Int), _ item: Ref<Item>, _ hundredths: Int64 = 100, level: Int32 = 0, role: Int? = nil,
    affair: String? = nil, corrects: Int32? = nil
  ) -> Int32 {
    records.append(entry(day, item, hundredths, level, role, affair, corrects))
    return Int32(records.count - 1)
  }

  @discardableResult
  mutating func record(
    _ day: (Int, Int), _ item: Ref<BranchItem>, _ hundredths: Int64 = 100, corrects: Int32? = nil
  ) -> Int32 {
    branchRecords.append(BranchRecord(entry: entry(day, Ref(Int(item.index)), hundredths, 0, nil, nil, corrects)))
    return Int32(branchRecords.count - 1)
  }

  private mutating func entry(
    _ day: (Int, Int), _ item: Ref<Item>, _ hundredths: Int64, _ level: Int32, _ role: Int?, _ affair: String?,
    _ corrects: Int32?
  ) -> Record {
    Record(
      day: Self.day(day.0, day.1), member: li, item: item, quantity: Quantity(hundredths: hundredths), level: level,
      role: role, affair: affair.map { note($0) }, activity: nil, work: nil, note: 0, corrects: corrects, entered: nil,
      place: place(Self.file))
  }

  private mutating func note(_ text: String) -> Int32 {
    if let known = notes.firstIndex(of: text) { return Int32(known) }
    notes.append(text)
    return Int32(notes.count - 1)
  }

  mutating func place(_ file: Int32) -> Place {
    line += 1
    return Place(file: file, line: line)
  }

  static func day(_ month: Int, _ day: Int) -> Day {
    Day(year: 2025, month: month, day: day) ?? Day(ordinal: 0)
  }

  var ledger: Ledger {
    let nowhere = Place(file: Self.rulebook, line: 1)
    let roster = Roster(
      branches: [Branch(id: "b01", name: "一支部", short: "一支部", unit: "", place: nowhere)],
      members: [Member(key: "li", name: "李", pinyin: "li", joined: nil, place: nowhere)],
      memberships: [
        [
          Membership(
            member: li, branch: branch, from: Day(ordinal: 18_262), to: nil, standing: .full, exemption: nil,
            place: nowhere)
        ]
      ], offices: [])
    let rulebook = Rulebook(
      year: 2025, title: "2025年度积分标准", items: items, branchItems: branchItems,
      matrix: [[Points]](repeating: [Points](repeating: Points(1), count: 3), count: 3), evaluation: EvaluationRule(),
      welfare: WelfareRule(), ranking: RankingRule(), qualification: QualificationRule(), cadre: CadreRule(),
      memberFramework: memberFramework, branchFramework: branchFramework, baseTotal: nil, place: nowhere)
    return Ledger(
      asOf: Self.day(12, 31), roster: roster, pathways: [], works: [], notes: notes,
      years: [
        YearLedger(
          year: 2025, period: Period(first: Self.day(1, 1), last: Self.day(12, 31)), state: state, rulebook: rulebook,
          activities: [], records: records, branchRecords: branchRecords, surveys: surveys, welfare: [], projects: [],
          ratings: ratings, decisions: decisions, assertions: [])
      ])
  }

  /// What pages are composed from, with nothing beside the ledger.
  var context: SiteContext {
    let ledger = ledger
    let nothing = MarkupDocument(
      title: nil, outline: [], links: [], images: [], embeds: [], hanCount: 0, wordCount: 0, plainText: "",
      paragraphs: [], html: [], gaps: [])
    return SiteContext(
      content: Content(
        tree: tree,
        site: SiteSettings(title: "", notice: "", nameOrder: .pinyin, baseAddress: nil, theme: nil),
        organisation: Organisation(
          company: "", committee: "", city: "", founded: "", listed: "", branchFounded: nil, committeeFounded: nil,
          timeline: []),
        brand: Brand(name: "", since: 2005, why: "", place: Place(file: Self.rulebook, line: 1)), ledger: ledger,
        workTexts: [], campaigns: [], stories: [], ownPages: OwnPages(), reports: [], navigation: [], held: [],
        heldStories: [], heldPages: [],
        groups: [], archives: [], aboutTitle: "", about: nothing,
        messages: [], charts: [:],
        unusedAssets: [], recordLinks: recordLinks), scorebook: score(ledger).0)
  }

  /// Of the member's awards, or the branch's: each one's figure, reason and detail.
  func told(_ standard: Standard = .members) -> [(points: Points, reason: String, detail: String)] {
    let ledger = ledger
    let (scorebook, _) = score(ledger)
    let words = AwardWords(year: Ref(0), ledger, scorebook, tree)
    let book = scorebook.years[0]
    let awards = standard == .members ? book.awards(of: li) : book.awards(of: branch)
    return awards.map { ($0.points, words.reason($0), words.detail($0)) }
  }
}

extension Item.Step {
  init(_ from: Int, _ hundredths: Int64) { self.init(from: Quantity(from), points: Points(hundredths: hundredths)) }
}
