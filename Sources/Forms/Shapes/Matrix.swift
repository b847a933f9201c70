extension FormReading {
  mutating func readMatrix() {}
  mutating func readRoll() {}
  mutating func readBlocks() {}
  mutating func readSummary() {}
}
