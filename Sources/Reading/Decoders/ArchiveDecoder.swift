import Diagnostics
import Parsing
import Scoring
import Texts

struct ArchiveColumns: TableColumns {
  var layout = TableLayout()
  let id, title, on, fingerprint, files, keeper: ColumnNumber

  init() {
    id = layout.add("id", "编号")
    title = layout.add("title", "题名")
    on = layout.add("on", "日期")
    fingerprint = layout.add("fingerprint", "指纹")
    files = layout.add("files", "文件数")
    keeper = layout.add("keeper", "存放", required: false)
  }
}

/// content/archives.csv: the bags that were made, as `dualpoints archive --record` enters them.
func decodeArchives(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = ArchiveColumns()
  guard var rows = file.rows(columns.layout, draft.findings) else { return false }
  var first: [String: Place] = [:]
  while rows.next() {
    let (id, title, on) = (rows.id(columns.id), rows.required(columns.title), rows.requiredDay(columns.on))
    let reach = draft.reach(on, at: rows.place(of: columns.on))
    let fingerprint = rows.required(columns.fingerprint)
    if !rows.isEmpty(columns.fingerprint), !isFingerprint(fingerprint) {
      draft.findings.report(.malformedFingerprint(fingerprint, at: rows.place(of: columns.fingerprint)))
    }
    if rows.isEmpty(columns.files) { rows.missing(columns.files) }
    let files = rows.whole(columns.files)
    if let id, let earlier = first.updateValue(rows.place(of: columns.id), forKey: id) {
      draft.findings.report(.duplicateID(id, first: draft.findings.citation(earlier), at: rows.place(of: columns.id)))
    }
    guard let id, let on, let files, reach != .waiting else { continue }
    draft.archives.append(
      ArchiveEntry(
        id: id, title: title, on: on, fingerprint: fingerprint, files: files, keeper: rows.text(columns.keeper),
        place: rows.place))
  }
  draft.archives.sort { ($1.on, $0.id) < ($0.on, $1.id) }
  return rows.isSound
}

private func isFingerprint(_ text: String) -> Bool {
  text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
}

extension Diagnostic {
  fileprivate static func malformedFingerprint(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedFingerprint, at: place,
      message: Bilingual(
        zh: "“\(text.prefix(80))”不是指纹：64 位数字和小写字母 a 到 f",
        en: "“\(text.prefix(80))” is no fingerprint: 64 digits and small letters a to f"),
      remedy: Bilingual(
        zh: "照 dualpoints archive verify 打印的抄，或用 dualpoints archive … --record 自动登记",
        en: "Copy what `dualpoints archive verify` prints, or let `dualpoints archive … --record` enter it"))
  }
}
