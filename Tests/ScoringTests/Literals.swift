import Scoring

extension Points: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
  public init(floatLiteral value: Double) { self.init(millionths: Int64((value * 1_000_000).rounded())) }
}

extension Quantity: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
  public init(floatLiteral value: Double) { self.init(hundredths: Int64((value * 100).rounded())) }
}

extension Quantity {
  /// As many units of one point as make these points.
  init(of points: Points) { self.init(hundredths: points.millionths / 10_000) }
}

extension Day: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
      preconditionFailure("no such day: \(text)")
    }
    self = day
  }
}
