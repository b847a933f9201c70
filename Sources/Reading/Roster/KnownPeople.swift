import Scoring
import Texts

/// Somebody whose id is settled: a line of content/keys.csv, or a row of the roster that gives one.
struct KnownPerson: Sendable {
  let key: String
  /// As names are compared.
  let name: String
  /// Where they were when they got their id, or are.
  let branch: Ref<Branch>?
  let joined: Day?
  /// Empty where the name itself says them.
  let pinyin: String
  let strokes: String
  let place: Place
}

/// People by their names, to find whom a row of a roster without ids means.
struct KnownPeople: Sendable {
  private(set) var people: [KnownPerson] = []
  private var byName: [String: [Int]] = [:]

  mutating func add(_ person: KnownPerson) {
    byName[person.name.foldedName, default: []].append(people.count)
    people.append(person)
  }

  /// Numbers of those who may be meant: they have the name, joined in the same month or are of the same branch, and nothing
  /// of the two speaks against it where both are known. Who joined on that very day goes before others, and then who is of
  /// that branch. A namesake is never taken for somebody who has gone.
  func candidates(_ name: String, _ branch: Ref<Branch>?, _ joined: Day?) -> [Int] {
    let possible = (byName[name.foldedName] ?? []).filter { number in
      let person = people[number]
      if let joined, let theirs = person.joined { return joined.yearMonth == theirs.yearMonth }
      return person.branch == branch
    }
    let sameDay = possible.filter { joined != nil && people[$0].joined == joined }
    let nearest = sameDay.isEmpty ? possible : sameDay
    let here = nearest.filter { branch != nil && people[$0].branch == branch }
    return here.isEmpty ? nearest : here
  }
}
