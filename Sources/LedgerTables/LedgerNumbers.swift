import Composing
import Reading
import Scoring
import Texts

/// What keys and numbers of rows stand for: the way back from a result to the ledger.
package final class LedgerNumbers {
  private let source: LedgerSource
  private let members: [String: Ref<Member>]
  private let branches: [String: Ref<Branch>]
  private let works: [String: Ref<Work>]
  /// The number before the first award of each account, in the order of the rows.
  private var accounts: [(before: Int, year: Ref<YearLedger>, member: Ref<Member>)] = []
  private var awardCount = 0

  package init(_ source: LedgerSource) {
    self.source = source
    let (roster, works) = (source.roster, source.ledger.works)
    members = Dictionary(
      roster.members.indices.map { (roster.members[$0].key, Ref($0)) }, uniquingKeysWith: { first, _ in first })
    branches = Dictionary(
      roster.branches.indices.map { (roster.branches[$0].id, Ref($0)) }, uniquingKeysWith: { first, _ in first })
    self.works = Dictionary(
      works.indices.map { (works[$0].id, Ref($0)) }, uniquingKeysWith: { first, _ in first })
    source.forEachYear { site, _, year in
      for index in source.members {
        accounts.append((awardCount, year, Ref(index)))
        awardCount += site.book.awards(of: Ref<Member>(index)).count { $0.day <= source.asOf }
      }
    }
  }

  package func member(_ key: String) -> Ref<Member>? { members[key] }
  package func branch(_ id: String) -> Ref<Branch>? { branches[id] }
  package func work(_ id: String) -> Ref<Work>? { works[id] }

  package func award(_ number: Int64) -> (year: Ref<YearLedger>, member: Ref<Member>, award: Award)? {
    guard number >= 1, number <= awardCount else { return nil }
    let account = accounts[accounts.partitioningIndex { $0.before >= Int(number) } - 1]
    let awards = source.context[account.year].book.awards(of: account.member).filter { $0.day <= source.asOf }
    return (account.year, account.member, awards[Int(number) - account.before - 1])
  }

  package func record(_ number: Int64) -> (year: Ref<YearLedger>, member: Ref<Member>, place: Place)? {
    for year in source.ledger.years.refs {
      let rows = source.years[Int(year.index)].records
      guard let index = rows.index(of: number) else { continue }
      let record = source.context[year].ledger.records[index]
      return (year, record.member, record.place)
    }
    return nil
  }

  package func welfare(_ number: Int64) -> (year: Ref<YearLedger>, member: Ref<Member>, place: Place)? {
    for year in source.ledger.years.refs {
      let rows = source.years[Int(year.index)].welfare
      guard let index = rows.index(of: number) else { continue }
      let entry = source.context[year].ledger.welfare[index]
      return (year, entry.member, entry.place)
    }
    return nil
  }

  package func activity(_ number: Int64) -> ActivityRef? {
    for year in source.ledger.years.refs {
      guard let index = source.years[Int(year.index)].activities.index(of: number) else { continue }
      return ActivityRef(year: year, activity: Ref(index))
    }
    return nil
  }
}

extension YearRows.Numbered {
  /// Into the year's list, of a row's number. Numbers of a year follow one another.
  fileprivate func index(of number: Int64) -> Int? {
    guard let first = order.first.map({ Int64(ids[Int($0)]) }), number >= first, number < first + Int64(order.count)
    else { return nil }
    return Int(order[Int(number - first)])
  }
}

/// The table whose rows a column of a table names; `nil` for one that names nothing.
package func tableNamed(by column: String, of table: String) -> String? {
  guard let definition = ledgerTables.first(where: { $0.name == table }),
    let found = definition.columns.first(where: { $0.name == column })
  else { return nil }
  return found.reference ?? (definition.keyColumn?.name == column ? table : nil)
}

/// Tables that the intranet's edition leaves empty.
package let officeOnlyTables = Set(ledgerTables.filter(\.isOfficeOnly).map(\.name))

/// The same, and columns (`table.column`) that it leaves empty.
package let officeOnlyNames: Set<String> = officeOnlyTables.union(
  ledgerTables.flatMap { table in table.columns.filter(\.isOfficeOnly).map { "\(table.name).\($0.name)" } })

/// By `table.column` the words that stand in it in the office's edition only.
package let officeOnlyWords: [String: Set<String>] = Dictionary(
  uniqueKeysWithValues: ledgerTables.flatMap { table in
    table.columns.filter { !$0.officeWords.isEmpty }.map { ("\(table.name).\($0.name)", $0.officeWords) }
  })
