import Scoring
import Texts
import Wording

extension SiteContext {
  /// What a member's points of one kind come of, item by item, with what is left of each and what its next step needs.
  /// - Parameter scale: on which lines and caps are drawn, the same for both kinds.
  func items(
    of member: Ref<Member>, _ sums: [ItemTally], _ kind: Item.Kind, _ year: Ref<YearLedger>, _ scale: Points,
    _ decimals: Int
  ) -> [MemberAccount.ItemSum] {
    let book = self[year].ledger
    return book.rulebook.items.indices.filter {
      book.rulebook.items[$0].kind == kind
        && (sums[$0].any || kind == .base && isOpen(book.rulebook.items[$0], to: member, year))
    }
    .map { index in
      let item = book.rulebook.items[index]
      let bound = bound(item)
      return MemberAccount.ItemSum(
        name: item.name, anchor: "\(Address.rulebook(book.year))#\(item.key)",
        points: sums[index].points.shown(decimals),
        width: share(sums[index].points, of: scale), track: bound.map { share($0, of: scale) } ?? "",
        bound: bound?.shown ?? "–",
        capped: sums[index].uncounted.gains.orDash(decimals),
        undeducted: sums[index].uncounted.deductions.orBlank(decimals), notes: notes(item, sums[index]))
    }
  }

  func tallies(_ awards: some Sequence<Award>, _ rulebook: Rulebook) -> [ItemTally] {
    var sums = [ItemTally](repeating: ItemTally(), count: rulebook.items.count)
    for award in awards {
      if let item = award.heading.index { sums[item].add(award) }
    }
    return sums
  }

  /// A round end of the scale, not below any item's points or cap, and the figures at its marks.
  func itemScale(_ sums: [ItemTally], _ rulebook: Rulebook) -> (end: Points, ticks: [String]) {
    let most =
      zip(sums, rulebook.items).map { sum, item in
        sum.any ? max(sum.points, bound(item) ?? .zero) : item.kind == .base ? bound(item) ?? .zero : .zero
      }.max() ?? .zero
    let steps = [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000]
    let step = steps.first { Points($0 * 4) >= most } ?? Int(most.millionths / Points(4).millionths) + 1
    let count = max(1, (1...4).first { Points(step * $0) >= most } ?? 4)
    return (Points(step * count), (0...count).map { "\($0 * step)" })
  }

  /// Whether a member who has nothing of it yet can earn by it.
  private func isOpen(_ item: Item, to member: Ref<Member>, _ year: Ref<YearLedger>) -> Bool {
    !item.form.isDeduction
      && item.terms.audience?.takes(Int(member.index), on: day(ofYear: year), roster) != false
  }

  /// What the item gives at most in a year, where it says so.
  private func bound(_ item: Item) -> Points? {
    switch item.form {
    case .welfareBase(let points): points
    case .survey(let weight): item.caps.year ?? Points(hundredths: weight.hundredths)
    case .perRecord, .perUnit, .levels, .steps, .reach, .range, .credit, .welfareBeyond, .project, .rating:
      item.caps.year ?? item.terms.start
    }
  }

  private func notes(_ item: Item, _ sum: ItemTally) -> [String] {
    var notes: [String] = []
    if case .reach(let steps, let unit) = item.form {
      let now = steps.last { $0.from <= sum.reached }?.points ?? .zero
      if let next = steps.first(where: { $0.from > sum.reached }) {
        notes.append(Words.next(next, lacking: next.from - sum.reached, gain: next.points - now, unit: unit))
      } else {
        notes.append(Words.highest(sum.reached, unit: unit))
      }
    }
    if let start = item.terms.start, sum.any { notes.append(Words.remaining(sum.points, of: start)) }
    return notes
  }

  /// The items that changed most since the year before, greatest change first; nothing without points in both years. While
  /// the year runs, it is compared with as many days of the year before.
  func changes(of member: Ref<Member>, _ now: [ItemTally], year: Ref<YearLedger>) -> MemberAccount.Changes? {
    guard let earlier = year.previous, now.contains(where: \.any) else { return nil }
    let (book, before) = (self[year].ledger, self[earlier].ledger)
    let isWhole = ledger.asOf >= book.period.last
    let last = day(ofYear: year).yearEarlier
    let awards = self[earlier].book.awards(of: member).filter { isWhole || $0.day <= last }
    guard !awards.isEmpty else { return nil }
    var pairs: [(name: String, before: Points, now: Points)] = []
    let then = tallies(awards, before.rulebook)
    for (index, item) in book.rulebook.items.enumerated() {
      let old = before.rulebook.items.firstIndex { $0.key == item.key }.map { then[$0].points } ?? .zero
      if old != now[index].points { pairs.append((item.name, old, now[index].points)) }
    }
    let size = { (pair: (name: String, before: Points, now: Points)) in abs((pair.now - pair.before).millionths) }
    let most = pairs.map(size).max() ?? 0
    guard most > 0 else { return nil }
    let shown = pairs.enumerated().sorted { (size($1.element), $0.offset) < (size($0.element), $1.offset) }.prefix(6)
    let decimals = Points.decimals(addingUp: [shown.map(\.element.before), shown.map(\.element.now)])
    return MemberAccount.Changes(
      year: book.year, before: before.year, isWhole: isWhole,
      rows: shown.map(\.element).sorted { ($1.now - $1.before) < ($0.now - $0.before) }.map { pair in
        let difference = pair.now - pair.before
        let end = 50 + 50 * Double(difference.millionths) / Double(most)
        return MemberAccount.Change(
          name: pair.name, before: pair.before.shown(decimals), now: pair.now.shown(decimals),
          difference: difference.shown(decimals), isGain: difference > .zero,
          from: difference > .zero ? "50" : short(end), to: difference > .zero ? short(end) : "50")
      })
  }
}

private func share(_ part: Points, of whole: Points) -> String {
  short(percent(part, of: whole))
}

/// With one decimal where there is one.
private func short(_ value: Double) -> String { short(tenths(Int((value * 10).rounded()))) }

private func short(_ text: String) -> String { text.dropping(suffix: ".0").map { String($0) } ?? text }

/// What one item came to in somebody's year.
struct ItemTally {
  private(set) var points = Points.zero
  private(set) var uncounted = Uncounted()
  private(set) var any = false
  /// The running quantity that its steps are paid by.
  private(set) var reached = Quantity.zero

  mutating func add(_ award: Award) {
    points += award.points
    uncounted += award
    any = true
    if case .reached(let hundredths) = award.basis { reached = Quantity(hundredths: hundredths) }
  }
}
