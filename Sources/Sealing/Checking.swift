import Diagnostics
import Scoring

/// Compares what was sealed with what the ledger says now.
///
/// An entry that says what it said is fine wherever it stands, also where a later one moved a cap. A changed or removed
/// entry is an error; a new one for the period must say when it was entered and why (补录).
/// - Parameters:
///   - now: the entries of the seal's period.
///   - rulebook: the rulebook's bytes as they are now, and where they stand.
package func check(
  _ seal: Seal, against now: [LedgerEntry], rulebook: [UInt8], rulebookPlace: Place
) -> [Diagnostic] {
  var unmatched: [String: [Int]] = [:]
  for (index, entry) in now.enumerated().reversed() { unmatched[entry.digest, default: []].append(index) }
  var gone: [Seal.Entry] = []
  var differing: (then: Seal.Entry, now: LedgerEntry)?
  var differences = 0
  for entry in seal.entries {
    guard let index = unmatched[entry.digest]?.popLast() else {
      gone.append(entry)
      continue
    }
    if now[index].points != entry.points {
      differences += 1
      differing = differing ?? (entry, now[index])
    }
  }
  var added = unmatched.values.joined().sorted()
  var diagnostics: [Diagnostic] = []
  if HashFunction.sha256.digest(of: rulebook) != seal.rulebook {
    diagnostics.append(.sealedRulebookChanged(seal.name, count: differences, example: differing, at: rulebookPlace))
  }
  for entry in gone {
    // The same person's entry for the same item: on the same day first, then in the same line.
    let twin =
      added.firstIndex { now[$0].resembles(entry) && now[$0].day == entry.day }
      ?? added.firstIndex { now[$0].resembles(entry) && seal.period.contains(now[$0].day) && now[$0].entered == nil }
    if let twin {
      let changed = now[added.remove(at: twin)]
      diagnostics.append(.sealedEntryChanged(entry, now: changed.points, seal: seal.name, at: changed.place))
    } else {
      diagnostics.append(.sealedEntryRemoved(entry, seal: seal.name))
    }
  }
  for index in added where !(now[index].entered.map { $0 > seal.asOf } ?? false) || now[index].note.isEmpty {
    diagnostics.append(.unexplainedLateEntry(now[index], seal: seal.name, asOf: seal.asOf))
  }
  return diagnostics
}

extension LedgerEntry {
  fileprivate func resembles(_ entry: Seal.Entry) -> Bool {
    kind == entry.kind && holder == entry.holder && item == entry.item
  }
}

extension Diagnostic {
  fileprivate static func sealedRulebookChanged(
    _ seal: String, count: Int, example: (then: Seal.Entry, now: LedgerEntry)?, at place: Place
  ) -> Diagnostic {
    let words =
      example.map { pair in
        Bilingual(
          zh: "，\(count) 条记录的得分因此不同，例如 \(pair.then.source) 当时 \(pair.then.points) 分，现在 \(pair.now.points) 分",
          en:
            "; \(count) entries give other points, such as \(pair.then.source), \(pair.then.points) then and \(pair.now.points) now"
        )
      } ?? Bilingual(zh: "，得分没有变化", en: "; no points differ")
    return Diagnostic(
      .sealBroken, at: place,
      message: Bilingual(
        zh: "\(seal) 已封账，积分标准却改了\(words.zh)", en: "\(seal) is sealed, but its rulebook was changed\(words.en)"),
      remedy: Bilingual(
        zh: "恢复封账时的标准；要修订标准，写进下一年度", en: "Restore the rulebook as it was; revise it for the next year"))
  }

  fileprivate static func sealedEntryChanged(
    _ entry: Seal.Entry, now: Points, seal: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .sealBroken, at: place,
      message: Bilingual(
        zh: "\(seal) 已封账，这条记录却改了：封账时在 \(entry.source)，\(entry.holder) \(entry.day) 得 \(entry.points) 分，现在 \(now) 分",
        en:
          "\(seal) is sealed, but this entry was changed: at \(entry.source) it gave \(entry.holder) \(entry.points) points on \(entry.day), now \(now)"
      ), remedy: mend)
  }

  fileprivate static func sealedEntryRemoved(_ entry: Seal.Entry, seal: String) -> Diagnostic {
    Diagnostic(
      .sealBroken, at: entry.place,
      message: Bilingual(
        zh: "\(seal) 已封账，这条记录却不见了：封账时在 \(entry.source)，\(entry.holder) \(entry.day) 得 \(entry.points) 分",
        en:
          "\(seal) is sealed, but this entry is gone: at \(entry.source) it gave \(entry.holder) \(entry.points) points on \(entry.day)"
      ), remedy: mend)
  }

  private static var mend: Bilingual {
    Bilingual(
      zh: "恢复原记录；确有错误的，另记一条更正（填“更正”和“补录日期”）",
      en: "Restore the entry; where it was wrong, add a correction that cites it and says when it was entered")
  }

  fileprivate static func unexplainedLateEntry(_ entry: LedgerEntry, seal: String, asOf: Day) -> Diagnostic {
    Diagnostic(
      .lateWithoutReason, at: entry.place,
      message: Bilingual(
        zh: "\(seal) 已按 \(asOf) 封账，这条是之后加入的，没有写明补录日期和事由",
        en: "\(seal) was sealed as of \(asOf); this entry came later and doesn't say when and why"),
      remedy: Bilingual(
        zh: "填写“补录日期”（晚于 \(asOf)）和“事由”", en: "Give the day it was entered (after \(asOf)) and the reason"))
  }
}
