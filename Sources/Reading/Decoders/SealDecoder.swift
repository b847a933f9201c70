import Diagnostics
import Parsing
import Scoring
import Texts

/// What a seal states of the period it covers.
struct SealHead {
  let period: Period
  let asOf: Day
  let totals: Seal.Totals
  let program: String?
  let rulebook: Seal.Rules
  let entriesDigest: String
  let place: Place
}

/// content/years/<year>/seals/<period>.yaml: written by `dualpoints seal`.
func decodeSealHead(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let tree = draft.tree
  return draft.inYear(of: file) { draft, year in
    if let entries = missing(file.path, ".yaml", ".csv", tree) { draft.findings.report(.missingFile(entries)) }
    guard let table = file.yaml(draft.findings) else { return false }
    let covered = period(table, "period")
    let asOf = table.day("sealed_as_of")
    let reach = draft.reach(asOf, at: table.place(of: "sealed_as_of"))
    let entries = table.whole("entries")
    let (points, capped) = (table.value("points")?.sum(), table.value("capped")?.sum())
    let program = table.text(ifAny: "written_by")
    let rulebook: Seal.Rules =
      table.has("rules_sha256") ? .saying(table.text("rules_sha256")) : .written(table.text("rulebook_sha256"))
    let digest = table.text("entries_sha256")
    table.close()
    if let covered, let asOf, let entries, let points, let capped, reach != .waiting {
      year.sealHeads[file.captures[1]] = SealHead(
        period: covered, asOf: asOf, totals: Seal.Totals(entries: entries, points: points, capped: capped),
        program: program.isEmpty ? nil : program,
        rulebook: rulebook, entriesDigest: digest, place: file.start)
    }
    return true
  }
}

struct SealColumns: TableColumns {
  var layout = TableLayout()
  let kind, date, holder, item, points, capped, source, digest, essence: ColumnNumber

  init() {
    kind = layout.add("kind", "类")
    date = layout.add("date", "日期")
    holder = layout.add("holder", "对象")
    item = layout.add("item", "项目", required: false)
    points = layout.add("points", "得分")
    capped = layout.add("capped", "封顶未计")
    source = layout.add("source", "来源")
    digest = layout.add("digest", "摘要")
    essence = layout.add("essence", "要点", required: false)
  }
}

/// content/years/<year>/seals/<period>.csv: the entries a seal covers.
func decodeSealEntries(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = SealColumns()
  let tree = draft.tree
  return draft.inYear(of: file) { draft, year in
    if let head = missing(file.path, ".csv", ".yaml", tree) {
      draft.findings.report(.unfinishedSeal(file.captures[1], head, at: file.start))
    }
    guard var rows = file.rows(columns.layout, draft.findings) else { return false }
    var entries: [Seal.Entry] = []
    while rows.next() {
      let kind = Seal.Kind(rawValue: rows.required(columns.kind))
      if kind == nil, !rows.isEmpty(columns.kind) {
        let words = Seal.Kind.allCases.map { Bilingual(zh: $0.rawValue, en: $0.rawValue) }
        draft.findings.report(.unknownChoice(rows.text(columns.kind), words, at: rows.place(of: columns.kind)))
      }
      let (day, holder, item) = (rows.requiredDay(columns.date), rows.required(columns.holder), rows.text(columns.item))
      let (points, capped) = (rows.exactPoints(columns.points), rows.exactPoints(columns.capped))
      let (source, digest) = (rows.required(columns.source), rows.required(columns.digest))
      guard let kind, let day, let points, let capped else { continue }
      entries.append(
        Seal.Entry(
          kind: kind, day: day, holder: holder, item: item, points: points, capped: capped, source: source,
          digest: digest, essence: rows.isEmpty(columns.essence) ? nil : rows.text(columns.essence), place: rows.place))
    }
    year.sealEntries[file.captures[1]] = (file.index, entries)
    return rows.isSound
  }
}

/// A seal is two files; one alone proves nothing. The other half's path, if it isn't there.
private func missing(_ path: String, _ suffix: String, _ other: String, _ tree: SourceTree) -> String? {
  let path = String(path.dropLast(suffix.count)) + other
  return tree.index(of: path) == nil && !tree.isRefused(path) ? path : nil
}

extension Diagnostic {
  /// The entries are written first: so a seal looks that was stopped before its head stood, which can be made again.
  static func unfinishedSeal(_ name: String, _ head: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingFile, .warning, at: place,
      message: Bilingual(
        zh: "\(name) 的封账没有写完：缺少 \(head)，这份明细不算封账",
        en: "the seal of \(name) is unfinished: without \(head) these entries are no seal"),
      remedy: Bilingual(
        zh: "再运行一次 dualpoints seal \(name)；不要封账就删去这个文件", en: "Run dualpoints seal \(name) again, or remove this file"))
  }
}

extension YearDraft {
  /// The year's seals by name; halves without their other half were reported.
  var seals: [Seal] {
    sealHeads.sorted { $0.key < $1.key }.compactMap { name, head in
      sealEntries[name].map {
        Seal(
          name: name, period: head.period, asOf: head.asOf, program: head.program, rulebook: head.rulebook,
          totals: head.totals, entriesDigest: head.entriesDigest, entries: $0.entries, place: head.place,
          entriesFile: $0.file)
      }
    }
  }
}
