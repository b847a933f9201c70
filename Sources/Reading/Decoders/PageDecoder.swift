import Diagnostics
import Parsing
import Scoring
import Texts

/// content/pages/**/*.md: a page of the office's own.
func decodePage(_ draft: inout Draft, _ file: InputFile) -> Bool {
  guard let page = draft.markdown(file) else { return false }
  let details = page.details
  let title = details.text("title")
  let summary = summaryText(details, isNeeded: false)
  let day = details.day(ifAny: "date")
  let order = details.whole(ifAny: "order")
  let isDraft = details.flag(ifAny: "draft")
  let isFound = details.value(ifAny: "search")?.flag() ?? true
  let isInFeed = details.flag(ifAny: "feed")
  if isInFeed, day == nil, !details.has("date") {
    draft.findings.report(.feedWithoutDay(at: details.place(of: "feed")))
  }
  let tags = Tag.all(details)
  let formerly = FormerAddress.all(details)
  details.close()
  draft.pages.append((file.path, page.prose))
  let reason = draft.reasonToHold(isDraft: isDraft, day, at: details.place(of: "date"))
  let own = OwnPage(
    title: title, summary: summary, day: day, order: order, isFound: isFound, isInFeed: isInFeed && day != nil,
    tags: tags, formerly: formerly, held: reason, text: page.prose, path: file.path, place: file.start)
  if let reason { draft.held.append(HeldText(path: file.path, title: title, reason: reason, place: file.start)) }
  if reason == nil || draft.showsHeld { draft.writtenPages.append(own) } else { draft.heldPages.append(own) }
  return true
}

/// Lays the pages below one another, and finds those that the navigation names.
func settlePages(_ draft: inout Draft) {
  // Those that wait give way, before their day comes.
  for (first, second) in OwnPages.heads(draft.writtenPages + draft.heldPages).further
  where !areTwins(first.path, second.path) {
    draft.findings.report(.folderWithTwoPages(first.path, second.path, at: second.place))
  }
  draft.ownPages = OwnPages(draft.writtenPages)
  settleTags(draft)
  draft.navigation = draft.navigationDraft.map { navigation($0, draft) } ?? NavEntry.usual
}

extension Draft {
  /// A page to come isn't wrong under any day: it waits for its own.
  func reasonToHold(isDraft: Bool, _ day: Day?, at place: Place) -> HeldText.Reason? {
    if isDraft { return .draft }
    guard let day, let asOf, day > asOf else { return nil }
    findings.wait(at: place)
    return .later(day)
  }

  /// Texts that links don't find yet, nor what they alone refer to.
  var unpublishedTexts: Set<String> { waitingTexts.union(showsHeld ? [] : held.map(\.path)) }
}

extension Diagnostic {
  fileprivate static func folderWithTwoPages(_ first: String, _ second: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .pathConflict, at: place,
      message: Bilingual(
        zh: "\(first) 和 \(second) 都是同一个文件夹的页面", en: "\(first) and \(second) are both the page of one folder"),
      remedy: Bilingual(zh: "合成一页，或给其中一个改名", en: "Make them one, or rename one of them"))
  }

  fileprivate static func feedWithoutDay(at place: Place) -> Diagnostic {
    Diagnostic(
      .missingKey, at: place,
      message: Bilingual(zh: "要进订阅的页面缺少 date", en: "a page for the feed needs a date"),
      remedy: Bilingual(zh: "写上 date，订阅里按日期先后排", en: "Add date: the feed is sorted by it"))
  }
}
