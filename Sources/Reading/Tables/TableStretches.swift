import Diagnostics
import Scoring

/// Large tables are read in stretches, several at a time. A stretch begins after a line end, but whether a row begins
/// there is only known when the stretch before it has been read: the line end may stand in a quoted cell. So each is read
/// on trust, and read again if the one before ended elsewhere. Where a file is cut depends on its size and bytes alone,
/// hence what is read, and told, doesn't depend on who read it.
private struct Stretch {
  let start: Int
  /// Of `start`; known for a file's first stretch at once, for the others when line ends have been counted.
  var line: Int32
  /// Rows that begin before it belong to the stretch, wherever they end.
  let end: Int

  var isFirst: Bool { start == 0 }
}

/// One file's rows, as its reader made them part by part, in the order of the file.
struct ReadTable<Part: Sendable> {
  fileprivate(set) var parts: [Part] = []
  /// Whether every row could be read.
  fileprivate(set) var isSound = true
}

/// What one stretch was read to.
private struct ReadStretch<Part: Sendable>: Sendable {
  let part: Part
  let isSound: Bool
  /// The first byte and line behind it.
  let position: Int
  let line: Int32
}

extension Draft {
  /// Reads the rows of tables of one kind, by number of the file in the tree; files whose header is mistaken are left out.
  /// What the rows' findings are told is reported in the order of files and rows.
  func readTables<Part: Sendable>(
    _ files: [InputFile], _ columns: [Column], _ read: @Sendable (inout CSVRows, InputFile) -> Part
  ) -> [Int32: ReadTable<Part>] {
    let cuts = files.map { stretches(of: $0.bytes) }
    let work = files.indices.flatMap { file in cuts[file].map { (file: file, stretch: $0) } }
    let background = findings.background
    let readings = crew.map(work.count) { index in
      readStretch(work[index].stretch, files[work[index].file], columns, background, read)
    }
    var tables: [Int32: ReadTable<Part>] = [:]
    var index = 0
    for (file, stretches) in zip(files, cuts) {
      tables[file.index] = join(readings[index..<index + stretches.count], stretches) {
        readStretch($0, file, columns, background, read)
      }
      index += stretches.count
    }
    return tables
  }

  private func join<Part: Sendable>(
    _ readings: ArraySlice<(ReadStretch<Part>?, Findings.Haul)>, _ stretches: [Stretch],
    again: (Stretch) -> (ReadStretch<Part>?, Findings.Haul)
  ) -> ReadTable<Part>? {
    var table = ReadTable<Part>()
    var reached: (position: Int, line: Int32)?
    for (var (reading, haul), stretch) in zip(readings, stretches) {
      if let reached, reached.position != stretch.start {
        // A quoted cell runs over the cut, and perhaps over the whole stretch.
        guard reached.position < stretch.end else { continue }
        (reading, haul) = again(Stretch(start: reached.position, line: reached.line, end: stretch.end))
      }
      findings.absorb(haul)
      guard let reading else { return nil }
      table.parts.append(reading.part)
      table.isSound = table.isSound && reading.isSound
      reached = (reading.position, reading.line)
    }
    return table
  }

  private func stretches(of bytes: [UInt8]) -> [Stretch] {
    var starts = [0]
    while true {
      let start = lineStart(in: bytes.span, from: starts[starts.count - 1] + stretch)
      if start >= bytes.count { break }
      starts.append(start)
    }
    let ends = starts.dropFirst() + [bytes.count]
    let lines = crew.map(starts.count - 1) { [starts] in lineEnds(in: bytes.span.extracting(starts[$0]..<starts[$0 + 1])) }
    var line: Int32 = 1
    return zip(zip(starts, ends), [0] + lines).map { range, before in
      line += before
      return Stretch(start: range.0, line: line, end: range.1)
    }
  }
}

private func readStretch<Part: Sendable>(
  _ stretch: Stretch, _ file: InputFile, _ columns: [Column], _ background: Findings.Background,
  _ read: (inout CSVRows, InputFile) -> Part
) -> (ReadStretch<Part>?, Findings.Haul) {
  let findings = Findings(background)
  guard var rows = file.rows(columns, findings) else {
    // A mistaken header is told by the file's first stretch, and nobody reads on.
    return (nil, stretch.isFirst ? findings.haul : Findings.Haul())
  }
  if !stretch.isFirst { rows.move(to: stretch.start, line: stretch.line) }
  rows.stop(before: stretch.end)
  let part = read(&rows, file)
  return (ReadStretch(part: part, isSound: rows.isSound, position: rows.position, line: rows.nextLine), findings.haul)
}

/// The first byte behind a line end that stands at `position` or after.
private func lineStart(in bytes: Span<UInt8>, from position: Int) -> Int {
  var i = position
  while i < bytes.count, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
  if i + 1 < bytes.count, bytes[i] == 0x0D, bytes[i + 1] == 0x0A { i += 1 }
  return i + 1
}

/// LF, CRLF and CR, none of them cut in two.
private func lineEnds(in bytes: Span<UInt8>) -> Int32 {
  var feeds: Int32 = 0
  var returns: Int32 = 0
  for i in bytes.indices {
    feeds &+= bytes[i] == 0x0A ? 1 : 0
    returns &+= bytes[i] == 0x0D ? 1 : 0
  }
  guard returns > 0 else { return feeds }
  for i in bytes.indices.dropFirst() where bytes[i] == 0x0A && bytes[i - 1] == 0x0D { returns -= 1 }
  return feeds + returns
}
