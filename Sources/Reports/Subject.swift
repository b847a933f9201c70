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
    if let unit = unit(named: name) { throw UsageFailure.unitForBranch(self, unit) }
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
  ///
  /// By id, by name as it stands in the roster, by a spelling of one of the two, then by pinyin.
  private func only(of subjects: [Subject], named name: String) throws -> Subject {
    let (written, folded, pinyin) = (name.trimmed.asCompared, name.foldedName, name.pinyinKey)
    let isPinyin = !pinyin.isEmpty && !name.unicodeScalars.contains { $0.properties.isIdeographic }
    let isCalled: [(Subject) -> Bool] = [
      { self.key(of: $0) == name }, { self.names(of: $0).contains { $0.asCompared == written } },
      { ([self.key(of: $0)] + self.names(of: $0)).contains { $0.foldedName == folded } },
      { isPinyin && self.pinyin(of: $0)?.pinyinKey == pinyin },
    ]
    for isMeant in isCalled {
      let found = subjects.filter(isMeant)
      if found.count > 1 { throw UsageFailure.ambiguousSubject(name, found.map(described)) }
      if let only = found.first { return only }
    }
    let near = Set(allNearest(to: folded, in: subjects.flatMap { [key(of: $0)] + names(of: $0) }.map(\.foldedName)))
    let meant = subjects.filter { subject in
      ([key(of: subject)] + names(of: subject)).contains { near.contains($0.foldedName) }
    }
    throw UsageFailure.unknownSubject(name, near: meant.map(described))
  }

  private func pinyin(of subject: Subject) -> String? {
    if case .member(let member) = subject { roster.members[member].pinyin } else { nil }
  }

  private func key(of subject: Subject) -> String {
    switch subject {
    case .member(let member): roster.members[member].key
    case .branch(let branch): roster.branches[branch].id
    }
  }

  private func names(of subject: Subject) -> [String] {
    switch subject {
    case .member(let member): [roster.members[member].name] + roster.members[member].also
    case .branch(let branch):
      [roster.branches[branch].name, roster.branches[branch].short] + roster.branches[branch].also
    }
  }

  /// `li-na-2（李娜，软件支部）`, `b01（光谱支部）`.
  private func described(_ subject: Subject) -> Bilingual {
    let name: String
    switch subject {
    case .branch(let branch): name = roster.branches[branch].name
    case .member(let member):
      let whereabouts = whereabouts(of: member)
      return Bilingual(
        zh: "\(key(of: subject))（\(roster.members[member].name)，\(whereabouts.zh)）",
        en: "\(key(of: subject)) (\(roster.members[member].name), \(whereabouts.en))")
    }
    return Bilingual(zh: "\(key(of: subject))（\(name)）", en: "\(key(of: subject)) (\(name))")
  }

  /// The branch of somebody who is in one, else the last, and the day of leaving it.
  private func whereabouts(of member: Ref<Member>) -> Bilingual {
    if let stay = roster.membership(of: member, on: asOf) {
      let name = roster.branches[stay.branch].name
      return Bilingual(zh: name, en: name)
    }
    guard let last = roster.memberships[Int(member.index)].last else {
      return Bilingual(zh: "无支部", en: "no branch")
    }
    let name = roster.branches[last.branch].name
    return Bilingual(
      zh: name + (last.to.map { "，\($0) 离开" } ?? ""), en: name + (last.to.map { ", left on \($0)" } ?? ""))
  }
}
