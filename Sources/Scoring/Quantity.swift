/// How much a record states (times, hours, articles …), exact in hundredths. No points: points come of it by a rule.
package struct Quantity: Hashable, Comparable, Sendable {
  package var hundredths: Int64

  package init(hundredths: Int64) { self.hundredths = hundredths }
  package init(_ whole: Int) { hundredths = Int64(whole) * 100 }

  package static let zero = Quantity(hundredths: 0)
  package static let one = Quantity(hundredths: 100)

  package static func < (a: Quantity, b: Quantity) -> Bool { a.hundredths < b.hundredths }
  package static func + (a: Quantity, b: Quantity) -> Quantity { Quantity(hundredths: a.hundredths + b.hundredths) }
  package static func - (a: Quantity, b: Quantity) -> Quantity { Quantity(hundredths: a.hundredths - b.hundredths) }
  package static prefix func - (a: Quantity) -> Quantity { Quantity(hundredths: -a.hundredths) }
}

extension Quantity: CustomStringConvertible {
  /// Always two decimals: `2.00`, `-0.50`. Seals hold it in this form.
  package var description: String { decimalText(hundredths, scale: 2, least: 2, most: 2) }

  /// Whole ones without decimals: `2`, `-0.50`.
  package var short: String { hundredths % 100 == 0 ? "\(hundredths / 100)" : description }
}

/// Minutes as hours, rounded half up to hundredths where they are shown; counted are always the minutes.
package struct Hours: Hashable, Sendable, CustomStringConvertible {
  package let hundredths: Int

  package init(minutes: Int) { hundredths = (minutes * 10 + 3) / 6 }

  /// `1.67`
  package var description: String { decimalText(Int64(hundredths), scale: 2, least: 2, most: 2) }
}

/// A score of an evaluation (S17), or what two of them combine to: per cent of score and weight, exact in ten-thousandths.
package struct EvaluationScore: Hashable, Comparable, Sendable {
  package let tenThousandths: Int

  package init(tenThousandths: Int) { self.tenThousandths = tenThousandths }
  package init(hundredths: Int) { tenThousandths = hundredths * 100 }

  package static func < (a: EvaluationScore, b: EvaluationScore) -> Bool { a.tenThousandths < b.tenThousandths }

  /// Never rounded, since a rounded 90.00 that missed the grade 90 would explain nothing: `84`, `79.5`.
  package var short: String { decimalText(Int64(tenThousandths), scale: 4, least: 0, most: 4) }

  /// The same with two decimals at least: `81.30`, `82.665`.
  package var exact: String { decimalText(Int64(tenThousandths), scale: 4, least: 2, most: 4) }
}

extension EvaluationRule {
  /// What two evaluations combine to; `nil` while a side that counts is missing.
  package func combined(own: EvaluationScore?, head: EvaluationScore?) -> EvaluationScore? {
    switch method {
    case .headOnly: head
    case .weighted:
      own.flatMap { own in
        head.map {
          EvaluationScore(
            tenThousandths: (own.tenThousandths * selfWeight + $0.tenThousandths * headWeight) / 100)
        }
      }
    case .lowerOfTwo: own.flatMap { own in head.map { min(own, $0) } }
    }
  }

  /// The highest grade that a combined score reaches; `nil` below the lowest.
  package func grade(of combined: EvaluationScore) -> Int? {
    grades.filter { $0 * 10_000 <= combined.tenThousandths }.max()
  }
}
