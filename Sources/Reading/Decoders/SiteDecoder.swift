import Diagnostics
import Markup
import Parsing
import Scoring
import Texts

/// content/site.yaml: the day of the reports, the title, and whose data this is.
func decodeSite(_ draft: inout Draft, _ file: InputFile) -> Bool {
  guard let table = file.yaml(draft.findings) else { return false }
  if let value = table.value(ifAny: "format"), let format = value.whole(in: 1...1_000_000), format > contentFormat {
    draft.newerFormat = .newerFormat(format, at: value.place)
    return false
  }
  draft.reportDay = draft.reportDay(table)
  // Whether there is such a zone the shell knows, which has the clock.
  _ = table.text(ifAny: "time_zone")
  // Only checked: the shell takes it from the bytes, since it speaks before anything is read.
  _ = table.choice(ifAny: "language", [Choice("zh", "zh", Language.chinese), Choice("en", "en", .english)])
  draft.site = SiteSettings(
    title: table.text("title"), notice: table.text(ifAny: "notice"),
    nameOrder: table.choice(
      ifAny: "name_order", [Choice("拼音", "pinyin", NameOrder.pinyin), Choice("笔画", "strokes", .strokes)]) ?? .pinyin,
    baseAddress: table.siteAddress("base_address"), theme: table.theme(draft.tree))
  draft.navigationDraft = navDrafts(table)
  checkIgnored(table)
  table.close()
  return true
}

/// The newest way of writing content that this program knows; a project that names none is written in the first.
package let contentFormat = 1

extension Diagnostic {
  fileprivate static func newerFormat(_ format: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .newerFormat, at: place,
      message: Bilingual(
        zh: "内容的写法是第 \(format) 版，这个程序只认识到第 \(contentFormat) 版",
        en: "the content is written in format \(format); this program knows formats up to \(contentFormat)"),
      remedy: Bilingual(
        zh: "换用更新的 dualpoints（见 docs/upgrading.md）；不要改小这个数字，新的写法会被读错",
        en:
          "Use a newer dualpoints (see docs/upgrading.md); don't lower the number: what is written anew would be misread"
      ))
  }
}

extension YAMLTable {
  /// The address of a site under a key that may be left out, ending in `/`; what is none is reported.
  package func siteAddress(_ key: String) -> String? {
    guard let value = value(ifAny: key) else { return nil }
    let address = value.text()
    let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    if isPlain, address.begins(with: "https://") || address.begins(with: "http://") {
      return address.ends(with: "/") ? address : address + "/"
    }
    value.findings.report(
      Diagnostic(
        .unsafeLink, at: value.place,
        message: Bilingual(zh: "“\(address)”不是网站地址", en: "“\(address)” is no address of a site"),
        remedy: Bilingual(
          zh: "以 https:// 或 http:// 开头，不带空格、? 和 #", en: "Begin with https:// or http://, without spaces, ? and #")))
    return nil
  }
}

/// content/organisation.yaml: the company, its committee and the timeline (S1).
func decodeOrganisation(_ draft: inout Draft, _ file: InputFile) -> Bool {
  guard let table = file.yaml(draft.findings) else { return false }
  let day = draft.reportDay
  let company = table.table("company")
  let committee = table.table("committee")
  let timeline = table.tables(ifAny: "timeline").compactMap { event -> Organisation.Event? in
    defer { event.close() }
    let (title, text) = (event.text("title"), event.text(ifAny: "text"))
    guard let value = event.value("on"), case (let on, let reach) = date(value, day), reach != .waiting else {
      return nil
    }
    return Organisation.Event(on: on, title: title, text: text, place: event.place)
  }
  if let company, let committee {
    draft.organisation = Organisation(
      company: company.name("name"), committee: committee.name("name"), city: company.text(ifAny: "city"),
      founded: past(company.value(ifAny: "founded"), day), listed: past(company.value(ifAny: "listed"), day),
      branchFounded: past(committee.value(ifAny: "branch_founded"), day),
      committeeFounded: past(committee.value(ifAny: "committee_founded"), day), timeline: timeline)
  }
  company?.close()
  committee?.close()
  table.close()
  return true
}

/// `2006`, `2002-01` or a whole day, as precise as its source (S1) and not after the day of the report.
private func past(_ value: YAMLValue?, _ day: ReportDay?) -> String? {
  value.map { date($0, day.map { ReportDay(day: $0.day, isDaily: false) }).date }
}

/// The same of what may wait for its day.
private func date(_ value: YAMLValue, _ day: ReportDay?) -> (date: String, Reach) {
  let text = value.text()
  guard let date = date(text) else {
    if !text.isEmpty { value.findings.report(.malformedMonth(text, at: value.place)) }
    return (text, .mistaken)
  }
  // A month to come is one later than the report's, letter by letter.
  guard let day, date > "\(day.day)".prefix(date.utf8.count) else { return (date, .reached) }
  guard day.isDaily else {
    value.findings.report(.eventAfterReportDay(date, day.day, at: value.place))
    return (date, .mistaken)
  }
  value.findings.wait(at: value.place)
  return (date, .waiting)
}

private func date(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  if let day = parseDay(bytes.span) { return "\(day)" }
  if let month = parseMonth(bytes.span) { return "\(month)" }
  guard bytes.count == 4, let year = Int(text), (1900...2199).contains(year) else { return nil }
  return text
}

/// content/brand.yaml: the brand and its five ordered pathways (S3).
func decodeBrand(_ draft: inout Draft, _ file: InputFile) -> Bool {
  guard let table = file.yaml(draft.findings) else { return false }
  var isSound = true
  if let brand = table.table("brand") {
    draft.brand = Brand(
      name: brand.name("name"), since: brand.whole(ifAny: "since", in: 1900...draft.lastYear),
      why: brand.text(ifAny: "why"),
      place: brand.place)
    brand.close()
  }
  for entry in table.tables("pathways") {
    if let id = entry.id("id") {
      let pathway = Pathway(
        id: id, name: entry.name("name"), summary: entry.text(ifAny: "summary"), place: entry.place)
      draft.pathways.add(pathway, id, called: [pathway.name], at: entry.place(of: "id"), draft.findings)
    } else {
      isSound = false
    }
    entry.close()
  }
  table.close()
  return isSound && draft.pathways.names.count > 0
}

/// content/about.md
func decodeAbout(_ draft: inout Draft, _ file: InputFile) -> Bool {
  guard let page = draft.markdown(file) else { return false }
  draft.aboutTitle = page.details.text("title")
  page.details.close()
  draft.about = page.prose
  draft.pages.append((file.path, page.prose))
  return true
}

/// A work as its file has it; they are numbered once all files are read.
struct WorkDraft {
  let work: Work
  let text: MarkupDocument
  let otherNames: [Located<String>]
}

/// content/works/<id>.md: one of the works that carry the brand (S3).
func decodeWork(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let id = file.captures[0]
  guard file.hasValidName(draft.findings) else { return false }
  guard let page = draft.markdown(file) else { return false }
  let details = page.details
  let title = details.text("title")
  let pathway = details.reference("pathway", .pathway, draft.pathways.names)
  let order = details.whole("order") ?? 0
  let since = details.whole(ifAny: "since", in: 1900...draft.lastYear)
  let others = details.otherNames()
  details.close()
  let work = Work(id: id, title: title, pathway: pathway ?? Ref(0), order: order, since: since, place: file.start)
  draft.workDrafts.append(WorkDraft(work: work, text: page.prose, otherNames: others))
  draft.pages.append((file.path, page.prose))
  return true
}

/// Works are numbered by pathway, then by their order in it.
func settleWorks(_ draft: inout Draft) {
  let sorted = draft.workDrafts.sorted {
    ($0.work.pathway.index, $0.work.order, $0.work.id) < ($1.work.pathway.index, $1.work.order, $1.work.id)
  }
  var others: [(of: Ref<Work>, name: Located<String>)] = []
  for entry in sorted {
    let (work, names) = (entry.work, entry.otherNames.map(\.value))
    others += entry.otherNames.map { (Ref(draft.works.entities.count), $0) }
    draft.works.add(work, work.id, called: [work.title] + names, at: work.place, draft.findings)
    draft.workTexts.append(entry.text)
  }
  draft.works.names.reportShared(others, .work, draft.findings)
}

extension InputFile {
  /// Whether the last name the pattern captured can stand in an address; reported otherwise.
  func hasValidName(_ findings: MistakeCollector) -> Bool {
    let name = captures.last ?? ""
    if isID(name) { return true }
    findings.report(.malformedID(name, at: start))
    return false
  }
}
