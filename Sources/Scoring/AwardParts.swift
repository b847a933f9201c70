extension Award {
  /// Whether a branch award belongs to the activity part; else it is of the reward part (S21).
  package var isActivity: Bool { if case .activity = reason { true } else { false } }
}

extension Item.Form {
  /// Whether a record of it takes points away.
  package var isDeduction: Bool {
    if case .perRecord(let points) = self { points < .zero } else { false }
  }
}
