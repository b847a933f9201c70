import Diagnostics
import Parsing
import Scoring
import Texts

/// Whose records a rule takes, and of which days: an item may be for some only (`for`), or for a part of the year (`from`,
/// `to`).
struct RuleReach: Sendable {
  enum Holder: Sendable { case member(Ref<Member>), branch(Ref<Branch>) }

  private let roster: Roster
  /// Where stays or offices couldn't be read, nobody can say who belongs to whom.
  private let knowsStays: Bool
  private let knowsOffices: Bool

  init(_ draft: Draft) {
    roster = draft.roster
    let isRefused = { (name: String) in
      draft.tree.refused.contains { $0 == "content" || $0.begins(with: "content/\(name)") }
    }
    knowsStays = draft.hasAllMemberships && !isRefused("memberships") && !draft.findings.isSpoiled(.branch)
    knowsOffices = draft.hasAllOffices && !isRefused("offices.")
  }

  /// Reports a record that its rule doesn't take, and names the item of the same name that does.
  /// - Parameter items: those of the standard, among them that one.
  func check(
    _ item: Item, of items: [Item], _ holder: Holder, on day: Day, _ findings: MistakeCollector,
    at places: (day: Place, holder: Place)
  ) {
    let other = items.first { $0.name == item.name && $0.key != item.key && takes($0, holder, on: day) }
    if let validity = item.terms.validity, !validity.contains(day) {
      findings.report(
        .ruleNotInForce(item, findings.citation(item.place), validity, on: day, other: other, at: places.day))
    } else if let audience = item.terms.audience, !takes(audience, holder, on: day) {
      findings.report(
        .notForHolder(
          item, findings.citation(item.place), audience.words(roster), name(holder), on: day, other: other,
          at: places.holder))
    }
  }

  /// Whether a rule takes records of somebody on a day.
  func takes(_ item: Item, _ holder: Holder, on day: Day) -> Bool {
    guard item.terms.validity?.contains(day) ?? true else { return false }
    return item.terms.audience.map { takes($0, holder, on: day) } ?? true
  }

  private func takes(_ audience: Terms.Audience, _ holder: Holder, on day: Day) -> Bool {
    switch holder {
    case .branch(let branch): audience.branches.isEmpty || audience.branches.contains(branch)
    case .member(let member):
      // Somebody without a branch on the day is reported as that.
      !knowsStays || !knowsOffices && !audience.duties.isEmpty || roster.membership(of: member, on: day) == nil
        || audience.takes(Int(member.index), on: day, roster)
    }
  }

  private func name(_ holder: Holder) -> Bilingual {
    switch holder {
    case .branch(let branch): Bilingual(zh: roster.branches[branch].name, en: roster.branches[branch].id)
    case .member(let member): Bilingual(zh: roster.members[member].name, en: roster.members[member].key)
    }
  }
}

extension Terms.Audience {
  /// 正式党员；书记、委员；软件研发支部
  fileprivate func words(_ roster: Roster) -> Bilingual {
    let parts = [
      standings.map {
        $0 == .full ? Bilingual(zh: "正式党员", en: "full members") : Bilingual(zh: "预备党员", en: "probationary members")
      },
      duties.map { duty in
        switch duty {
        case .secretary: Bilingual(zh: "书记", en: "secretaries")
        case .deputy: Bilingual(zh: "副书记", en: "deputies")
        case .committee: Bilingual(zh: "委员", en: "committee members")
        }
      },
      branches.map { Bilingual(zh: roster.branches[$0].name, en: roster.branches[$0].id) },
    ].filter { !$0.isEmpty }
    return Bilingual(
      zh: parts.map { $0.map(\.zh).listed(with: "、") }.joined(separator: "；"),
      en: parts.map { $0.map(\.en).listed(with: ", ") }.joined(separator: "; "))
  }
}

extension Diagnostic {
  fileprivate static func ruleNotInForce(
    _ item: Item, _ line: String, _ validity: Period, on day: Day, other: Item?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .ruleNotInForce, at: place,
      message: Bilingual(
        zh: "“\(item.key)”（\(item.name)，\(line)）只在 \(validity.first) 至 \(validity.last) 有效，\(day) 不在其中",
        en: "“\(item.key)” (\(line)) is in force from \(validity.first) to \(validity.last), and not on \(day)"),
      remedy: other.map {
        Bilingual(zh: "这一天的项目写“\($0.key)”，或改正日期", en: "Write “\($0.key)” for that day, or correct the date")
      } ?? Bilingual(zh: "改正日期，或在标准里改这一项的 from、to", en: "Correct the date, or from and to of the item in the rulebook"))
  }

  fileprivate static func notForHolder(
    _ item: Item, _ line: String, _ audience: Bilingual, _ name: Bilingual, on day: Day, other: Item?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .notForMember, at: place,
      message: Bilingual(
        zh: "“\(item.key)”（\(item.name)，\(line)）只适用于：\(audience.zh)；\(name.zh)在 \(day) 不在其中",
        en: "“\(item.key)” (\(line)) is for \(audience.en), and \(name.en) isn't among them on \(day)"),
      remedy: other.map {
        Bilingual(zh: "项目写“\($0.key)”，或改正对象和日期", en: "Write “\($0.key)”, or correct whose it is and the date")
      }
        ?? Bilingual(
          zh: "改正对象和日期；身份、支部写在 memberships，职务写在 offices.*",
          en: "Correct whose it is and the date; standings and branches stand in memberships, offices in offices.*"))
  }
}
