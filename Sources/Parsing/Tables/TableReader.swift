import Scoring

/// Large tables are read in stretches, several at a time. A stretch begins after a line end, but whether a row begins
/// there is only known when the stretch before it has been read: the line end may stand in a quoted cell. So each is read
/// on trust, and read again if the one before ended elsewhere. Where a file is cut depends on its size and bytes alone,
/// hence what is read, and reported, doesn't depend on who read it.
private struct Stretch {
  let start: Int
  /// Rows that begin before it belong to the stretch, wherever they end.
  let end: Int

  var isFirst: Bool { start == 0 }
}

/// One file's rows, as its reader made them stretch by stretch, in the order of the file.
package struct ReadTable<Part: Sendable>: Sendable {
  /// Lines are counted from the beginning of each part, behind `linesBefore` others.
  package fileprivate(set) var parts: [(part: Part, linesBefore: Int32)] = []
  /// Whether every row could be read.
  package fileprivate(set) var isSound = true
}

/// What one stretch was read to.
private struct ReadStretch<Part: Sendable>: Sendable {
  let part: Part
  let isSound: Bool
  /// Where it ended: the first byte behind it, and the lines it has.
  let end: Int
  let lines: Int32
  let unnamed: UnnamedCells
}

/// Reads large tables, several stretches at a time.
package struct TableReader {
  private let pool: any WorkPool
  private let findings: MistakeCollector
  /// Bytes that are read at one go.
  private let stretch: Int

  package init(pool: any WorkPool, findings: MistakeCollector, stretch: Int) {
    self.pool = pool
    self.findings = findings
    self.stretch = stretch
  }

  /// Reads the rows of tables of one kind, by number of the file in the tree; files whose header is mistaken are left out.
  /// What the rows' findings are given is reported in the order of files and rows.
  package func read<Part: Sendable>(
    _ files: [InputFile], _ layout: TableLayout, _ read: @Sendable (inout TableRows, InputFile) -> Part
  ) -> [Int32: ReadTable<Part>] {
    let cuts = files.map(stretches)
    let work = files.indices.flatMap { file in cuts[file].map { (file: file, stretch: $0) } }
    let background = findings.background
    let readings = pool.map(work.count) { index in
      readStretch(work[index].stretch, files[work[index].file], layout, background, read)
    }
    var tables: [Int32: ReadTable<Part>] = [:]
    var index = 0
    for (file, stretches) in zip(files, cuts) {
      tables[file.index] = join(readings[index..<index + stretches.count], stretches) {
        readStretch($0, file, layout, background, read)
      }
      index += stretches.count
    }
    return tables
  }

  private func join<Part: Sendable>(
    _ readings: ArraySlice<(ReadStretch<Part>?, MistakeCollector.Haul)>, _ stretches: [Stretch],
    again: (Stretch) -> (ReadStretch<Part>?, MistakeCollector.Haul)
  ) -> ReadTable<Part>? {
    var table = ReadTable<Part>()
    var unnamed = UnnamedCells()
    var (end, lines): (Int, Int32) = (0, 0)
    for (var (reading, haul), stretch) in zip(readings, stretches) {
      if end != stretch.start {
        // A quoted cell runs over the cut, and perhaps over the whole stretch.
        guard end < stretch.end else { continue }
        (reading, haul) = again(Stretch(start: end, end: stretch.end))
      }
      findings.absorb(haul, linesBefore: lines)
      guard let reading else { return nil }
      table.parts.append((reading.part, lines))
      unnamed.absorb(reading.unnamed, linesBefore: lines)
      table.isSound = table.isSound && reading.isSound
      end = reading.end
      lines += reading.lines
    }
    if unnamed.report(findings) { table.isSound = false }
    return table
  }

  private func stretches(of file: InputFile) -> [Stretch] {
    if file.table != nil { return [Stretch(start: 0, end: file.bytes.count)] }
    var starts = [0]
    // Which lines are damaged is known by their numbers in the file.
    while !findings.isDamaged(file.index) {
      let start = lineStart(in: file.bytes.span, from: starts[starts.count - 1] + stretch)
      if start >= file.bytes.count { break }
      starts.append(start)
    }
    return zip(starts, starts.dropFirst() + [file.bytes.count]).map { Stretch(start: $0, end: $1) }
  }
}

private func readStretch<Part: Sendable>(
  _ stretch: Stretch, _ file: InputFile, _ layout: TableLayout, _ background: MistakeCollector.Background,
  _ read: (inout TableRows, InputFile) -> Part
) -> (ReadStretch<Part>?, MistakeCollector.Haul) {
  let findings = MistakeCollector(background)
  guard var rows = file.rows(layout, findings) else {
    // A mistaken header is reported by the file's first stretch, and nobody reads on.
    return (nil, stretch.isFirst ? findings.haul : MistakeCollector.Haul())
  }
  rows.read(from: stretch.start, before: stretch.end)
  let part = read(&rows, file)
  let reading = ReadStretch(
    part: part, isSound: rows.isSound, end: rows.position, lines: rows.nextLine - 1, unnamed: rows.unnamedCells)
  return (reading, findings.haul)
}

/// The first byte behind a line end that stands at `position` or after.
private func lineStart(in bytes: Span<UInt8>, from position: Int) -> Int {
  var i = position
  while i < bytes.count, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
  if i + 1 < bytes.count, bytes[i] == 0x0D, bytes[i + 1] == 0x0A { i += 1 }
  return i + 1
}
