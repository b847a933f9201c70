extension Ledger {
  /// The year that pages and reports speak of where none is named: the last that is under way on the report's day. The next
  /// one's rules may stand there already and its first days be over, while the one before it is on public notice.
  package var currentYear: Ref<YearLedger> {
    Ref(
      years.lastIndex { $0.isUnderWay(on: asOf) } ?? years.lastIndex { $0.period.first <= asOf } ?? 0)
  }
}

extension YearLedger {
  /// Whether anything of it was recorded by a day; what everybody starts with isn't.
  package func isUnderWay(on day: Day) -> Bool {
    guard period.first <= day else { return false }
    return records.contains { $0.day <= day } || branchRecords.contains { $0.entry.day <= day }
      || welfare.contains { $0.day <= day } || surveys.contains { $0.day <= day }
      || activities.contains { $0.held.map { $0 <= day } ?? false }
      || projects.contains { $0.stages.contains { $0.on <= day } } || ratings.contains { $0.on <= day }
  }
}
