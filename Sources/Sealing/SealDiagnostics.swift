import Diagnostics
import Scoring
import Texts

extension Diagnostic {
  static func sealedRulebookChanged(
    _ seal: String, count: Int, example: (then: Seal.Entry, now: LedgerEntry)?, at place: Place
  ) -> Diagnostic {
    let words =
      example.map { pair in
        Bilingual(
          zh:
            "，\(count) 条记录的得分因此不同，例如 \(pair.then.source) 当时 \(pair.then.points.exact) 分，现在 \(pair.now.points.exact) 分",
          en:
            "; \(count) entries give other points, such as \(pair.then.source), \(pair.then.points.exact) then and \(pair.now.points.exact) now"
        )
      } ?? Bilingual(zh: "，得分没有变化", en: "; no points differ")
    return Diagnostic(
      .sealBroken, at: place,
      message: Bilingual(
        zh: "\(seal) 已封账，积分标准却改了\(words.zh)", en: "\(seal) is sealed, but its rulebook was changed\(words.en)"),
      remedy: Bilingual(
        zh: "恢复封账时的标准；要修订标准，写进下一年度", en: "Restore the rulebook as it was; revise it for the next year"))
  }

  static func sealedEntryChanged(
    _ entry: Seal.Entry, now: Points, seal: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .sealBroken, at: place,
      message: Bilingual(
        zh:
          "\(seal) 已封账，这条记录却改了：封账时在 \(entry.source)，\(entry.holder) \(entry.day) 得 \(entry.points.exact) 分，现在 \(now.exact) 分",
        en:
          "\(seal) is sealed, but this entry was changed: at \(entry.source) it gave \(entry.holder) \(entry.points.exact) points on \(entry.day), now \(now.exact)"
      ), remedy: mend)
  }

  static func sealedEntryRemoved(_ entry: Seal.Entry, seal: String) -> Diagnostic {
    Diagnostic(
      .sealBroken, at: entry.place,
      message: Bilingual(
        zh: "\(seal) 已封账，这条记录却不见了：封账时在 \(entry.source)，\(entry.holder) \(entry.day) 得 \(entry.points.exact) 分",
        en:
          "\(seal) is sealed, but this entry is gone: at \(entry.source) it gave \(entry.holder) \(entry.points.exact) points on \(entry.day)"
      ), remedy: mend)
  }

  /// Told once for all of them: they give what they gave.
  static func sealedWordsChanged(_ sources: [String], isReason: Bool, seal: String, at place: Place) -> Diagnostic {
    let shown = sources.prefix(3).joined(separator: "、") + (sources.count > 3 ? " …" : "")
    let listed = sources.prefix(3).joined(separator: ", ") + (sources.count > 3 ? " …" : "")
    return Diagnostic(
      .sealBroken, at: place,
      message: Bilingual(
        zh:
          "\(seal) 已封账，\(sources.count) 条记录的\(isReason ? "事由" : "写法（数量、级别、佐证或事由）")却改了，得分没有变；封账时在 \(shown)",
        en:
          "\(seal) is sealed, but the \(isReason ? "reason" : "wording (quantity, level, evidence or reason)") of \(sources.count) entries was changed; no points differ; they stood at \(listed)"
      ),
      remedy: Bilingual(
        zh: "恢复封账时的文字，错别字也照旧：公示过的就是那样的；要说明的写进更正的事由",
        en:
          "Restore the words as they were sealed, slips of the pen too: so they were announced; what needs saying goes into the reason of a correction"
      ))
  }

  static func sealedFigureMoved(_ entry: Seal.Entry, now: Points, seal: String, reason: Bilingual) -> Diagnostic {
    Diagnostic(
      .sealedFigureMoved, .warning, at: entry.place,
      message: Bilingual(
        zh:
          "\(seal) 已封账，记录和标准都没有变，程序算出的分却不同：\(entry.source)，\(entry.holder) \(entry.day) 当时 \(entry.points.exact) 分，现在 \(now.exact) 分（\(reason.zh)）",
        en:
          "\(seal) is sealed and neither the entry nor the rulebook was changed, but the program reckons differently: \(entry.source), \(entry.holder) on \(entry.day), \(entry.points.exact) points then and \(now.exact) now (\(reason.en))"
      ),
      remedy: Bilingual(
        zh: "不必改内容；差别和处理见 docs/upgrading.md，需要时向大家说明",
        en: "The content needs no change; see docs/upgrading.md for what differs, and tell people where it matters"))
  }

  private static var mend: Bilingual {
    Bilingual(
      zh: "恢复原记录；确有错误的，另记一条更正（填“更正”和“补录日期”）",
      en: "Restore the entry; where it was wrong, add a correction that cites it and says when it was entered")
  }

  static func unexplainedLateEntry(_ entry: LedgerEntry, seal: String, asOf: Day) -> Diagnostic {
    Diagnostic(
      .lateWithoutReason, at: entry.place,
      message: Bilingual(
        zh: "\(seal) 已按 \(asOf) 封账，这条是之后加入的，没有写明补录日期和事由",
        en: "\(seal) was sealed as of \(asOf); this entry came later and doesn't say when and why"),
      remedy: Bilingual(
        zh: "填写“补录日期”（晚于 \(asOf)）和“事由”", en: "Give the day it was entered (after \(asOf)) and the reason"))
  }
}
