import Scoring
import Wording

extension SiteContext {
  /// What a member's points of one kind come of, item by item, with what is left of each and what its next step needs.
  func items(
    of member: Ref<Member>, _ awards: ArraySlice<Award>, _ kind: Item.Kind, _ year: Ref<YearLedger>, _ decimals: Int
  ) -> [MemberAccount.ItemSum] {
    let book = self[year].ledger
    var sums = [ItemTally](repeating: ItemTally(), count: book.rulebook.items.count)
    for award in awards {
      if let item = award.heading.index { sums[item].add(award) }
    }
    let most = sums.indices.filter { book.rulebook.items[$0].kind == kind }.map { sums[$0].points }.max() ?? .zero
    return book.rulebook.items.indices.filter {
      book.rulebook.items[$0].kind == kind
        && (sums[$0].any || kind == .base && isOpen(book.rulebook.items[$0], to: member, year))
    }
    .map { index in
      let item = book.rulebook.items[index]
      return MemberAccount.ItemSum(
        name: item.name, anchor: "\(Address.rulebook(book.year))#\(item.key)",
        points: sums[index].points.text(decimals: decimals),
        width: percent(sums[index].points, of: most), bound: bound(item)?.description ?? "–",
        capped: sums[index].uncounted.gains.orDash(decimals),
        undeducted: sums[index].uncounted.deductions.orBlank(decimals), notes: notes(item, sums[index]))
    }
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
}

/// What one item came to in somebody's year.
private struct ItemTally {
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
