import Diagnostics
import Parsing
import Scoring
import Texts

extension Draft {
  /// One warning for all that waits for its day, by kind of file, each kind with its first place: a year typed wrongly
  /// would else wait for ever without a word.
  func reportWaiting(_ kinds: [Routed]) {
    guard let reportDay, let site = tree.index(of: "content/site.yaml") else { return }
    let waiting = findings.waiting
    let heaps = kinds.compactMap { kind, files, sheets -> WaitingHeap? in
      let all = Set(files.map(\.index) + sheets.map(\.index)).compactMap { waiting[$0] }
      guard let first = all.map(\.first).min() else { return nil }
      return WaitingHeap(name: kind.name, count: all.reduce(0) { $0 + $1.count }, first: findings.citation(first))
    }
    guard !heaps.isEmpty else { return }
    findings.report(.heldBack(heaps, until: reportDay.day, path: tree.files[Int(site)].storedPath))
  }
}

/// What of one kind of file waits.
struct WaitingHeap {
  let name: Bilingual
  let count: Int
  let first: String
}

extension FileKind {
  /// What people call what stands in it.
  var name: Bilingual {
    if let table { return table.name }
    switch parts.last.map(String.init) ?? "" {
    case "organisation.yaml": return Bilingual(zh: "大事记", en: "timeline")
    case "archives.csv": return Bilingual(zh: "归档", en: "archives")
    case "year.yaml": return Bilingual(zh: "定稿", en: "final years")
    case "decisions.yaml": return Bilingual(zh: "决定", en: "decisions")
    case "assertions.yaml": return Bilingual(zh: "核对数", en: "assertions")
    case "objections.yaml": return Bilingual(zh: "异议", en: "objections")
    case "**" where parts.contains("pages"), "*.md" where parts.contains("pages"):
      return Bilingual(zh: "页面", en: "pages")
    case "message.md": return Bilingual(zh: "寄语", en: "messages")
    default: break
    }
    switch parts.dropLast().last.map(String.init) ?? "" {
    case "groups": return Bilingual(zh: "党小组", en: "groups")
    case "projects": return Bilingual(zh: "项目", en: "projects")
    case "reports": return Bilingual(zh: "报告", en: "reports")
    case "seals": return Bilingual(zh: "封账", en: "seals")
    case "*": return Bilingual(zh: "纪实", en: "stories")
    default: return Bilingual(zh: pattern, en: pattern)
    }
  }
}

extension Diagnostic {
  fileprivate static func heldBack(_ heaps: [WaitingHeap], until day: Day, path: String) -> Diagnostic {
    let count = heaps.reduce(0) { $0 + $1.count }
    return Diagnostic(
      .heldBack, .warning, at: nil, path: path,
      message: Bilingual(
        zh: "有 \(count) 处晚于统计日 \(day)，到了那天才公布："
          + heaps.map { "\($0.name.zh) \($0.count) 处（\($0.first) 起）" }.joined(separator: "，"),
        en: "\(count) later than the day of the report, \(day), held back until their own: "
          + heaps.map { "\($0.count) \($0.name.en) (from \($0.first) on)" }.joined(separator: ", ")),
      remedy: Bilingual(
        zh: "日期没有写错就不用改，到时候自动算进来", en: "Nothing to do where the dates are right: each counts from its day on"))
  }

  static func dayNotNamed(at place: Place) -> Diagnostic {
    Diagnostic(
      .dayNotNamed, at: place,
      message: Bilingual(
        zh: "内容不固定统计日，这一次没有说是哪一天", en: "the content stands for every day, and nobody said for which"),
      remedy: Bilingual(
        zh: "加 --as-of today（今天）或 --as-of 2025-06-30；要固定，在这里写日期",
        en: "Give --as-of today, or a day such as --as-of 2025-06-30; or write a day here"))
  }
}
