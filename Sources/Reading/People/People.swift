import Diagnostics
import Parsing
import Scoring
import Texts

/// Whom a cell of people means.
enum People {
  case one(Ref<Member>)
  /// In the order of the cell, each once; all of a branch in the order of the roster.
  case several([Ref<Member>])
  /// Not all of them could be found, which is reported.
  case unclear
}

/// Finds the people of a table's cells: all that has to be known of the roster for it.
struct PeopleFinder: Sendable {
  private let members: Names<Member>
  private let branches: Names<Branch>
  private let units: Names<PartyUnit>
  private let roster: Roster
  /// Who stands under which unit while a year's period lasts; empty where there are no units.
  private let trees: [(period: Period, tree: OrganisationTree)]
  /// Of each branch, the stays in it in the order of the roster.
  private let stays: [[Membership]]

  init(_ draft: Draft) {
    members = draft.members.names
    branches = draft.branches.names
    units = draft.levels.units.names
    roster = draft.roster
    trees =
      draft.roster.levels.units.isEmpty
      ? []
      : draft.years.values.sorted { $0.year < $1.year }.compactMap { [roster = draft.roster] year in
        year.period.map { ($0, roster.tree(in: year.year)) }
      }
    var stays = [[Membership]](repeating: [], count: roster.branches.count)
    for stay in roster.memberships.joined() { stays[Int(stay.branch.index)].append(stay) }
    self.stays = stays
  }

  /// The branch whose table a file is: as the file says, or by its name.
  func branch(of file: InputFile) -> Ref<Branch>? {
    guard let name = file.branch ?? file.captures.last, case .found(let branch) = branches.naming(name) else {
      return nil
    }
    return branch
  }

  /// The people of a cell that must name somebody. An id is found without allocating.
  /// - Parameters:
  ///   - day: that of the row; `nil` where it can't be read.
  ///   - branch: whose table it is.
  func people(_ rows: TableRows, _ column: ColumnNumber, on day: Day?, in branch: Ref<Branch>?) -> People {
    if let member = rows.find(column, members) { return .one(member) }
    let naming = rows.naming(column, members)
    if case .found(let member) = naming { return .one(member) }
    if rows.isEmpty(column) {
      rows.missing(column)
      return .unclear
    }
    if case .unknown = naming {
      let cell = PeopleText(rows.text(column))
      let isOne = cell.isOneName
      if !isOne || branched(rows.text(column)) != nil {
        let found = people(cell, rows, column, on: day, in: branch)
        if isOne, case .several(let members) = found, members.count == 1 { return .one(members[0]) }
        return found
      }
    }
    return rows.reference(column, .member, members) { day != nil && roster.isOf(branch, on: day, $0) }.map { .one($0) }
      ?? .unclear
  }

  /// The people of a cell in a row that may say whose branch they are of: who of several of one name is meant, and whether
  /// they were there that day.
  func people(
    _ rows: TableRows, _ column: ColumnNumber, of branchColumn: ColumnNumber, on day: Day?, in table: Ref<Branch>?
  ) -> People {
    guard !rows.isEmpty(branchColumn) else { return people(rows, column, on: day, in: table) }
    guard let branch = rows.reference(branchColumn, .branch, branches) else { return .unclear }
    let found = people(rows, column, on: day, in: branch)
    guard let day else { return found }
    let members: [Ref<Member>] =
      switch found {
      case .one(let member): [member]
      case .several(let several): several
      case .unclear: []
      }
    // Somebody who is in no branch that day is told elsewhere.
    let elsewhere = members.filter { member in
      roster.memberships[Int(member.index)].contains { $0.covers(day) } && !roster.isOf(branch, on: day, member)
    }
    guard let first = elsewhere.first else { return found }
    rows.findings.report(
      .otherBranch(roster.members[first], roster.branches[branch], on: day, at: rows.place(of: branchColumn)))
    return .unclear
  }

  private func people(
    _ cell: PeopleText, _ rows: TableRows, _ column: ColumnNumber, on day: Day?, in branch: Ref<Branch>?
  ) -> People {
    var (found, isClear): ([Ref<Member>], Bool) = ([], true)
    var known = Set<Ref<Member>>()
    func located(_ piece: PeopleText.Piece) -> Located<String> {
      Located(piece.text, rows.place(of: column, after: piece.offset))
    }
    for part in cell.parts {
      switch part {
      case .name(let piece):
        let name = located(piece)
        guard let member = one(name, on: day, in: branch, rows.findings) else {
          isClear = false
          continue
        }
        if known.insert(member).inserted {
          found.append(member)
        } else {
          rows.findings.report(.namedTwice(name.value.shortened, at: name.place))
        }
      case .everybody(let named, let offset):
        let place = rows.place(of: column, after: offset)
        let whole = whole(named.map(located), in: branch, on: day, rows.findings)
        if whole == nil, named == nil { rows.findings.report(.wholeOfWhich(at: place)) }
        guard let whole, let day else {
          isClear = false
          continue
        }
        let all = everybody(of: whole, on: day)
        if all.isEmpty {
          rows.findings.report(.nobodyThere(whole.name, whole.id, on: day, at: place))
          isClear = false
        }
        let absent = absent(cell, among: all, of: whole, on: day, rows.findings, located)
        isClear = isClear && absent.count == cell.absent.count
        found += all.filter { !absent.contains($0) && known.insert($0).inserted }
      }
    }
    guard isClear else { return .unclear }
    if let stated = cell.stated, stated.count != found.count {
      rows.findings.report(.otherCount(found.count, stated: stated.count, at: located(stated.piece).place))
    }
    return found.isEmpty ? .unclear : .several(found)
  }

  /// The member of a name, or of a name and a branch: `李娜（软件支部）` is the one of that branch.
  private func one(
    _ name: Located<String>, on day: Day?, in table: Ref<Branch>?, _ findings: MistakeCollector
  ) -> Ref<Member>? {
    guard let (head, branch) = branched(name.value) else {
      return name.reference(.member, members, findings: findings) { day != nil && roster.isOf(table, on: day, $0) }
    }
    let member = Located(head, name.place).reference(.member, members, findings: findings) {
      day != nil && roster.isOf(branch, on: day, $0)
    }
    guard let member, let day, !roster.isOf(branch, on: day, member) else { return member }
    findings.report(.otherBranch(roster.members[member], roster.branches[branch], on: day, at: name.place))
    return nil
  }

  /// Name and branch of a text that is nobody's name as a whole, as `李明（大）` may be.
  private func branched(_ text: String) -> (name: String, branch: Ref<Branch>)? {
    guard case .unknown = members.naming(text), let (head, inner) = PeopleScanner(text).bracketed,
      !head.text.isEmpty, case .found(let branch) = branches.naming(inner.text)
    else { return nil }
    return (head.text, branch)
  }

  /// Whose members all are meant: of a branch, or of a unit and so of its branches.
  private struct Whole {
    let id: String
    let name: String
    let branches: [Ref<Branch>]
  }

  private func whole(
    _ named: Located<String>?, in table: Ref<Branch>?, on day: Day?, _ findings: MistakeCollector
  ) -> Whole? {
    if let named, case .unknown = branches.naming(named.value), case .found(let unit) = units.naming(named.value) {
      let tree = day.flatMap { day in trees.first { $0.period.contains(day) } }?.tree
      let one = roster.levels.units[unit]
      return Whole(id: one.id, name: one.name, branches: tree?.branches(in: unit) ?? [])
    }
    let branch = named.map { $0.reference(.branch, branches, findings: findings) } ?? table
    return branch.map { Whole(id: roster.branches[$0].id, name: roster.branches[$0].name, branches: [$0]) }
  }

  /// Its members on a day: branch after branch, each in the order of the roster.
  private func everybody(of whole: Whole, on day: Day) -> [Ref<Member>] {
    whole.branches.flatMap { stays[Int($0.index)].filter { $0.covers(day) }.map(\.member) }
  }

  private func absent(
    _ cell: PeopleText, among all: [Ref<Member>], of whole: Whole, on day: Day, _ findings: MistakeCollector,
    _ located: (PeopleText.Piece) -> Located<String>
  ) -> Set<Ref<Member>> {
    var absent = Set<Ref<Member>>()
    for piece in cell.absent {
      let name = located(piece)
      guard let member = name.reference(.member, members, findings: findings, among: { all.contains($0) }) else {
        continue
      }
      if !all.contains(member) {
        findings.report(.notOfWhole(roster.members[member], whole.name, whole.id, on: day, at: name.place))
      } else if !absent.insert(member).inserted {
        findings.report(.namedTwice(name.value.shortened, at: name.place))
      }
    }
    return absent
  }
}
