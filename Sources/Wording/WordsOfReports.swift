/// Words of reports on the ledger.
extension Words {
  package static let reports = "报告"
  /// In the place of a table without rows, and of a figure without one.
  package static let nothingFound = "没有查到这样的记录。"
  package static let nothing = "无"
  package static func awardCount(_ count: Int) -> String { "\(count)笔" }
}
