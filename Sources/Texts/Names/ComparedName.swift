extension String {
  /// A name as it is compared with others: 张　三, set apart so that a column of names lines up, is 张三. Between two Han no
  /// space counts, of whatever kind; the words of a Latin name keep theirs.
  package var asCompared: String {
    let scalars = unicodeScalars
    guard scalars.contains(where: \.isUnseen) else { return self }
    var result = String.UnicodeScalarView()
    var waiting = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar.isUnseen {
        waiting.append(scalar)
        continue
      }
      let isWithinHan = (result.last?.isHanOrDot ?? true) && scalar.isHanOrDot
      if !isWithinHan, !result.isEmpty { result.append(contentsOf: waiting) }
      waiting.removeAll()
      result.append(scalar)
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Han, or the dot between the parts of a long name.
  fileprivate var isHanOrDot: Bool { properties.isIdeographic || value == 0xB7 || value == 0x2022 || value == 0x30FB }
}
