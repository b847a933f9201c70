import Parsing
import Scoring
import Texts

/// A table's stretches, and for each the number of its words among all.
struct StretchedTable<Part: Sendable>: Sendable {
  let file: InputFile
  let table: ReadTable<Part>
  let notes: [[Int32]]

  /// Whether every row was read; a stretch with whose shared rows the table has too many is reported.
  func isSound(_ shared: (Part) -> SharedRows, _ findings: MistakeCollector) -> Bool {
    var (sum, isBounded) = (SharedRows(), true)
    for (part, linesBefore) in table.parts where sum.add(shared(part)) {
      findings.report(.tooManyEntries(at: Place(file: file.index, line: linesBefore + 1)))
      isBounded = false
    }
    return table.isSound && isBounded
  }
}

extension Draft {
  /// Puts together what the tables of each year were read to, in the order of files and rows: by one thread a year, since
  /// what a year has hangs together, and the years don't.
  /// - Parameters:
  ///   - tables: by the number of their file.
  ///   - words: those of a stretch, which are numbered among those of all years, hence one file after the other.
  mutating func joinYears<Part, Joined: Sendable>(
    _ tables: [Int32: ReadTable<Part>], of files: [InputFile], words: (Part) -> ByteTable,
    _ join: @Sendable ([StretchedTable<Part>], MistakeCollector) -> Joined
  ) -> [(year: Int, joined: Joined)] {
    var tables = tables
    var byYear: [Int: [StretchedTable<Part>]] = [:]
    for file in files {
      guard let table = tables.removeValue(forKey: file.index), let year = Int(file.captures[0]), years[year] != nil
      else { continue }
      let notes = table.parts.map { words($0.part).numbers(in: &self.notes) }
      byYear[year, default: []].append(StretchedTable(file: file, table: table, notes: notes))
    }
    let (sorted, background) = (byYear.sorted { $0.key < $1.key }, findings.background)
    let joined = pool.map(sorted.count) { index in
      let findings = MistakeCollector(background)
      return (join(sorted[index].value, findings), findings.haul)
    }
    return zip(sorted, joined).map { year, joined in
      findings.absorb(joined.1, linesBefore: 0)
      return (year.key, joined.0)
    }
  }
}
