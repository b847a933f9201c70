import Diagnostics
import Markup
import Parsing
import Scoring
import Texts

/// The content while it is being read: what the decoders of later kinds of file need of the earlier ones.
struct Draft {
  private(set) var tree: SourceTree
  private(set) var findings: MistakeCollector
  let pool: any WorkPool
  let tables: TableReader

  var purpose = ReadingPurpose.publication
  /// What stands in the place of the year's own rules.
  var tried: TriedRules? { if case .trial(let rules) = purpose { rules } else { nil } }
  var isEnrolling: Bool { if case .enrolment = purpose { true } else { false } }
  /// The roster that stands elsewhere.
  var foreignRoster: String? { if case .enrolment(let roster) = purpose { roster } else { nil } }
  var showsHeld: Bool { if case .preview = purpose { true } else { false } }

  /// The day to stand for where the content leaves it open, as the shell was told.
  var wantedDay: Day?
  var reportDay: ReportDay?
  var asOf: Day? { reportDay?.day }
  /// Where the content is written in a way that this program doesn't know: nothing else of it can be judged.
  var newerFormat: Diagnostic?
  var site: SiteSettings?
  var organisation: Organisation?
  var brand: Brand?
  var aboutTitle = ""
  var about: MarkupDocument?
  var messages: [YearMessage] = []
  var pathways = Catalogue<Pathway>()
  var works = Catalogue<Work>()
  var workDrafts: [WorkDraft] = []
  var workTexts: [MarkupDocument] = []
  var branches = Catalogue<Branch>()
  var levels = LevelsDraft()
  var keys = KnownPeople()
  var itemKeys = ItemKeys()
  /// Rows of people without an id, by file.
  var unkeyed: [Int32: [RosterRow]] = [:]
  /// What the rosters say, in the order of reading.
  var rosterRows: [RosterRow] = []
  var memberDrafts: [MemberDraft] = []
  /// Whether no roster names anybody, though all of them could be read.
  var hasEmptyRoster = false
  var members = Catalogue<Member>()
  var memberships: [Membership] = []
  var offices: [Office] = []
  /// The people of the kinds of file that are read: of branches, members, stays and offices.
  private(set) var roster = Roster(branches: [], members: [], memberships: [], offices: [])
  /// Whether all of the offices could be read: else nobody can say that one is vacant.
  var hasAllOffices = true
  /// Whether all of the memberships could be read.
  var hasAllMemberships = true
  var groups: [PartyGroup] = []
  var archives: [ArchiveEntry] = []
  var campaigns: [Campaign] = []
  var campaignFolders: [String: Int] = [:]
  var stories: [Story] = []
  /// Free pages as they are read, and as they lie below one another once all are.
  var writtenPages: [OwnPage] = []
  var ownPages = OwnPages()
  var reports: [LedgerReport] = []
  /// What `site.yaml` says of the navigation; `nil` where it says nothing.
  var navigationDraft: [NavDraft]?
  var navigation: [NavEntry] = []
  /// Texts that aren't published yet.
  var held: [HeldText] = []
  /// The stories and pages among them, where they are left out: what they claim is claimed on the day they are written.
  var heldStories: [Story] = []
  var heldPages: [OwnPage] = []
  /// Texts without a page of their own that wait for their day.
  var waitingTexts: Set<String> = []
  /// The sheets that were read as tables, and how.
  var readSheets: [ReadSheet] = []
  var notes = ByteTable()
  var years: [Int: YearDraft] = [:]
  /// Prose and its file, for the checks of links once every page is known.
  var pages: [(path: String, text: MarkupDocument)] = []
  /// CSV files beside the stories, by path, and the charts of each page.
  var chartFiles: [String: InputFile] = [:]
  var charts: [String: [ChartRequest]] = [:]
  /// Files beside the texts that no published one refers to.
  var unusedAssets: Set<String> = []
  /// Records that texts lead to.
  var recordLinks: [String: RecordLink] = [:]
  /// Markdown files parsed and not yet decoded, by their number in the tree.
  private var parsed: [Int32: ParsedMarkdown] = [:]
  /// Stories read and not yet decoded, by their number in the tree.
  var readStories: [Int32: ReadStory] = [:]
  /// Stories as they were read, and as an earlier reading read them where it was of the same ledger.
  var storyStretches: [FileStretch<ReadStory>] = []
  var earlierTexts: EarlierTexts?

  /// Files that were read ahead and could be as a whole, by their number in the tree.
  var soundFiles: Set<Int32> = []

  init(tree: SourceTree, pool: any WorkPool, stretch: Int) {
    self.tree = tree
    self.pool = pool
    findings = MistakeCollector(tree: tree)
    tables = TableReader(pool: pool, findings: findings, stretch: stretch)
  }

  /// Takes what the table of origins says before anything else is read: it decides what is cited.
  mutating func takeOrigins() { tree = tree.citing(readOrigins(tree, findings)) }

  /// The same, going on by itself in a tree whose files have the same numbers and, as far as they were read, the same in
  /// them.
  func continued(in tree: SourceTree) -> Draft {
    var draft = self
    draft.tree = tree.citing(self.tree.origins)
    draft.findings = findings.continued(in: draft.tree)
    return draft
  }

  mutating func parseMarkdown(_ files: [InputFile]) {
    let files = files.filter { $0.path.ends(with: ".md") }
    let results = pool.map(files.count) { [tree] in ParsedMarkdown(files[$0], in: tree) }
    parsed.reserveCapacity(files.count)
    for (file, result) in zip(files, results) { parsed[file.index] = result }
  }

  /// A Markdown file parsed, handed out once.
  mutating func takeParsed(_ file: InputFile) -> ParsedMarkdown {
    parsed.removeValue(forKey: file.index) ?? ParsedMarkdown(file, in: tree)
  }

  /// The parts of a Markdown file, handed out once; `nil` where either can't be read, which is reported.
  mutating func markdown(_ file: InputFile) -> MarkdownFile? {
    MarkdownFile(takeParsed(file), findings: findings)
  }

  /// The latest year in which something can have begun.
  var lastYear: Int { max(1900, asOf?.year ?? 2199) }

  /// Gathers the people as far as they are read: once a kind of file, since many ask and there are many people.
  mutating func gatherRoster() {
    var stays = [[Membership]](repeating: [], count: members.entities.count)
    for stay in memberships { stays[Int(stay.member.index)].append(stay) }
    for index in stays.indices { stays[index].sort { $0.from < $1.from } }
    roster = Roster(
      branches: branches.entities, members: members.entities, memberships: stays, offices: offices, levels: levels.all)
  }

  /// How a day stands to the report's; one that is later is reported, or noted as waiting.
  @discardableResult
  func reach(_ day: Day?, at place: @autoclosure () -> Place) -> Reach {
    reportDay?.reach(day, findings, at: place()) ?? .reached
  }
}

/// Entities of one kind with their names: an entity's number is its `Ref`.
struct Catalogue<Entity: Sendable>: Sendable {
  private(set) var entities: [Entity] = []
  private(set) var names = Names<Entity>()

  /// Adds an entity under its id; one already taken is reported with the first place, and the entity left out.
  /// - Parameter names: what it is called beside its id; the first is what lists show.
  mutating func add(
    _ entity: Entity, _ id: String, called names: [String] = [], at place: Place, _ findings: MistakeCollector
  ) {
    if let first = self.names.define(id, called: names, at: place) {
      findings.report(.duplicateID(id, first: findings.citation(first), at: place))
    } else {
      entities.append(entity)
    }
  }

  /// See `Names.mark`.
  mutating func mark(_ ref: Ref<Entity>, _ mark: Bilingual) { names.mark(ref, mark) }
}

/// One year while it is being read.
struct YearDraft: Sendable {
  let year: Int
  var period: Period?
  var periodPlace = Place(file: 0, line: 1)
  var state: YearState?
  var notice: Period?
  var statePlace: Place?
  /// What tables say of items, in the order of their rows, and whether all of it could be read.
  var itemLines: [ItemLine] = []
  var hasAllItemLines = true
  /// Items of the tables whose id nobody has written down yet.
  var newItems: [NewItem] = []
  /// Other names of the items that have any, by standard and key.
  var otherNames: [Standard: [String: [String]]] = [:]
  var rulebook: Rulebook?
  var items = Names<Item>()
  var branchItems = Names<BranchItem>()
  var series = Names<WelfareSeries>()
  var activities = Catalogue<Activity>()
  /// Other names of the activities that have any, by id.
  var activityNames: [String: [String]] = [:]
  var claims: [Int32: [Claim]] = [:]
  var records = RecordRows()
  var branchRecords = RecordRows()
  /// Of members' records and of branches': an id is given once.
  var recordIDs = Names<Record>()
  /// The record behind each id.
  var recordsByID: [RecordAddress] = []
  /// Of the table of corrections, until the records are settled.
  var corrections: [WrittenCorrection] = []
  var surveys: [SurveyResult] = []
  var welfare: [WelfareEntry] = []
  var projects: [Project] = []
  var ratings: [Rating] = []
  var decisions: [Decision] = []
  var assertions: [Assertion] = []
  var statedFigures: [StatedFigure] = []
  var objections: [Objection] = []
  /// By name: what the seal states, and the entries it covers.
  var sealHeads: [String: SealHead] = [:]
  var sealEntries: [String: (file: Int32, entries: [Seal.Entry])] = [:]

  init(year: Int) { self.year = year }
}
