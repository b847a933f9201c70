import Diagnostics
import Parsing
import Scoring
import Texts

/// What the content is read for.
package enum ReadingPurpose: Sendable, Equatable {
  case publication
  /// Texts that aren't published yet are read as if they were.
  case preview
  /// Other rules stand in the place of a year's own: grades written down were given under those.
  case trial(TriedRules)
  /// People and items without an id are what is looked for, and no mistake.
  /// - roster: the path of a roster that stands elsewhere: of its columns only those that are known are read.
  case enrolment(roster: String? = nil)

  package var isTrial: Bool { if case .trial = self { true } else { false } }
}

/// What `simulate` puts in the place of a year's own rules; it stands for all that it says.
package enum TriedRules: Sendable, Equatable {
  /// Another rulebook.yaml.
  case rulebook
  /// Another table of items, beside the year's rulebook.yaml.
  case items
}

/// Reads the content folder: every file decoded, every reference resolved, every mistake collected.
/// `Content` is `nil` exactly when there is an error among the diagnostics or a part of the content was refused when
/// loading; what follows from a refusal isn't reported again. Diagnostics come in reading order.
/// - Parameters:
///   - day: the day to stand for where the content leaves it open (`as_of: 逐日`); without one that is a mistake.
///   - pool: who parses Markdown and YAML files and reads the large tables, which is most of the work.
package func read(
  _ tree: SourceTree, on day: Day? = nil, for purpose: ReadingPurpose = .publication, pool: some WorkPool = OneByOne()
) -> (Content?, [Diagnostic]) {
  read(tree, on: day, for: purpose, pool: pool, stretch: 2 << 20)
}

/// - Parameter stretch: bytes of a table that are read at one go; decides how fast, never what.
func read(
  _ tree: SourceTree, on day: Day? = nil, for purpose: ReadingPurpose = .publication, pool: some WorkPool, stretch: Int
) -> (Content?, [Diagnostic]) {
  readDraft(tree, on: day, for: purpose, pool: pool, stretch: stretch).outcome()
}

/// Everything read, as far as it could be: up to the first file of a newer format.
func readDraft(
  _ tree: SourceTree, on day: Day? = nil, for purpose: ReadingPurpose = .publication, pool: some WorkPool, stretch: Int
) -> Draft {
  var (draft, routed) = readLedger(tree, on: day, for: purpose, pool: pool, stretch: stretch)
  if draft.newerFormat == nil { readTexts(&draft, routed, numbers: nil, pool: pool) }
  return draft
}

/// All that is read before the texts: the ledger, and what else texts may name.
/// - Returns: with it the files of every kind.
func readLedger(
  _ tree: SourceTree, on day: Day?, for purpose: ReadingPurpose, pool: some WorkPool, stretch: Int
) -> (Draft, [Routed]) {
  var draft = Draft(tree: tree, pool: pool, stretch: stretch)
  draft.wantedDay = day
  draft.purpose = purpose
  draft.takeOrigins()
  var routed = route(draft.tree, findings: draft.findings)
  checkYearFiles(&draft, routed)
  parseYAML(&routed, pool: pool)
  let kinds = routed.map(\.kind)
  decode(&draft, routed.filter { !$0.kind.isOfTexts }, kinds)
  if draft.newerFormat == nil { draft.settleStatedSums() }
  return (draft, routed)
}

/// Reads the texts into what was read before them, and checks what only the whole can tell.
/// - Parameter numbers: the personal numbers of an earlier tree.
/// - Returns: the personal numbers of this one.
@discardableResult
func readTexts(
  _ draft: inout Draft, _ routed: [Routed], numbers: EarlierNumbers?, pool: some WorkPool
) -> [FoundNumbers] {
  decode(&draft, routed.filter(\.kind.isOfTexts), routed.map(\.kind))
  if draft.hasEmptyRoster {
    draft.findings.report(.emptyRoster(names: draft.findings.hasPassedOver(.member)))
  }
  draft.held.sort { $0.path < $1.path }
  if let drafts = Diagnostic.drafts(draft.held) { draft.findings.report(drafts) }
  settleCharts(&draft)
  let found = checkPersonalIdentifiers(
    draft.tree, sheets: draft.readSheets, after: numbers, pool: pool, findings: draft.findings)
  let links = checkLinks(draft)
  draft.unusedAssets = links.unused.union(draft.unusedThemePictures())
  draft.recordLinks = links.records
  draft.reportWaiting(routed)
  return found
}

/// Decodes the files of some kinds, in the order of reading.
private func decode(_ draft: inout Draft, _ routed: [Routed], _ kinds: [FileKind]) {
  // What is read ahead is parsed then.
  draft.parseMarkdown(routed.filter { $0.kind.prepare == nil }.flatMap(\.files))
  for (kind, texts, sheets) in routed {
    // In the order of the tree, whichever of them are sheets.
    let files = (texts + draft.form(sheets, as: kind, kinds)).sorted { $0.index < $1.index }
    let refused = draft.tree.refused.filter(kind.concerns)
    for path in refused {
      let year =
        kind.pattern.begins(with: "content/years/") ? path.utf8.split(separator: 0x2F).dropFirst(2).first : nil
      for name in kind.defines { draft.findings.spoil(name, year: year.flatMap { Int(Substring($0)) }) }
    }
    if files.isEmpty, kind.isRequired, refused.isEmpty {
      draft.findings.report(.missingFile(kind.pattern))
      for name in kind.defines { draft.findings.spoil(name) }
    }
    kind.prepare?(&draft, files)
    for file in files where !kind.decode(&draft, file) {
      let year = kind.pattern.begins(with: "content/years/") ? Int(file.captures[0]) : nil
      for name in kind.defines { draft.findings.spoil(name, year: year) }
    }
    if draft.newerFormat != nil { return }
    kind.settle?(&draft)
    if kind.isOfRoster { draft.gatherRoster() }
  }
}

/// What is to be read of one kind: texts, and sheets that are yet to become tables.
typealias Routed = (kind: FileKind, files: [InputFile], sheets: [SheetInput])

/// What tells most kinds apart, since it has no star: a path's second part, and below a year its fourth.
private struct Folder: Hashable {
  let name: Substring
  let ofYear: Substring?

  init(_ parts: [Substring]) { (name, ofYear) = (parts[1], parts[1] == "years" && parts.count > 3 ? parts[3] : nil) }
}

/// Sorts the files to their kinds, reporting those that fit none.
private func route(_ tree: SourceTree, findings: MistakeCollector) -> [Routed] {
  let kinds = FileKind.all
  let rules = TableRules(tree, findings)
  rules.reportUnused(tree, findings)
  let router = SheetRouter(rules, kinds, findings)
  var sheets = [[SheetInput]](repeating: [], count: kinds.count)
  var files = [[InputFile]](repeating: [], count: kinds.count)
  let byFolder = Dictionary(grouping: kinds.indices) { Folder(kinds[$0].parts) }
  for (index, file) in tree.files.enumerated() where file.path.begins(with: "content/") {
    let parts = file.path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Substring.init)
    let isSafe = parts.allSatisfy { !$0.isEmpty && ($0.utf8.first != UInt8(ascii: ".") || ($0 != ".." && $0 != ".")) }
    if !isSafe {
      findings.report(Diagnostic.unsafePath(file.path, at: nil, path: file.path))
      continue
    }
    if rules.files.contains(Int32(index)) { continue }
    if file.sheet != nil {
      for (kind, input) in router.tables(of: file, at: Int32(index), parts: parts) { sheets[kind].append(input) }
      continue
    }
    let match = byFolder[Folder(parts)]?.lazy.compactMap { i in kinds[i].captures(of: parts).map { (i, $0) } }.first
    guard let (i, captures) = match, parts[1] != "years" || isYear(parts[2]) else {
      findings.report(.unknownFile(file.path, suggestion: suggestedPath(file.path)))
      continue
    }
    let input = InputFile(index: Int32(index), path: file.path, bytes: file.bytes, captures: captures)
    files[i].append(input)
  }
  let stamp = tree.stampPicture?.path
  for asset in tree.assets where asset.path.begins(with: "content/") && asset.path != stamp {
    let parts = asset.path.utf8.split(separator: 0x2F).map(Substring.init)
    let isBesideText = parts[1] == "pages" ? parts.count > 2 : parts[1] == "campaigns" && (4...5).contains(parts.count)
    let isOfTheme = parts.count == 3 && asset.path.begins(with: themeFolder)
    if !isBesideText, !isOfTheme { findings.report(.unknownFile(asset.path, suggestion: nil)) }
  }
  return kinds.indices.map { (kind: kinds[$0], files: files[$0], sheets: sheets[$0]) }
}

/// Parses every YAML file that holds a table, several at a time.
private func parseYAML(_ routed: inout [Routed], pool: some WorkPool) {
  let wanted = routed.indices.flatMap { i in
    routed[i].files.indices.filter { routed[i].files[$0].path.ends(with: ".yaml") }.map { (kind: i, file: $0) }
  }
  let files = wanted.map { routed[$0.kind].files[$0.file] }
  let parsed = pool.map(files.count) { ParsedYAML(files[$0]) }
  for (one, yaml) in zip(wanted, parsed) { routed[one.kind].files[one.file].yaml = yaml }
}

private func isYear(_ name: Substring) -> Bool {
  name.count == 4 && (Int(name).map { (1900...2199).contains($0) } ?? false)
}

/// A misspelt file among those with a fixed name in its folder.
private func suggestedPath(_ path: String) -> String? {
  let parts = path.utf8.split(separator: 0x2F).map(Substring.init)
  guard let name = parts.last else { return nil }
  let folder = parts.dropLast()
  let siblings = FileKind.all.map { $0.pattern.parts(at: "/") }.filter { pattern in
    pattern.count == parts.count && zip(pattern.dropLast(), folder).allSatisfy { $0 == "*" || $0 == $1 }
  }
  let names = siblings.compactMap { $0.last.map(String.init) }.filter { !$0.contains("*") }
  let others = names.filter { $0 != String(name) }
  return nearest(to: String(name), in: others).map { (folder.map(String.init) + [$0]).joined(separator: "/") }
}
