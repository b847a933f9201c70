import Paper

/// The honor roll (光荣榜) of a year, as a book.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func printHonorRoll(_ order: PrintOrder) throws -> PrintReport {
  try typeset(order, boxes: .refuse) { .honorRoll($0, year: $1) }
}

/// The honor roll as one A3 sheet.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func printPoster(_ order: PrintOrder) throws -> PrintReport {
  try typeset(order, boxes: .refuse) { .poster($0, year: $1) }
}

/// The public notice of a year on A3: who may enter the PK, and how to object.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func printNotice(_ order: PrintOrder) throws -> PrintReport {
  try typeset(order, boxes: .refuse) { .notice($0, year: $1) }
}
