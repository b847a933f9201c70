import Addressing
import Diagnostics
import Markup
import Parsing
import Scoring
import Texts

/// The fenced blocks that ask for a chart, by their first word.
let chartLanguages = ["chart", "图表"]

/// Reads the charts of every page once all that they may name is known.
func settleCharts(_ draft: inout Draft) {
  var used = Set<String>()
  var isKnown = true
  let sheets = ChartSheets(draft.chartFiles, findings: draft.findings)
  for page in draft.pages where !page.text.embeds.isEmpty && !isReport(page.path) {
    let charts = page.text.embeds.map { embed in
      ChartDecoder(draft: draft, page: SitePath(page.path), sheets: sheets).chart(embed) { used.insert($0) }
    }
    if charts.contains(where: { $0 == nil }) { isKnown = false }
    draft.charts[page.path] = charts.compactMap { $0 }
  }
  // A page that couldn't be read may be the one that shows it.
  let pages = draft.tree.files.count { $0.path.begins(with: "content/") && $0.path.ends(with: ".md") }
  guard isKnown, pages == draft.pages.count else { return }
  for path in draft.chartFiles.keys.sorted() where !used.contains(path) {
    draft.findings.report(.unusedChartFile(path))
  }
}

/// content/campaigns/<id>/*.csv: figures for charts; read where a chart names it.
func decodeChartFile(_ draft: inout Draft, _ file: InputFile) -> Bool {
  draft.chartFiles[file.path] = file
  return true
}

/// What a chart can show, by the words of its `data`.
private enum ChartSource: Sendable {
  case branchMonths, branchStandings, memberStandings, pathwayProfile, welfareRates, csv

  static let choices = [
    Choice("支部逐月", "branch-months", branchMonths), Choice("支部榜", "branch-standings", branchStandings),
    Choice("党员榜", "member-standings", memberStandings), Choice("途径", "pathway-profile", pathwayProfile),
    Choice("公益参与率", "welfare-rates", welfareRates), Choice("表格", "csv", csv),
  ]

  var takesBranch: Bool { self == .branchMonths || self == .memberStandings || self == .pathwayProfile }

  /// How it can be drawn; the first unless the page says otherwise.
  func kinds(ofOneBranch: Bool) -> [ChartRequest.Kind] {
    switch self {
    case .branchMonths: ofOneBranch ? [.stacked, .bar, .line] : [.multiples]
    case .branchStandings, .memberStandings: [.stacked, .bar]
    case .pathwayProfile, .welfareRates: [.profile, .bar]
    case .csv: [.bar, .stacked, .line, .profile, .multiples]
    }
  }
}

let kindChoices = [
  Choice("柱", "bar", ChartRequest.Kind.bar), Choice("分段", "stacked", .stacked), Choice("线", "line", .line),
  Choice("对照", "profile", .profile), Choice("分图", "multiples", .multiples),
]

struct ChartDecoder {
  let draft: Draft
  /// The text it stands in, which names of files are seen from.
  let page: SitePath
  let sheets: ChartSheets

  var findings: MistakeCollector { draft.findings }

  /// `nil` where the request has a mistake, which is reported.
  /// - Parameter use: told the path of a CSV file that is read.
  func chart(_ embed: Embed, use: (String) -> Void) -> ChartRequest? {
    let text = indented(embed)
    guard text.contains(where: { $0 != 0x20 && $0 != 0x0A }) else {
      findings.report(.emptyChartBlock(at: embed.place))
      return nil
    }
    let source = YAMLSource(file: embed.place.file, firstLine: embed.place.line + 1, findings: findings)
    guard let table = source.table(text[...]), let data = table.choice("data", ChartSource.choices) else { return nil }
    let title = table.text("title")
    let note = table.text(ifAny: "note")
    let isOneBranch = data.takesBranch && table.has("branch")
    let branch = data.takesBranch ? table.reference(ifAny: "branch", .branch, draft.branches.names) : nil
    let form = form(table, data.kinds(ofOneBranch: isOneBranch))
    let subject =
      data == .csv
      ? form.flatMap { figures(table, $0, use: use) }.map { ChartRequest.Subject.table($0) }
      : subject(data, table, branch)
    table.close()
    guard let subject, let form, !title.isEmpty, (branch != nil) == isOneBranch else { return nil }
    return ChartRequest(subject: subject, kind: form, title: title, note: note, place: embed.place)
  }

  /// Inside a list or a quotation libcmark takes the indentation away: put back, columns are those of the file.
  private func indented(_ embed: Embed) -> [UInt8] {
    let indent = [UInt8](repeating: 0x20, count: max(0, Int(embed.place.column) - 1))
    return embed.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      $0.isEmpty ? [] : indent + $0
    }
    .joined(separator: [0x0A]).map { $0 }
  }

  private func subject(_ data: ChartSource, _ table: YAMLTable, _ branch: Ref<Branch>?) -> ChartRequest.Subject? {
    let year = year(table)
    let rules = year.flatMap { draft.years[draft.years.keys.sorted()[Int($0.index)]]?.rulebook }
    switch data {
    case .branchMonths: return year.map { .branchMonths(branch, year: $0) }
    case .pathwayProfile: return year.map { .pathwayProfile(branch, year: $0) }
    case .welfareRates: return year.map { .welfareRates(year: $0) }
    case .branchStandings:
      let top = top(table, draft.branches.names.count)
      return year.map { .branchStandings(top: top, year: $0) }
    case .memberStandings:
      let published = branch == nil ? rules?.ranking.published : rules?.qualification.perBranch
      let top = top(table, published ?? Int(Int32.max))
      return year.map { .memberStandings(branch, top: top, year: $0) }
    case .csv: return nil
    }
  }

  private func form(_ table: YAMLTable, _ allowed: [ChartRequest.Kind]) -> ChartRequest.Kind? {
    guard let value = table.value(ifAny: "kind") else { return allowed.first }
    return value.choice(kindChoices.filter { allowed.contains($0.value) })
  }

  private func year(_ table: YAMLTable) -> Ref<YearLedger>? {
    guard let value = table.value("year"), let year = value.whole(in: 1900...2199) else { return nil }
    let years = draft.years.keys.sorted()
    if let index = years.firstIndex(of: year) { return Ref(index) }
    if !years.isEmpty {
      findings.report(.unknownChoice("\(year)", years.map { Bilingual(zh: "\($0)", en: "\($0)") }, at: value.place))
    }
    return nil
  }

  /// A rank up to the limit; the limit itself where none is given.
  private func top(_ table: YAMLTable, _ limit: Int) -> Int {
    table.whole(ifAny: "top", in: 1...max(1, limit)) ?? max(1, limit)
  }
}
