import Sheets

/// The rows that the filters of a sheet's tables may hide.
func tableFilters(of sheet: String, in archive: PartArchive) throws(WorkbookRefusal) -> [ClosedRange<Int32>] {
  var found: [ClosedRange<Int32>] = []
  for relationship in try readRelationships(of: sheet, in: archive) where relationship.kind == "table" {
    guard let part = relationship.part, archive.has(part) else { continue }
    let reader = TableFilter()
    try archive.read(part, with: reader)
    if let rows = reader.filtered { found.append(rows) }
  }
  return found
}

private final class TableFilter: PartReader {
  private var range: CellRange?
  private(set) var filtered: ClosedRange<Int32>?

  override func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    switch (depth, name) {
    case (0, "table"): return true
    case (1, "autoFilter"):
      range = attributes.first { $0.name == "ref" }.flatMap { cellRange($0.value) }
      return true
    case (2, "filterColumn"): filtered = range?.belowHeader
    default: break
    }
    return false
  }
}

extension [ClosedRange<Int32>] {
  /// What is in both; each sorted, without overlaps.
  func intersection(_ others: [ClosedRange<Int32>]) -> [ClosedRange<Int32>] {
    var result: [ClosedRange<Int32>] = []
    var (one, other) = (0, 0)
    while one < count, other < others.count {
      let low = Swift.max(self[one].lowerBound, others[other].lowerBound)
      let high = Swift.min(self[one].upperBound, others[other].upperBound)
      if low <= high { result.append(low...high) }
      if self[one].upperBound < others[other].upperBound { one += 1 } else { other += 1 }
    }
    return result
  }
}
