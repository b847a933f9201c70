import Parsing
import Scoring

/// Neighbouring files as they were read, with what was found in them.
struct FileStretch<Read: Sendable>: Sendable {
  let files: [Read]
  let haul: MistakeCollector.Haul
}

extension Draft {
  /// Reads files side by side, of which none needs another, and takes over what is found, in their order.
  /// - Parameters:
  ///   - size: how many neighbours are read in one go: enough for findings of their own to cost nothing.
  ///   - known: a stretch that was read before, by its number and its files.
  func readSideBySide<Read: Sendable>(
    _ files: [InputFile], size: Int,
    known: @Sendable (Int, ArraySlice<InputFile>) -> FileStretch<Read>? = { _, _ in nil },
    _ read: @Sendable (InputFile, MistakeCollector) -> Read
  ) -> [FileStretch<Read>] {
    let background = findings.background
    let stretches = pool.map((files.count + size - 1) / size) { number in
      let own = files[number * size..<min((number + 1) * size, files.count)]
      if let known = known(number, own) { return known }
      let findings = MistakeCollector(background)
      let read = own.map { read($0, findings) }
      return FileStretch(files: read, haul: findings.haul)
    }
    for stretch in stretches { findings.absorb(stretch.haul, linesBefore: 0) }
    return stretches
  }
}
