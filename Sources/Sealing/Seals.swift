import Diagnostics
import Scoring
import Texts

/// Compares every seal of the content with what its year says now.
package func checkSeals(_ ledger: Ledger, _ scorebook: Scorebook, _ tree: SourceTree) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  for (index, content) in ledger.years.enumerated() where !content.seals.isEmpty {
    let path = rulebookPath(content.year)
    let file = tree.index(of: path)
    let all = entries(ledger, scorebook.years[index], year: Ref(index), in: nil)
    for seal in content.seals {
      let period = sealedPeriod(seal.name, of: content)
      guard let period else {
        diagnostics.append(.strangeSealName(seal.name, year: content.year, at: seal.place))
        continue
      }
      if entriesDigest(seal.entries) != seal.entriesDigest {
        diagnostics.append(.sealFileChanged(seal.name, at: Place(file: seal.entriesFile, line: 1)))
        continue
      }
      if Seal.Totals(seal.entries) != seal.totals {
        diagnostics.append(.sealFileChanged(seal.name, at: seal.place))
        continue
      }
      let isYear = seal.name == "\(content.year)"
      let isKept = seal.holds(
        content.rulebook, works: ledger.works, branches: ledger.roster.branches,
        bytes: file.map { tree.files[Int($0)].bytes } ?? [])
      diagnostics += SealCheck(
        seal: seal, now: isYear ? all : all.filter { period.contains($0.day) }, year: all,
        rules: content.rulebook.items
      ).findings(
        rulebookChanged: isKept ? nil : file.map { Place(file: $0, line: 1) } ?? content.rulebook.place)
    }
  }
  return diagnostics
}

/// A year's rulebook, from the project's folder.
package func rulebookPath(_ year: Int) -> String { "content/years/\(year)/rulebook.yaml" }

/// The days a seal's name stands for in a year: `2025`, `2025-q1` to `2025-q4`, `2025-03`; `nil` for anything else.
package func sealedPeriod(_ name: String, of year: YearLedger) -> Period? {
  if name == "\(year.year)" { return year.period }
  if name.begins(with: "\(year.year)-q"), let number = Int(name.dropFirst(6)) {
    let all = quarters(of: year.period)
    return all.indices.contains(number - 1) ? all[number - 1] : nil
  }
  return year.period.months.first { $0.description == name }.map {
    Period(first: max($0.firstDay, year.period.first), last: min($0.lastDay, year.period.last))
  }
}

extension Diagnostic {
  fileprivate static func strangeSealName(_ name: String, year: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .sealBroken, at: place,
      message: Bilingual(
        zh: "“\(name)”不是 \(year) 年的一个时段", en: "“\(name)” is no period of \(year)"),
      remedy: Bilingual(
        zh: "封账文件由 dualpoints seal 写成，不要改名", en: "Seals are written by `dualpoints seal`; don't rename them"))
  }

  fileprivate static func sealFileChanged(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .sealBroken, at: place,
      message: Bilingual(zh: "\(name) 的封账文件被改动过", en: "the seal of \(name) was itself changed"),
      remedy: Bilingual(zh: "从备份或归档恢复这个文件", en: "Restore the file from a backup or the archive"))
  }
}
