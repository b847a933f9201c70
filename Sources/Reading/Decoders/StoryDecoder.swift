import Addressing
import Diagnostics
import Markup
import Parsing
import Scoring
import Texts

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
  let summary = summaryText(details)
  details.close()
  draft.pages.append((file.path, page.prose))
  guard isNamed, let period else { return false }
  draft.campaigns.append(
    Campaign(
      id: id, title: title, period: period, summary: summary, pathways: pathways, works: works, text: page.prose,
      place: file.start))
  return true
}

/// What was read of a story's file, before it is given what all of them make together.
struct ReadStory: Sendable {
  /// `nil` where its file can't be read.
  let prose: MarkupDocument?
  let story: Story?
}

/// What an earlier reading of the same ledger made of the stories of its tree.
struct EarlierTexts {
  let tree: SourceTree
  let stretches: [FileStretch<ReadStory>]

  /// - Returns: `nil` where one of the files has something else in it now.
  func stretch(_ number: Int, of files: ArraySlice<InputFile>) -> FileStretch<ReadStory>? {
    files.allSatisfy { $0.bytes == tree.files[Int($0.index)].bytes } ? stretches[number] : nil
  }
}

/// Parses and reads the stories side by side: there are thousands, and none needs another.
func readStories(_ draft: inout Draft, _ files: [InputFile]) {
  let reader = StoryReader(draft)
  let read = draft.readSideBySide(files, size: 64) { [earlier = draft.earlierTexts] number, files in
    earlier?.stretch(number, of: files)
  } _: { [tree = draft.tree] file, findings in
    reader.read(ParsedMarkdown(file, in: tree), file, findings)
  }
  draft.readStories.reserveCapacity(files.count)
  for (file, story) in zip(files, read.lazy.flatMap(\.files)) { draft.readStories[file.index] = story }
  draft.storyStretches = read
}

/// content/campaigns/<id>/<slug>.md: a story, with its facts in the front matter.
func decodeStory(_ draft: inout Draft, _ file: InputFile) -> Bool {
  if draft.campaignFolders[file.captures[0]] == nil {
    draft.campaignFolders[file.captures[0]] = -1
    let index = file.folder + "index.md"
    if !draft.tree.isRefused(index) { draft.findings.report(.missingFile(index)) }
  }
  guard let read = draft.readStories.removeValue(forKey: file.index) else { preconditionFailure("read before") }
  if let prose = read.prose { draft.pages.append((file.path, prose)) }
  guard let story = read.story else { return false }
  if let reason = story.held {
    draft.held.append(HeldText(path: story.path, title: story.title, reason: reason, place: story.place))
    if !draft.showsHeld {
      draft.heldStories.append(story)
      return true
    }
  }
  draft.stories.append(story)
  return true
}

/// What a story is read with: all that is known before the first of them.
private struct StoryReader: Sendable {
  private let tree: SourceTree
  private let targets: LinkTargets
  private let reportDay: ReportDay?
  private let branches: Names<Branch>
  private let members: Names<Member>
  private let works: Names<Work>
  private let roster: Roster
  private let campaignFolders: [String: Int]
  /// Ascending: an index here is one into the ledger's years.
  private let years: [YearDraft]

  init(_ draft: Draft) {
    tree = draft.tree
    targets = LinkTargets(draft.tree)
    reportDay = draft.reportDay
    branches = draft.branches.names
    members = draft.members.names
    works = draft.works.names
    roster = draft.roster
    campaignFolders = draft.campaignFolders
    years = draft.years.values.sorted { $0.year < $1.year }
  }

  func read(_ parsed: ParsedMarkdown, _ file: InputFile, _ findings: MistakeCollector) -> ReadStory {
    let isNamed = file.hasValidName(findings)
    guard let page = MarkdownFile(parsed, findings: findings) else { return ReadStory(prose: nil, story: nil) }
    let details = page.details
    let title = details.text("title")
    let day = details.day("date")
    let isDraft = details.flag(ifAny: "draft")
    let reach = isDraft ? nil : reportDay?.reach(day, findings, at: details.place(of: "date"))
    let branch = details.reference(ifAny: "branch", .branch, branches)
    let isOfBranch = { (member: Ref<Member>) in roster.isOf(branch, on: day, member) }
    let author = details.reference(ifAny: "author", .member, members, among: isOfBranch)
    let people = details.references(ifAny: "people", .member, members, among: isOfBranch)
    let location = details.text(ifAny: "place")
    let works = details.references(ifAny: "works", .work, works)
    let activity = details.value(ifAny: "activity").flatMap { self.activity($0, on: day, findings) }
    if let activity, let day, let held = years[Int(activity.year.index)].activities.entities[activity.activity].held,
      day < held
    {
      findings.report(.storyBeforeEvent(day, held: held, at: details.place(of: "date")))
    }
    let picture = picture(details, file, findings)
    let summary = summaryText(details)
    let figures = details.tables(ifAny: "figures").map { figure in
      let result = Story.Figure(
        label: figure.text("label"), value: figure.text("value"), unit: figure.text(ifAny: "unit"))
      figure.close()
      return result
    }
    let tags = Tag.all(details)
    let formerly = FormerAddress.all(details)
    details.close()
    guard isNamed, let day else { return ReadStory(prose: page.prose, story: nil) }
    return ReadStory(
      prose: page.prose,
      story: Story(
        slug: file.captures[1], title: title, day: day, campaign: campaignFolders[file.captures[0]] ?? 0,
        branch: branch, author: author, people: people, location: location, works: works, activity: activity,
        picture: picture, summary: summary, figures: figures, tags: tags, formerly: formerly,
        held: isDraft ? .draft : reach == .waiting ? .later(day) : nil, text: page.prose, path: file.path,
        place: file.start))
  }

  private func picture(_ details: YAMLTable, _ file: InputFile, _ findings: MistakeCollector) -> Story.Picture? {
    let alternative = details.text(ifAny: "picture_alt")
    let caption = details.text(ifAny: "picture_caption")
    guard let value = details.value(ifAny: "picture") else { return nil }
    let name = value.text()
    guard let path = path(of: name, file, at: value.place, findings) else { return nil }
    let found = targets.asset(at: path)
    if found == nil, !targets.isExcused(path) { findings.report(.missingImage(name, at: value.place)) }
    if found.map(LinkTargets.isDocument) == true {
      findings.report(.documentAsPicture(name, alternative, at: value.place))
    }
    if alternative.isEmpty || Placeholder.isAll(of: alternative) {
      findings.report(.missingPictureText(at: value.place))
    }
    // As the disk spells it: two spellings of one name (NFC, NFD) are equal here, and not to a server.
    return Story.Picture(path: found ?? path, alternative: alternative, caption: caption)
  }

  private func path(of name: String, _ file: InputFile, at place: Place, _ findings: MistakeCollector) -> String? {
    do {
      return try tree.fileNamed(name, from: SitePath(file.path)) { targets.asset(at: $0) != nil }
    } catch {
      findings.report(.unsafePath(name, error, at: place))
      return nil
    }
  }

  /// The activity a story tells of: in the year of the story's day first, then in the others, newest first.
  private func activity(_ value: YAMLValue, on day: Day?, _ findings: MistakeCollector) -> ActivityRef? {
    let current = years.indices.filter { year in day.map { years[year].period?.contains($0) ?? false } ?? false }
    for year in current + years.indices.reversed() {
      let names = years[year].activities.names
      if case .unknown = value.naming(names) { continue }
      return value.reference(.activity, names, year: years[year].year)
        .map { ActivityRef(year: Ref(year), activity: $0) }
    }
    // Without any year that is the mistake, reported already.
    guard !years.isEmpty, !years.contains(where: { findings.isSpoiled(.activity, year: $0.year) }),
      let name = value.word()
    else { return nil }
    let year = current.first.map { years[$0].year } ?? years.last?.year
    let suggestion = years.lazy.reversed().compactMap { $0.activities.names.suggestion(for: name) }.first
    findings.unknown(.activity, name, year: year, at: value.place, suggestion: suggestion)
    return nil
  }
}

/// Newest first; a slug is the page's name and stands once over all campaigns.
func settleStories(_ draft: inout Draft) {
  let stories = draft.stories
  var first: [String: String] = [:]
  first.reserveCapacity(stories.count)
  // Files come sorted by path, and so do their stories; those that wait give way, before their day comes.
  for story in stories + draft.heldStories {
    if let other = first[story.slug] {
      draft.findings.report(.slugTaken(story.slug, first: other, at: story.place))
    } else {
      first[story.slug] = story.path
    }
  }
  // Only keys are moved about, since a story is large.
  let keys = stories.indices.map { (day: stories[$0].day, slug: stories[$0].slug, index: $0) }
  draft.stories = keys.sorted { $0.day == $1.day ? $0.slug < $1.slug : $0.day > $1.day }.map { stories[$0.index] }
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
