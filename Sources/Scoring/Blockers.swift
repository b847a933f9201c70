import Diagnostics
import Texts

/// What keeps a year from being final. Failed assertions do so too: they are errors in any state.
package enum Blocker: Sendable, Equatable {
  /// No public notice has been set.
  case noticeMissing
  /// The notice still runs on the day that counts.
  case noticeRunning(until: Day)
  /// Index of a project that was reviewed and waits for an evaluation (S17).
  case evaluation(Int)
  /// Index of an open objection.
  case objection(Int)
  /// Members qualified, and no result of the PK is recorded (S8).
  case winnersMissing
}

extension StandingsFold {
  /// In the order they are dealt with; as of the day of signing for a final year, else of the report's day.
  func blockers(_ content: YearLedger, projects: [ProjectResult], qualified: [[Qualifier]]) -> [Blocker] {
    var day = ledger.asOf
    if case .final(_, let signed) = content.state { day = signed }
    var found: [Blocker] = []
    for (index, project) in projects.enumerated() {
      switch project.state {
      case .awaitingSelf, .awaitingHead, .awaitingBoth: found.append(.evaluation(index))
      case .underway, .failed, .graded: break
      }
    }
    found += content.objections.indices.filter { content.objections[$0].isOpen(on: day) }.map { .objection($0) }
    if let notice = content.notice {
      if day <= notice.last { found.append(.noticeRunning(until: notice.last)) }
    } else {
      found.append(.noticeMissing)
    }
    let hasWinner = content.decisions.contains { if case .winner = $0.matter { $0.on <= day } else { false } }
    if !hasWinner, qualified.joined().contains(where: { $0.obstacle == nil }) { found.append(.winnersMissing) }
    return found
  }

  /// 定稿 is refused while anything blocks it; each blocker is reported at what has to be done.
  func refusals(_ book: YearBook, _ content: YearLedger) -> [Diagnostic] {
    guard case .final = content.state else { return [] }
    return book.blockers.map { blocker in
      switch blocker {
      case .noticeMissing, .noticeRunning, .winnersMissing:
        .finalRefused(blocker.words(in: content), year: content.year, at: content.statePlace)
      case .evaluation(let index):
        .finalRefused(blocker.words(in: content), year: content.year, at: content.projects[index].place)
      case .objection(let index):
        .finalRefused(blocker.words(in: content), year: content.year, at: content.objections[index].place)
      }
    }
  }
}

extension Blocker {
  fileprivate func words(in content: YearLedger) -> Bilingual {
    switch self {
    case .noticeMissing: Bilingual(zh: "没有写明公示的起止日期", en: "no public notice with its dates is set")
    case .noticeRunning(let last):
      Bilingual(zh: "公示到 \(last) 才满", en: "the public notice runs until \(last)")
    case .evaluation(let index):
      Bilingual(
        zh: "项目“\(content.projects[index].title)”还在等综合评价",
        en: "the project “\(content.projects[index].title)” still waits for an evaluation")
    case .objection(let index):
      Bilingual(
        zh: "异议 \(content.objections[index].id) 还没有答复", en: "objection \(content.objections[index].id) is still open")
    case .winnersMissing:
      Bilingual(zh: "没有登记优秀党员 PK 的结果", en: "no result of the PK is recorded")
    }
  }
}

extension Diagnostic {
  static func finalRefused(_ reason: Bilingual, year: Int, at place: Place?) -> Diagnostic {
    Diagnostic(
      .finalRefused, at: place,
      message: Bilingual(zh: "\(year) 年还不能定稿：\(reason.zh)", en: "\(year) can't be final yet: \(reason.en)"),
      remedy: Bilingual(
        zh: "先办完这件事；在此之前把 year.yaml 的 state 改回“公示”",
        en: "Settle it first; until then set `state` in year.yaml back to notice"))
  }
}
