import Diagnostics
import Disk
import Previewing
import Texts

/// What the preview's own pages say.

/// Nobody mends more at once, and the terminal lists them all.
private let mostEntries = 50

func mistakesPage(_ diagnostics: [Diagnostic], in tree: SourceTree, _ language: Language) -> PreviewNotice {
  let errors = diagnostics.filter { $0.severity == .error }
  let formatter = DiagnosticFormatter(tree: tree, language: language).prepared(for: errors.prefix(mostEntries))
  let lede = Bilingual(
    zh: "改好并保存，这里就会变回网站。正式发布的网站没有变。",
    en: "Mend and save, and the site comes back by itself. What is published hasn't changed.")
  let left = errors.reduce(0) { $0 + 1 + $1.further } - min(errors.count, mostEntries)
  let rest = Bilingual(
    zh: "还有 \(left) 个错误没有列在这里；运行 dualpoints check 可看到全部。",
    en: "\(left) more, not listed here; dualpoints check tells all of them.")
  return PreviewNotice(
    language: language, title: formatter.summary(of: errors), lede: lede.text(in: language),
    entries: errors.prefix(mostEntries).map { entry($0, in: tree, formatter, language) },
    rest: left == 0 ? "" : rest.text(in: language))
}

private func entry(
  _ diagnostic: Diagnostic, in tree: SourceTree, _ formatter: DiagnosticFormatter, _ language: Language
) -> PreviewNotice.Entry {
  let place = diagnostic.place.map { place in
    let excerpt = formatter.excerpt(at: place)
    return PreviewNotice.Entry.Place(
      line: Int(place.line), before: excerpt.before, at: String(excerpt.after.prefix(1)),
      after: String(excerpt.after.dropFirst()))
  }
  return PreviewNotice.Entry(
    code: diagnostic.code.rawValue,
    location: (diagnostic.place.map { tree.location(of: $0) } ?? diagnostic.path ?? "").withoutPersonalNumbers
      .printable,
    place: place, message: diagnostic.message.text(in: language).printable,
    remedy: diagnostic.remedy.text(in: language).printable)
}

func missingPage(_ path: String, _ language: Language) -> PreviewAnswer {
  let title = Bilingual(zh: "没有这一页", en: "No such page")
  let lede = Bilingual(
    zh: "“/\(path.printable)”没有对应的页面。可能改了名字，也可能还没有写；写好保存，这里就会出现。",
    en:
      "There is nothing at “/\(path.printable)”. It may have another name, or isn't written yet; then it appears here.")
  let page = PreviewNotice(
    language: language, title: title.text(in: language), lede: lede.text(in: language), hasWayHome: true)
  return PreviewAnswer(status: 404, html: page.bytes)
}

func failurePage(_ failure: EnvironmentFailure, _ language: Language) -> PreviewNotice {
  let title = Bilingual(zh: "环境出错", en: "The environment failed")
  return PreviewNotice(
    language: language, title: title.text(in: language), lede: failure.message.text(in: language).printable)
}

func startingPage(_ language: Language) -> PreviewNotice {
  let title = Bilingual(zh: "正在生成", en: "Building")
  let lede = Bilingual(zh: "完成后这里会自己变成网站。", en: "The site appears here by itself.")
  return PreviewNotice(language: language, title: title.text(in: language), lede: lede.text(in: language))
}
