import Diagnostics
import Parsing
import Romanising
import Scoring
import Texts

/// What a roster says that the content doesn't know yet: ids of new people, and where everybody counts. Proposals, made by
/// the machine for a person to confirm.
package struct Enrolment: Sendable {
  /// A line for content/keys.csv.
  package struct Person: Sendable {
    package let name: String
    /// Id of the branch, where the roster says one.
    package let branch: String?
    package let joined: Day?
    package let key: String
    package let pinyin: String
    /// `8 14 8`; empty where nobody knows them.
    package let strokes: String
  }

  /// A row for the table of memberships.
  package struct Stay: Sendable {
    package let key: String
    package let name: String
    package let branch: String
    package let from: Day
    package let to: Day?
    package let isProbationary: Bool
    package let exemption: String?
    package let reason: Reason
  }

  /// A stay that stands in the content without an end and ends now.
  package struct End: Sendable {
    package let key: String
    package let name: String
    package let place: Place
    package let last: Day
    package let reason: Reason
  }

  /// What the roster says without a day, or doesn't say: to be looked into, written by nobody.
  package struct Doubt: Sendable {
    package let name: String
    package let key: String
    package let words: Bilingual
  }

  package enum Reason: Sendable { case new, confirmed, moved, exempt, left }

  package internal(set) var people: [Person] = []
  package internal(set) var stays: [Stay] = []
  package internal(set) var ends: [End] = []
  package internal(set) var doubts: [Doubt] = []
  /// How many rows the roster has, and how many of them were known.
  package internal(set) var rows = 0
  package internal(set) var known = 0
  /// How many left before anybody counted, and need no id.
  package internal(set) var gone = 0
}

/// What was read for an enrolment.
package struct EnrolmentReading: Sendable {
  /// `nil` with an error in a file that says who belongs where; errors elsewhere aren't told.
  package let enrolment: Enrolment?
  package let diagnostics: [Diagnostic]
  /// What was read, without the cells that nobody reads: nothing else is shown of a roster from elsewhere.
  package let tree: SourceTree
  /// The columns of a roster from elsewhere that nobody reads, by their names.
  package let leftOut: [String]
}

/// Reads what the rosters of the content say, with mistakes in them or not, and works out what the content lacks.
/// - Returns: `nil` with an error in a file that says who belongs where; errors elsewhere aren't told.
package func enrolment(
  _ tree: SourceTree, since: Day? = nil, on day: Day? = nil, pool: some WorkPool = OneByOne()
) -> (Enrolment?, [Diagnostic]) {
  let reading = readEnrolment(tree, since: since, on: day, pool: pool)
  return (reading.enrolment, reading.diagnostics)
}

/// Reads what the rosters say, with mistakes in them or not, and works out what the content lacks.
/// - Parameters:
///   - roster: the path in the tree of a roster from elsewhere; `nil` means every table of members.
///   - day: the day to stand for where the content leaves it open.
///   - since: the first day on which new people count; by default the first of the year of the report's day.
package func readEnrolment(
  _ tree: SourceTree, roster: String? = nil, since: Day? = nil, on day: Day? = nil, pool: some WorkPool = OneByOne()
) -> EnrolmentReading {
  let (tree, columns) = roster.map(tree.withoutOtherColumns) ?? (tree, [])
  let draft = readDraft(tree, on: day, for: .enrolment(roster: roster), pool: pool, stretch: 2 << 20)
  let (shown, further) = roster.map { draft.withoutOtherColumns(ofSheets: $0) } ?? (tree, [])
  let leftOut = columns + further
  let diagnostics = draft.findings.all().filter { found in
    guard let place = found.place else { return false }
    let path = tree.path(of: place)
    let isOfPeople = ["content/keys", "content/members/", "content/memberships/"].contains { path.begins(with: $0) }
    // What is merely warned of elsewhere says nothing about who belongs where.
    let isBelow = ["content/site.yaml", "content/branches"].contains { path.begins(with: $0) }
    return isOfPeople || isBelow && found.severity == .error
  }
  guard !diagnostics.hasErrors, let asOf = draft.asOf else {
    return EnrolmentReading(enrolment: nil, diagnostics: diagnostics, tree: shown, leftOut: leftOut)
  }
  let first = since ?? Day(year: asOf.year, month: 1, day: 1) ?? asOf
  let isOfRoster = { (row: RosterRow) in roster.map { tree.files[Int(row.place.file)].path == $0 } ?? true }
  // A roster from elsewhere gives nobody an id until that is entered.
  let content = roster == nil ? draft.rosterRows : draft.rosterRows.filter { !isOfRoster($0) }
  var registrar = Registrar(draft, content, since: first, asOf: asOf)
  registrar.enrol(draft.rosterRows.filter(isOfRoster))
  return EnrolmentReading(enrolment: registrar.result, diagnostics: diagnostics, tree: shown, leftOut: leftOut)
}

/// Gives ids, and keeps those that are given.
struct Registrar {
  var result = Enrolment()
  let branches: [Branch]
  let since: Day
  let asOf: Day
  /// By id, in the order of time.
  let stays: [String: [Membership]]
  private var known: KnownPeople
  private var taken: Set<String>

  init(_ draft: Draft, _ content: [RosterRow], since: Day, asOf: Day) {
    (self.since, self.asOf, branches) = (since, asOf, draft.branches.entities)
    let members = draft.members.entities
    stays = Dictionary(grouping: draft.memberships) { members[$0.member].key }
      .mapValues { $0.sorted { ($0.from, $0.place) < ($1.from, $1.place) } }
    known = draft.keys
    let kept = Set(draft.keys.people.map(\.key))
    for row in content where !row.key.isEmpty && !kept.contains(row.key) {
      known.add(
        KnownPerson(
          key: row.key, name: row.name, branch: row.branch ?? stays[row.key]?.last?.branch, joined: row.joined,
          pinyin: row.pinyin, strokes: row.strokes, place: row.place))
    }
    taken = Set(known.people.map(\.key))
  }

  mutating func enrol(_ rows: [RosterRow]) {
    result.rows = rows.count
    let found = recognised(rows)
    var seen = Set<String>()
    for (row, number) in zip(rows, found) {
      let isKnown = number != nil
      if isKnown { result.known += 1 }
      guard let key = number.map({ known.people[$0].key }) ?? newKey(for: row) else { continue }
      seen.insert(key)
      settle(row, key)
    }
    for person in known.people where !seen.contains(person.key) {
      guard let stay = stays[person.key]?.last, stay.to == nil else { continue }
      result.doubts.append(
        Enrolment.Doubt(
          name: person.name, key: person.key,
          words: Bilingual(
            zh: "名册里没有了，\(branches[stay.branch].name)的一段还没有写“至”",
            en: "isn't in the roster any more, and the stay in \(branches[stay.branch].name) has no end")))
    }
  }

  /// For each row, whom it means. Of two rows that mean one person the nearer has them, the other is somebody new.
  private func recognised(_ rows: [RosterRow]) -> [Int?] {
    var owner: [Int: (row: Int, rank: Int)] = [:]
    var found = [Int?](repeating: nil, count: rows.count)
    for (index, row) in rows.enumerated() {
      guard let number = person(of: row) else { continue }
      let person = known.people[number]
      let rank =
        !row.key.isEmpty
        ? 3 : (row.joined != nil && row.joined == person.joined ? 1 : 0) + (row.branch == person.branch ? 1 : 0)
      if let other = owner[number] {
        guard rank > other.rank else { continue }
        found[other.row] = nil
      }
      owner[number] = (index, rank)
      found[index] = number
    }
    return found
  }

  private func person(of row: RosterRow) -> Int? {
    if !row.key.isEmpty { return known.people.firstIndex { $0.key == row.key } }
    return known.candidates(row.name, row.branch, row.joined).first
  }

  /// `nil` for who left before anybody counted, and for a name that nobody can read, which is told.
  private mutating func newKey(for row: RosterRow) -> String? {
    if row.left.map({ $0 < since }) ?? false {
      result.gone += 1
      return nil
    }
    guard let (stem, pinyin) = spelling(of: row) else {
      result.doubts.append(
        Enrolment.Doubt(
          name: row.name, key: "",
          words: Bilingual(
            zh: "不知道拼音：在名册里写上“拼音”，或在 content/keys.csv 里写上一行",
            en: "can't be read: write `pinyin` in the roster, or a line of content/keys.csv")))
      return nil
    }
    var (key, number) = (row.key.isEmpty ? stem : row.key, 1)
    while !taken.insert(key).inserted {
      number += 1
      key = "\(stem)-\(number)"
    }
    let strokes =
      row.strokes.isEmpty ? strokeCounts("", of: row.name).map(String.init).joined(separator: " ") : row.strokes
    result.people.append(
      Enrolment.Person(
        name: row.name, branch: row.branch.map { branches[$0].id }, joined: row.joined, key: key, pinyin: pinyin,
        strokes: strokes))
    return key
  }

  /// What an id begins with, and the pinyin; a long name's id is cut, since an id has 64 characters at most.
  private func spelling(of row: RosterRow) -> (stem: String, pinyin: String)? {
    let written = row.pinyin.unicodeScalars.filter { $0.isASCII }.map(String.init).joined().lowercased()
    guard let pinyin = row.pinyin.isEmpty ? RomanisedName(row.name)?.pinyin : written else { return nil }
    let letters = pinyin.utf8.map { byte -> UInt8 in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) ? byte : 0x2D
    }
    let words = Array(letters.split(separator: 0x2D).joined(separator: [0x2D]))
    let stem = String(decoding: words.prefix(56), as: UTF8.self)
    return stem.isEmpty ? nil : (stem, row.pinyin.isEmpty ? pinyin : row.pinyin)
  }
}
