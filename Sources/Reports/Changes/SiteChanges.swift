import Scoring

/// A file of the site that isn't the same.
package struct PageChange: Equatable {
  package enum Kind: String { case added, removed, changed }
  package let path: String
  package let kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

/// Two states of a site compared: who moved, which entries are to blame, which files differ.
package struct SiteChanges {
  package typealias Subject = SiteFigures.Subject

  /// Somebody whose total or rank isn't the same; `nil` on the side that doesn't know her.
  struct Mover {
    let year: Int
    let subject: Subject
    let then: SiteFigures.Account?
    let now: SiteFigures.Account?

    var name: String { now?.name ?? then?.name ?? "" }
    var difference: Points { (now?.total ?? .zero) - (then?.total ?? .zero) }
  }

  let then: SiteFigures
  let now: SiteFigures
  let pages: [PageChange]
  /// By year; those who gained or lost most first.
  private(set) var moved: [Mover] = []
  /// By year and subject, then in order of time.
  private(set) var entries: [(year: Int, subject: Subject, name: String, change: EntryChange)] = []

  package init(then: SiteFigures, now: SiteFigures, pages: [PageChange]) {
    self.then = then
    self.now = now
    self.pages = pages
    for year in Set(then.years.keys).union(now.years.keys).sorted() {
      let (old, new) = (then.years[year]?.accounts ?? [:], now.years[year]?.accounts ?? [:])
      var movers: [Mover] = []
      for subject in Set(old.keys).union(new.keys).sorted() {
        let mover = Mover(year: year, subject: subject, then: old[subject], now: new[subject])
        let isMoved = mover.then?.total != mover.now?.total || mover.then?.rank != mover.now?.rank
        if isMoved { movers.append(mover) }
        entries += difference(from: old[subject]?.entries ?? [], to: new[subject]?.entries ?? []).map {
          (year, subject, mover.name, $0)
        }
      }
      moved += movers.sorted { a, b in
        let (first, second) = (a.difference.millionths.magnitude, b.difference.millionths.magnitude)
        return first != second ? first > second : a.subject < b.subject
      }
    }
  }

  /// Members whose points aren't the same.
  var movedPeople: [Mover] { moved.filter { $0.subject.kind == .member && $0.difference != .zero } }

  var isEmpty: Bool { moved.isEmpty && entries.isEmpty && pages.isEmpty }

  /// What the site stood for, by year.
  var days: [(year: Int, then: SiteFigures.Year?, now: SiteFigures.Year?)] {
    Set(then.years.keys).union(now.years.keys).sorted().map { ($0, then.years[$0], now.years[$0]) }
  }

  /// Why somebody moved, in one cell: `+1.00 主题党日 content/…/b01.csv:7（…/rulebook.yaml:5）`.
  func causes(of mover: Mover) -> String {
    let own = entries.filter { $0.year == mover.year && $0.subject == mover.subject }
    return own.map { _, _, _, change in
      let entry = change.now ?? change.then
      let sign = change.difference > .zero ? "+" : ""
      return "\(sign)\(change.difference) \(entry?.reason ?? "") \(entry?.record ?? "")（\(entry?.rule ?? "")）"
    }.joined(separator: "；")
  }
}
