import Diagnostics
import Scoring
import Texts

/// Whose points a report tells of.
enum Subject: Equatable {
  case member(Ref<Member>)
  case branch(Ref<Branch>)
}

extension Ledger {
  /// By key or id first, then by name (a branch's short name too).
  /// - Throws: `UsageFailure` with the nearest spellings, or with everybody who shares the name, each with id and branch.
  func subject(named name: String) throws -> Subject { try only(of: everybody, named: name) }

  /// A branch alone: members of the name are not meant.
  package func branch(named name: String) throws -> Ref<Branch> {
    if case .branch(let branch) = try only(of: branches, named: name) { return branch }
    throw UsageFailure.unknownSubject(name, near: [])
  }

  /// A member alone: branches of the name are not meant.
  package func member(named name: String) throws -> Ref<Member> {
    if case .member(let member) = try only(of: members, named: name) { return member }
    throw UsageFailure.unknownSubject(name, near: [])
  }

  private var members: [Subject] { roster.members.indices.map { .member(Ref($0)) } }
  private var branches: [Subject] { roster.branches.indices.map { .branch(Ref($0)) } }
  private var everybody: [Subject] { members + branches }

  /// The one so called. Never one of several: whose figures are shown mustn't depend on the order of a file.
  private func only(of subjects: [Subject], named name: String) throws -> Subject {
    let compared = name.asCompared
    let isCalled: [(Subject) -> Bool] = [
      { self.key(of: $0) == name }, { self.names(of: $0).contains { $0.asCompared == compared } },
    ]
    for isMeant in isCalled {
      let found = subjects.filter(isMeant)
      if found.count > 1 { throw UsageFailure.ambiguousSubject(name, found.map(described)) }
      if let only = found.first { return only }
    }
    let spellings = subjects.flatMap { [key(of: $0)] + names(of: $0) }
    let near = Set(allNearest(to: name, in: spellings))
    let meant = subjects.filter { near.contains(key(of: $0)) || !near.isDisjoint(with: names(of: $0)) }
    throw UsageFailure.unknownSubject(name, near: meant.map(described))
  }

  private func key(of subject: Subject) -> String {
    switch subject {
    case .member(let member): roster.members[member].key
    case .branch(let branch): roster.branches[branch].id
    }
  }

  private func names(of subject: Subject) -> [String] {
    switch subject {
    case .member(let member): [roster.members[member].name]
    case .branch(let branch): [roster.branches[branch].name, roster.branches[branch].short]
    }
  }

  /// `li-na-2（李娜，软件支部）`, `b01（光谱支部）`.
  private func described(_ subject: Subject) -> Bilingual {
    let name: String
    switch subject {
    case .branch(let branch): name = roster.branches[branch].name
    case .member(let member):
      let stay = roster.membership(of: member, on: asOf) ?? roster.memberships[Int(member.index)].last
      return Bilingual(
        zh:
          "\(key(of: subject))（\(roster.members[member].name)，\(stay.map { roster.branches[$0.branch].name } ?? "无支部")）",
        en:
          "\(key(of: subject)) (\(roster.members[member].name), \(stay.map { roster.branches[$0.branch].name } ?? "no branch"))"
      )
    }
    return Bilingual(zh: "\(key(of: subject))（\(name)）", en: "\(key(of: subject)) (\(name))")
  }
}
