/// Years that follow one another in which somebody held an honor.
package struct StreakRun: Sendable, Equatable {
  /// Indexes into the ledger's years, both included.
  package let first: Int
  package let last: Int
  package var count: Int { last - first + 1 }
}

/// The runs of one holder, a single year being one of them, in the order of time.
/// - Parameter counts: for each year of the ledger how many years in a row it is then, as `Streaks` counts them; 0 where
///   the honor isn't held.
package func streakRuns(_ counts: [Int]) -> [StreakRun] {
  counts.indices.compactMap { last in
    let count = counts[last]
    // It goes on where the next year counts one more: a year that the ledger lacks begins anew at 1.
    guard count > 0, last + 1 == counts.count || counts[last + 1] != count + 1 else { return nil }
    return StreakRun(first: last - count + 1, last: last)
  }
}
