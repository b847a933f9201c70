/// What a number is shown as.
enum NumberShape: UInt8, Sendable { case number, day, dayTime, time, duration }

/// A format of numbers as far as days and times go: which of its sections is for which numbers, and what each shows.
struct NumberFormat: Hashable, Sendable {
  /// `[>=100]` before a section.
  struct Condition: Hashable, Sendable {
    enum Comparison: Sendable { case less, lessOrEqual, equal, unequal, greaterOrEqual, greater }
    let comparison: Comparison
    let bound: Double
  }

  struct Section: Hashable, Sendable {
    let condition: Condition?
    let shape: NumberShape
  }

  /// At least one; those for numbers: a fourth, for texts, is left out.
  let sections: [Section]
  /// Whether every number under it is a plain number: nearly all formats are.
  let isPlain: Bool

  init(sections: [Section]) {
    self.sections = sections
    isPlain = sections.allSatisfy { $0.shape == .number }
  }

  init(_ shape: NumberShape) { self.init(sections: [Section(condition: nil, shape: shape)]) }

  static let general = NumberFormat(.number)

  func shape(of number: StoredDecimal) -> NumberShape {
    if isPlain { return .number }
    if sections.count == 1 { return sections[0].shape }
    if sections.contains(where: { $0.condition != nil }) { return conditional(number) }
    if number.isNegative { return sections[1].shape }
    return number.mantissa == 0 && sections.count > 2 ? sections[2].shape : sections[0].shape
  }

  /// The first section whose condition holds; one without a condition takes the rest, the second of two the negative ones
  /// where the first says nothing of them.
  private func conditional(_ number: StoredDecimal) -> NumberShape {
    let value = number.approximate
    for section in sections {
      guard let condition = section.condition, !condition.holds(for: value) else { return section.shape }
    }
    return sections[sections.count - 1].shape
  }
}

extension NumberFormat.Condition {
  func holds(for value: Double) -> Bool {
    switch comparison {
    case .less: value < bound
    case .lessOrEqual: value <= bound
    case .equal: value == bound
    case .unequal: value != bound
    case .greaterOrEqual: value >= bound
    case .greater: value > bound
    }
  }
}

extension StoredDecimal {
  /// Near enough to choose between the sections of a format.
  var approximate: Double {
    var text: [UInt8] = []
    write(to: &text)
    return Double(String(decoding: text, as: UTF8.self)) ?? 0
  }
}

/// The formats that workbooks use without writing them down. 27 to 36 and 50 to 58 are written by the East Asian editions
/// and by WPS, and are meant as the Chinese one shows them.
func builtInFormat(_ id: Int) -> NumberFormat {
  switch id {
  case 14...17, 27...31, 36, 50...54, 57, 58: NumberFormat(.day)
  case 18...21, 32...35, 45, 47, 55, 56: NumberFormat(.time)
  case 22: NumberFormat(.dayTime)
  case 46: NumberFormat(.duration)
  default: .general
  }
}
