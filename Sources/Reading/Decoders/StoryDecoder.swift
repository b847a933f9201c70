import Diagnostics
import Markup
import Scoring

/// content/campaigns/<id>/index.md: what a campaign was about.
func decodeCampaign(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let id = file.captures[0]
  // The folder is there, whatever is wrong with its page: its stories aren't to blame.
  draft.campaignFolders[id] = draft.campaigns.count
  let isNamed = file.hasValidName(draft.findings)
  guard let page = draft.markdown(file) else { return false }
  let details = page.details
  let title = details.text("title")
  let period = period(details)
  let pathways = details.references(ifAny: "pathways", .pathway, draft.pathways.names)
  let works = details.references(ifAny: "works", .work, draft.works.names)
  let summary = details.text("summary")
  details.close()
  draft.pages.append((file.path, page.prose))
  guard isNamed, let period else { return false }
  draft.campaigns.append(
    Campaign(
      id: id, title: title, period: period, summary: summary, pathways: pathways, works: works, text: page.prose,
      place: file.start))
  return true
}

/// content/campaigns/<id>/<slug>.md: a write-up, with its facts in the front matter.
func decodeStory(_ draft: inout Draft, _ file: InputFile) -> Bool {
  if draft.campaignFolders[file.captures[0]] == nil {
    draft.campaignFolders[file.captures[0]] = -1
    let index = file.folder + "index.md"
    if !draft.tree.isRefused(index) { draft.findings.report(.missingFile(index)) }
  }
  let isNamed = file.hasValidName(draft.findings)
  guard let page = draft.markdown(file) else { return false }
  let details = page.details
  let title = details.text("title")
  let day = details.day("date")
  draft.isReached(day, at: details.place(of: "date"))
  let branch = details.reference(ifAny: "branch", .branch, draft.branches.names)
  let author = details.reference(ifAny: "author", .member, draft.members.names)
  let people = details.references(ifAny: "people", .member, draft.members.names)
  let location = details.text(ifAny: "place")
  let works = details.references(ifAny: "works", .work, draft.works.names)
  let activity = details.value(ifAny: "activity").flatMap { draft.activity($0, on: day) }
  if let activity, let day, let held = draft.held(activity), day < held {
    draft.findings.report(.toldBeforeEvent(day, held: held, at: details.place(of: "date")))
  }
  let picture = decodePicture(details, draft, file)
  let summary = details.text("summary")
  let figures = details.tables(ifAny: "figures").map { figure in
    let result = Story.Figure(
      label: figure.text("label"), value: figure.text("value"), unit: figure.text(ifAny: "unit"))
    figure.close()
    return result
  }
  details.close()
  draft.pages.append((file.path, page.prose))
  guard isNamed, let day else { return false }
  draft.stories.append(
    Story(
      slug: file.captures[1], title: title, day: day, campaign: draft.campaignFolders[file.captures[0]] ?? 0,
      branch: branch, author: author, people: people, location: location, works: works, activity: activity,
      picture: picture, summary: summary, figures: figures, text: page.prose, path: file.path, place: file.start))
  return true
}

private func decodePicture(_ details: YAMLTable, _ draft: Draft, _ file: InputFile) -> Story.Picture? {
  let alternative = details.text(ifAny: "picture_alt")
  let caption = details.text(ifAny: "picture_caption")
  guard let value = details.value(ifAny: "picture") else { return nil }
  let name = value.text()
  guard let path = resolve(name, from: file.folder) else {
    draft.findings.report(.unsafePath(name, at: value.place, path: nil))
    return nil
  }
  if !draft.tree.hasAsset(path) { draft.findings.report(.missingImage(name, at: value.place)) }
  if alternative.isEmpty { draft.findings.report(.missingPictureText(at: value.place)) }
  return Story.Picture(path: path, alternative: alternative, caption: caption)
}

/// Newest first; a slug is the page's name and stands once over all campaigns.
func settleStories(_ draft: inout Draft) {
  let stories = draft.stories
  var first: [String: Int] = [:]
  first.reserveCapacity(stories.count)
  // Files come sorted by path, and so do their stories.
  for index in stories.indices {
    let slug = stories[index].slug
    if let other = first[slug] {
      draft.findings.report(.slugTaken(slug, first: stories[other].path, at: stories[index].place))
    } else {
      first[slug] = index
    }
  }
  // Only keys are moved about, since a story is large.
  let keys = stories.indices.map { (day: stories[$0].day, slug: stories[$0].slug, index: $0) }
  draft.stories = keys.sorted { $0.day == $1.day ? $0.slug < $1.slug : $0.day > $1.day }.map { stories[$0.index] }
}

extension Draft {
  fileprivate func held(_ reference: ActivityRef) -> Day? {
    years[years.keys.sorted()[reference.year]]?.activities.entities[reference.activity].held
  }

  /// The activity a story tells of: in the year of the story's day first, then in the others, newest first.
  fileprivate func activity(_ value: YAMLValue, on day: Day?) -> ActivityRef? {
    let name = value.text()
    let numbers = years.keys.sorted()
    let current = numbers.filter { number in day.map { years[number]?.period?.contains($0) ?? false } ?? false }
    for number in current + numbers.reversed() {
      if let found = years[number]?.activities.names.find(name), let index = numbers.firstIndex(of: number) {
        return ActivityRef(year: index, activity: found)
      }
    }
    // Without any year that is the mistake, told already.
    guard !numbers.isEmpty, !numbers.contains(where: { findings.isSpoiled(.activity, year: $0) }) else { return nil }
    let year = current.first ?? numbers.last
    let suggestion = numbers.lazy.reversed().compactMap { years[$0]?.activities.names.suggestion(for: name) }.first
    findings.unknown(.activity, name, year: year, at: value.place, suggestion: suggestion)
    return nil
  }
}

extension Diagnostic {
  static func slugTaken(_ slug: String, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .pathConflict, at: place,
      message: Bilingual(
        zh: "已有同名的文章 \(first)，两篇会写到同一页 \(slug)", en: "\(first) has the same name: both would be the page \(slug)"),
      remedy: Bilingual(zh: "给其中一个文件改名", en: "Rename one of the two files"))
  }

  static func missingPictureText(at place: Place) -> Diagnostic {
    Diagnostic(
      .missingAltText, .warning, at: place,
      message: Bilingual(zh: "题图没有替代文字", en: "the picture has no alternative text"),
      remedy: Bilingual(zh: "在 picture_alt 里写图上有什么", en: "Say in picture_alt what it shows"))
  }
}
