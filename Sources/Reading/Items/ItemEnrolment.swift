import Diagnostics
import Parsing
import Scoring
import Texts

/// What the tables of items lack, for a person to confirm: ids.
package struct ItemEnrolment: Sendable {
  package let items: [NewItem]
  /// Ids of the table of keys that no item of any year has: of those that were renamed, perhaps.
  package let unused: [NewItem]
}

/// Works out which ids the items of a year's tables lack.
/// - Returns: `nil` with an error in a file that says which items there are; errors elsewhere aren't told.
package func itemEnrolment(
  _ tree: SourceTree, year: Int, on day: Day? = nil, pool: some WorkPool = OneByOne()
) -> (ItemEnrolment?, [Diagnostic]) {
  let draft = readDraft(tree, on: day, for: .enrolment(), pool: pool, stretch: 2 << 20)
  let diagnostics = draft.findings.all().filter { found in
    guard let path = found.place.map(tree.path(of:)) ?? found.path else { return false }
    return path.begins(with: "content/item-keys") || path.begins(with: "content/years/\(year)/items")
      || path.begins(with: "content/years/\(year)/rulebook")
  }
  guard !diagnostics.hasErrors else { return (nil, diagnostics) }
  let used = Set(
    draft.years.values.flatMap { year in
      year.items.ids + year.branchItems.ids + year.itemLines.map(\.key.value)
    })
  let unused = draft.itemKeys.entries.filter { !used.contains($0.key) }.map {
    NewItem(standard: $0.standard, name: $0.name, key: $0.key, place: $0.place)
  }
  return (ItemEnrolment(items: draft.years[year]?.newItems ?? [], unused: unused), diagnostics)
}
