import Diagnostics
import Scoring

/// Whose points a report tells of.
enum Subject: Equatable {
  case member(Ref<Member>)
  case branch(Ref<Branch>)
}

extension Roster {
  /// By key or id first, then by name (a branch's short name too).
  /// - Throws: `UsageFailure` with the nearest spelling, or with the keys that share the name.
  func subject(named name: String) throws -> Subject {
    if let index = members.firstIndex(where: { $0.key == name }) { return .member(Ref(index)) }
    if let index = branches.firstIndex(where: { $0.id == name }) { return .branch(Ref(index)) }
    let wanted = name.asCompared
    let people = members.indices.filter { members[$0].name.asCompared == wanted }
    let units = branches.indices.filter {
      branches[$0].name.asCompared == wanted || branches[$0].short.asCompared == wanted
    }
    let keys = people.map { members[$0].key } + units.map { branches[$0].id }
    if keys.count > 1 { throw UsageFailure.ambiguousSubject(name, keys.sorted()) }
    if let person = people.first { return .member(Ref(person)) }
    if let unit = units.first { return .branch(Ref(unit)) }
    let spellings =
      members.map(\.key) + branches.map(\.id) + members.map(\.name) + branches.flatMap { [$0.name, $0.short] }
    throw UsageFailure.unknownSubject(name, nearest: nearest(to: name, in: spellings))
  }

  func branch(named name: String) throws -> Ref<Branch> {
    let wanted = name.asCompared
    if let index = branches.firstIndex(where: {
      $0.id == name || $0.name.asCompared == wanted || $0.short.asCompared == wanted
    }) {
      return Ref(index)
    }
    let spellings = branches.flatMap { [$0.id, $0.name, $0.short] }
    throw UsageFailure.unknownSubject(name, nearest: nearest(to: name, in: spellings))
  }
}
