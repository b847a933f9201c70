extension Award {
  /// Whether a branch award belongs to the activity part; else it is of the reward part (S21).
  package var isActivity: Bool { if case .activity = reason { true } else { false } }
}

extension Item.Form {
  /// Whether a record of it takes points away, whatever it says.
  package var isDeduction: Bool {
    values.contains { $0 < .zero } && !values.contains { $0 > .zero }
  }
}
