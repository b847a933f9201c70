import Diagnostics
import Scoring
import Texts

/// An entry of the ledger as it is now: what gives points, or could have given some.
package struct LedgerEntry: Sendable {
  package let kind: Seal.Kind
  package let day: Day
  package let holder: String
  package let item: String
  package fileprivate(set) var points: Points = .zero
  package fileprivate(set) var capped: Points = .zero
  /// Of what it says.
  package let digest: String
  /// The same as seals before version 0.5.0 hold it; `nil` where they had no such entry.
  package let formerDigest: String?
  /// The same without its reason.
  package let essence: String
  /// The day it was entered, if that was later (补录).
  package let entered: Day?
  package let note: String
  package let place: Place
}

/// Every entry of a year whose day lies in the period, as the ledger has them.
///
/// An entry's digest covers what it says: day, person, item, quantity, level, activity, work, note, ids; not where it
/// stands, since files may be split and sorted anew, and no figure that the program works out.
/// - Parameters:
///   - period: `nil` for the whole year with all that was settled after it.
package func entries(_ ledger: Ledger, _ book: YearBook, year: Ref<YearLedger>, in period: Period?) -> [LedgerEntry] {
  let content = ledger.years[year]
  var collector = Collector(ledger: ledger, content: content, period: period)
  collector.collect(book)
  return collector.entries
}

private struct Collector {
  let ledger: Ledger
  let content: YearLedger
  let period: Period?
  var entries: [LedgerEntry] = []
  private var recordSlots: [Int] = []
  private var branchSlots: [Int] = []
  private var welfareSlots: [Int] = []

  init(ledger: Ledger, content: YearLedger, period: Period?) {
    self.ledger = ledger
    self.content = content
    self.period = period
  }

  mutating func collect(_ book: YearBook) {
    entries.reserveCapacity(content.records.count + content.welfare.count + 200)
    recordSlots = content.records.map { add(record: $0) }
    welfareSlots = content.welfare.map { add(welfare: $0) }
    branchSlots = content.branchRecords.map { add(branchRecord: $0) }
    for award in book.memberAwards {
      post(award, book, holder: ledger.roster.members[Int(award.holder)].key)
    }
    for award in book.branchAwards {
      post(award, book, holder: ledger.roster.branches[Int(award.holder)].id)
    }
  }

  private func covers(_ day: Day) -> Bool { period?.contains(day) ?? true }

  private mutating func add(record: Record) -> Int {
    guard covers(record.day) else { return -1 }
    let item = content.rulebook.items[record.item]
    add(
      .record, record.day, ledger.roster.members[record.member].key, item.key, note: ledger.notes[Int(record.note)],
      entered: record.entered, place: record.place,
      saying: words(
        of: record, item, correcting: record.corrects.map { content.records[Int($0)] }.map { ($0.day, $0.quantity) }),
      noteAt: 4)
    return entries.count - 1
  }

  private mutating func add(branchRecord record: BranchRecord) -> Int {
    guard covers(record.day) else { return -1 }
    let item = content.rulebook.branchItems[record.item].rule
    add(
      .branchRecord, record.day, ledger.roster.branches[record.branch].id, item.key,
      note: ledger.notes[Int(record.note)], entered: record.entered, place: record.place,
      saying: words(
        of: record.entry, item,
        correcting: record.corrects.map { content.branchRecords[Int($0)] }.map { ($0.day, $0.quantity) }),
      noteAt: 4)
    return entries.count - 1
  }

  private func words(of record: Record, _ item: Item, correcting corrected: (Day, Quantity)?) -> [String] {
    let level: String = if case .levels(let levels) = item.form { levels[Int(record.level)].name } else { "" }
    var words = [
      "\(record.quantity)", level, record.activity.map { content.activities[$0].id } ?? "",
      record.work.map { ledger.works[$0].id } ?? "", ledger.notes[Int(record.note)],
      corrected.map { "corrects \($0.0) \($0.1)" } ?? "", record.entered?.description ?? "",
    ]
    // What came later than the first seals: nothing where it isn't said.
    if let role = record.role { words.append("as " + item.terms.roles[role].name) }
    if let affair = record.affair { words.append("of " + ledger.notes[Int(affair)]) }
    return words
  }

  private mutating func add(welfare entry: WelfareEntry) -> Int {
    guard covers(entry.day) else { return -1 }
    let note = ledger.notes[Int(entry.note)]
    add(
      .welfare, entry.day, ledger.roster.members[entry.member].key, "", note: note, entered: nil, place: entry.place,
      saying: [
        "\(entry.minutes)", entry.series.map { content.rulebook.welfare.series[Int($0.index)].id } ?? "",
        entry.activity.map { content.activities[$0].id } ?? "", entry.work.map { ledger.works[$0].id } ?? "", note,
      ], noteAt: 4)
    return entries.count - 1
  }

  private mutating func add(
    _ kind: Seal.Kind, _ day: Day, _ holder: String, _ item: String, note: String, entered: Day?, place: Place,
    saying words: [String], noteAt: Int? = nil, formerly: [String]?? = .none
  ) {
    let own = [kind.rawValue, "\(day)", holder, item]
    let whole = digest(of: own + words)
    let former: String?
    if case .some(let words) = formerly { former = words.map { digest(of: own + $0) } } else { former = whole }
    var essential = words
    if let noteAt { essential[noteAt] = "" }
    entries.append(
      LedgerEntry(
        kind: kind, day: day, holder: holder, item: item, digest: whole, formerDigest: former,
        essence: note.isEmpty ? whole : digest(of: own + essential), entered: entered, note: note, place: place))
  }

  private func digest(of words: [String]) -> String {
    // A unit separator keeps `a|bc` and `ab|c` apart: no cell may hold it.
    var text: [UInt8] = []
    text.reserveCapacity(160)
    for (index, word) in words.enumerated() {
      if index > 0 { text.append(0x1F) }
      text += word.utf8
    }
    return HashFunction.sha256.digest(of: text, bytes: 16)
  }

  /// Adds what an award gave to the entry that earned it; shares, claims and ratings are entries by their award.
  private mutating func post(_ award: Award, _ book: YearBook, holder: String) {
    let slot: Int
    switch award.reason {
    case .record(let index): slot = recordSlots[Int(index)]
    case .branchRecord(let index): slot = branchSlots[Int(index)]
    case .start:
      slot = add(
        award, .credit, holder, content.rulebook.item(award.heading)?.key ?? "", [(award.points + award.capped).exact])
    case .survey(let index):
      let row = content.surveys[Int(index)]
      slot = add(
        award, .survey, holder, content.rulebook.items[row.item].key, ["\(row.score)", "\(row.ballots)", row.note])
    case .welfareBase(let index), .welfareBeyond(let index, _): slot = welfareSlots[Int(index)]
    case .projectShare(let index, let task, let share):
      let project = content.projects[Int(index)]
      let title = project.tasks[Int(task)].title
      let grade = if case .graded(let grade, _) = book.projects[Int(index)].state { grade } else { 0 }
      slot = add(
        award, .share, holder, project.id, [title, "\(share)", project.value.exact, "\(grade)"],
        formerly: .some(
          formerShare(project, grade, task: Int(task), member: award.holder, ledger).map {
            [title, "\(share)", "\($0)"]
          }))
    case .activity(let index, let claim):
      let activity = content.activities[Int(index)]
      let share = "\(activity.claims[Int(claim)].share)"
      slot = add(
        award, .claim, holder, activity.id,
        [share, "\(activity.claims.reduce(0) { $0 + $1.share })", book.activities[Int(index)].value.exact],
        formerly: .some([share, "\(formerClaim(activity, book.activities[Int(index)].value, claim: Int(claim)))"]))
    case .rating(let index):
      let rating = content.ratings[Int(index)]
      slot = add(
        award, .rating, holder, content.rulebook.branchItems[rating.item].key, ["\(rating.points)", rating.note])
    }
    guard slot >= 0 else { return }
    entries[slot].points += award.points
    entries[slot].capped += award.capped
  }

  private mutating func add(
    _ award: Award, _ kind: Seal.Kind, _ holder: String, _ item: String, _ words: [String],
    formerly: [String]?? = .none
  ) -> Int {
    guard covers(award.day) else { return -1 }
    add(
      kind, award.day, holder, item, note: "", entered: nil, place: award.record, saying: words,
      formerly: formerly)
    return entries.count - 1
  }
}
