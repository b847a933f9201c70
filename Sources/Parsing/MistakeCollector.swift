import Diagnostics
import Texts

/// Collects the mistakes of one reading. A name nobody defines is reported once, at its first use, with the number of
/// further uses; and not at all while the file that should define it can't be read: one mistake, one diagnostic.
package final class MistakeCollector {
  /// A name that leads to nobody, or to several.
  fileprivate struct Unknown: Hashable {
    let scope: NameScope
    let name: String
    let isAmbiguous: Bool
  }
  fileprivate struct Use {
    let place: Place
    var count: Int
    /// Whom it may be meant for; of an ambiguous one, all who bear it.
    let meant: Bilingual?
  }

  /// What was known before anything was found: enough for a part of the work to collect by itself.
  package struct Background: Sendable {
    fileprivate var tree: SourceTree
    /// Lines with damaged bytes, of files that have any.
    fileprivate var damaged: [Int32: Set<Int32>]
    fileprivate var spoiled = Set<NameScope>()
  }

  /// What was found, to be handed from thread to thread.
  package struct Haul: Sendable {
    fileprivate var diagnostics: [Diagnostic] = []
    fileprivate var unknowns: [Unknown: Use] = [:]
    /// How many stand in `diagnostics` and `unknowns` of each file, and how many more there are: a million bad rows must
    /// not take a gigabyte.
    fileprivate var errors: [Int32: Int] = [:]
    fileprivate var warnings: [Int32: Int] = [:]
    fileprivate var names: [Int32: Int] = [:]
    /// Kinds of which a name was unknown that isn't reported, since not all of them are known.
    fileprivate var passedOver: Set<ReferenceKind> = []
    fileprivate var waiting: [Int32: Waiting] = [:]
  }

  private struct WorkbookColumn: Hashable {
    let path: String
    let name: String
  }

  /// What a file holds that waits for its day.
  package struct Waiting: Sendable {
    package fileprivate(set) var count: Int
    package fileprivate(set) var first: Place
  }

  package private(set) var background: Background
  package private(set) var haul = Haul()
  /// Names that are known as something else than what they are written for, by kind and folded spelling.
  private var misnomers: [ReferenceKind: [String: Misnomer]] = [:]
  /// Where in `haul` a column is reported, and which further sheets have it.
  private var sameColumns: [WorkbookColumn: (index: Int, others: [String])] = [:]

  package init(tree: SourceTree) { background = Background(tree: tree, damaged: damagedLines(of: tree)) }

  package init(_ background: Background) { self.background = background }

  /// Another collector that has found the same, and goes on by itself.
  /// - Parameter tree: the same files under the same numbers; what was found stands in those that didn't change.
  package func continued(in tree: SourceTree) -> MistakeCollector {
    let other = MistakeCollector(background)
    (other.background.tree, other.background.damaged) = (tree, damagedLines(of: tree))
    (other.haul, other.misnomers, other.sameColumns) = (haul, misnomers, sameColumns)
    return other
  }

  /// `path:line` of a place, for messages that point at a second one.
  package func citation(_ place: Place) -> String { background.tree.citation(of: place) }

  /// Where a character stands for the first time from a place on, on its line.
  package func place(of scalar: Unicode.Scalar, from place: Place) -> Place? {
    background.tree.place(of: scalar, from: place)
  }

  package func report(_ diagnostic: Diagnostic) {
    if let place = diagnostic.place {
      if background.damaged[place.file]?.contains(place.line) == true { return }
      let isFull =
        diagnostic.severity == .error ? isFull(&haul.errors, place.file) : isFull(&haul.warnings, place.file)
      if isFull { return }
    }
    haul.diagnostics.append(diagnostic)
  }

  /// A column of a sheet that nobody knows: of the sheets of a workbook that have it the first is told, with the others.
  package func report(column name: String, _ diagnostic: Diagnostic) {
    guard let cited = diagnostic.place.map(background.tree.cited), case .cell(let sheet, _, _) = cited.spot else {
      return report(diagnostic)
    }
    let key = WorkbookColumn(path: cited.path, name: name)
    if sameColumns[key] != nil {
      sameColumns[key]?.others.append(sheet)
    } else {
      let count = haul.diagnostics.count
      report(diagnostic)
      if haul.diagnostics.count > count { sameColumns[key] = (count, []) }
    }
  }

  /// An error that takes work to put into words, which is only done while its file hasn't had its share.
  package func report(errorAt place: Place, _ diagnostic: @autoclosure () -> Diagnostic) {
    guard haul.errors[place.file, default: 0] < Diagnostic.mostPerFile else {
      return countFurther(1, file: place.file)
    }
    report(diagnostic())
  }

  package func report(_ more: [Diagnostic]) { for diagnostic in more { report(diagnostic) } }

  /// More errors of a file that has had its share of reports.
  package func countFurther(_ more: Int, file: Int32) { haul.errors[file, default: 0] += more }

  private func isFull(_ counts: inout [Int32: Int], _ file: Int32) -> Bool {
    counts[file, default: 0] += 1
    return counts[file, default: 0] > Diagnostic.mostPerFile
  }

  /// Something that is dated later than the day, and no mistake.
  package func wait(at place: Place) { wait(Waiting(count: 1, first: place)) }

  /// What waits, by file.
  package var waiting: [Int32: Waiting] { haul.waiting }

  private func wait(_ more: Waiting) {
    let sum = haul.waiting[more.first.file, default: Waiting(count: 0, first: more.first)]
    haul.waiting[more.first.file] = Waiting(count: sum.count + more.count, first: min(sum.first, more.first))
  }

  /// The names of this kind are not all known, since what defines them has a mistake of its own.
  package func spoil(_ kind: ReferenceKind, year: Int? = nil) {
    background.spoiled.insert(NameScope(kind: kind, year: year))
  }

  package func isSpoiled(_ kind: ReferenceKind, year: Int? = nil) -> Bool {
    background.spoiled.contains(NameScope(kind: kind, year: year))
      || (year != nil && background.spoiled.contains(NameScope(kind: kind, year: nil)))
  }

  package func unknown(
    _ kind: ReferenceKind, _ name: String, year: Int? = nil, at place: Place, suggestion: @autoclosure () -> Bilingual?
  ) {
    guard !isSpoiled(kind, year: year) else {
      haul.passedOver.insert(kind)
      return
    }
    note(kind, name, year, isAmbiguous: false, at: place, suggestion)
  }

  /// What to say of a name instead of that nobody defines it.
  package func explain(_ kind: ReferenceKind, _ foldedName: String, _ misnomer: Misnomer) {
    misnomers[kind, default: [:]][foldedName] = misnomer
  }

  /// Whether a name of this kind was looked for in vain and not reported.
  package func hasPassedOver(_ kind: ReferenceKind) -> Bool { haul.passedOver.contains(kind) }

  /// A name that several bear, none of whom fits better than the others.
  package func ambiguous(
    _ kind: ReferenceKind, _ name: String, year: Int? = nil, at place: Place, bearers: @autoclosure () -> Bilingual
  ) {
    note(kind, name, year, isAmbiguous: true, at: place, bearers)
  }

  private func note(
    _ kind: ReferenceKind, _ name: String, _ year: Int?, isAmbiguous: Bool, at place: Place, _ meant: () -> Bilingual?
  ) {
    if background.damaged[place.file]?.contains(place.line) == true { return }
    let key = Unknown(
      scope: NameScope(kind: kind, year: year), name: name.shortened, isAmbiguous: isAmbiguous)
    note(key, count: 1, in: place.file) { Use(place: place, count: 1, meant: meant()) }
  }

  private func note(_ key: Unknown, count: Int, in file: Int32, _ use: () -> Use) {
    if haul.unknowns[key] != nil {
      haul.unknowns[key]?.count += count
    } else if isFull(&haul.names, file) {
      haul.names[file, default: 0] += count - 1
    } else {
      haul.unknowns[key] = use()
    }
  }

  func isDamaged(_ file: Int32) -> Bool { background.damaged[file] != nil }

  /// Takes over what a part of the work found, as if it had been found here.
  /// - Parameter linesBefore: lines before those the part counted.
  package func absorb(_ part: Haul, linesBefore: Int32) {
    for var diagnostic in part.diagnostics {
      diagnostic.place = diagnostic.place?.moved(down: linesBefore)
      report(diagnostic)
    }
    haul.passedOver.formUnion(part.passedOver)
    for (key, use) in part.unknowns.sorted(by: { $0.value.place < $1.value.place }) {
      note(key, count: use.count, in: use.place.file) {
        Use(place: use.place.moved(down: linesBefore), count: use.count, meant: use.meant)
      }
    }
    for waiting in part.waiting.values {
      wait(Waiting(count: waiting.count, first: waiting.first.moved(down: linesBefore)))
    }
    // What the part counted beyond the share it kept.
    let further = { (counts: [Int32: Int]) in
      counts.mapValues { $0 - Diagnostic.mostPerFile }.filter { $0.value > 0 }
    }
    haul.errors.merge(further(part.errors), uniquingKeysWith: +)
    haul.warnings.merge(further(part.warnings), uniquingKeysWith: +)
    haul.names.merge(further(part.names), uniquingKeysWith: +)
  }

  /// Lets the last of each file that has more than were kept tell how many.
  private func count(_ counts: [Int32: Int], _ severity: Diagnostic.Severity, in all: inout [Diagnostic]) {
    for (file, count) in counts where count > Diagnostic.mostPerFile {
      let last = all.lastIndex { $0.place?.file == file && $0.severity == severity }
      if let last { all[last].further += count - Diagnostic.mostPerFile }
    }
  }

  /// Everything found, in reading order; of a file with too many mistakes the first.
  package func all() -> [Diagnostic] {
    let names = haul.unknowns.map { key, use in
      if !key.isAmbiguous, let misnomer = misnomers[key.scope.kind]?[key.name.foldedName] {
        return misnomer.diagnostic(at: use.place, more: use.count - 1)
      }
      return key.isAmbiguous
        ? Diagnostic.ambiguousReference(
          key.scope.kind, key.name, at: use.place, more: use.count - 1, bearers: use.meant)
        : Diagnostic.unknownReference(
          key.scope.kind, key.name, year: key.scope.year, at: use.place, more: use.count - 1, suggestion: use.meant)
    }
    var found = haul.diagnostics
    for (index, others) in sameColumns.values where !others.isEmpty {
      found[index] = found[index].also(in: others)
    }
    var all = (found + names).inReadingOrder()
    count(haul.errors, .error, in: &all)
    count(haul.names, .error, in: &all)
    count(haul.warnings, .warning, in: &all)
    return all.capped()
  }
}

/// What can't be read of a line with damaged bytes has its reason reported already.
private func damagedLines(of tree: SourceTree) -> [Int32: Set<Int32>] {
  var damaged: [Int32: Set<Int32>] = [:]
  for path in tree.refused {
    guard let file = tree.index(of: path) else { continue }
    var line: Int32 = 1
    var lines = Set<Int32>()
    let source = tree.files[Int(file)]
    let bytes = source.bytes
    for (index, byte) in bytes.enumerated() {
      if source.endsLine(at: index) { line += 1 }
      // U+FFFD, which stands for what was wrong.
      if byte == 0xEF, bytes[index...].starts(with: [0xEF, 0xBF, 0xBD]) { lines.insert(line) }
    }
    damaged[file] = lines
  }
  return damaged
}

extension Diagnostic {
  /// With the further sheets for which the same holds.
  fileprivate func also(in sheets: [String]) -> Diagnostic {
    let (zh, en) = (sheets.listed(with: "、"), sheets.listed(with: ", "))
    return Diagnostic(
      code, severity, at: place, path: path,
      message: Bilingual(
        zh: message.zh + "（另有 \(sheets.count) 张表也是：\(zh)）", en: message.en + " (and so in \(sheets.count) more: \(en))"),
      remedy: remedy)
  }
}
