import Scoring
import Texts

/// A record that a text leads to, by the id that its row has: rows move when others come before them, ids don't.
package struct RecordLink: Sendable {
  package enum Holders: Sendable {
    /// Everybody whom the row names.
    case members([Ref<Member>])
    case branch(Ref<Branch>)
  }

  /// Of the ledger: 2025.
  package let year: Int
  package let holders: Holders
  package let place: Place

  /// What a link to it is called by.
  /// - Parameter table: what the link's path resolves to, from the project folder.
  package static func key(_ table: String, id: String) -> String { "\(table)#\(id)" }
}

extension YearDraft {
  /// The record that has an id, whose row may be one that can't be read or waits for its day.
  func record(_ id: Ref<Record>) -> (address: RecordAddress, link: RecordLink?) {
    let address = recordsByID[Int(id.index)]
    let records = (address.isBranch ? branchRecords : self.records).records[address.indexes]
    guard let first = records.first else { return (address, nil) }
    let holders: RecordLink.Holders =
      address.isBranch ? .branch(Ref(Int(first.member.index))) : .members(records.map(\.member))
    return (address, RecordLink(year: year, holders: holders, place: first.place))
  }
}

extension RangeReplaceableCollection where Index == Int {
  fileprivate subscript(range: Range<Int32>) -> SubSequence { self[Int(range.lowerBound)..<Int(range.upperBound)] }
}
