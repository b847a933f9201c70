import Texts

/// A typed index into one of the ledger's arrays: small, trivial to copy, impossible to confuse with another kind.
///
/// Inlinable with the look-up below: else another room that looks somebody up copies the whole element, and counts a
/// reference for each of its fields, where it wanted one.
@usableFromInline package struct Ref<Entity>: Hashable, Comparable, Sendable {
  @usableFromInline package let index: Int32
  @inlinable package init(_ index: Int) { self.index = Int32(index) }
  @inlinable package static func < (a: Ref, b: Ref) -> Bool { a.index < b.index }
}

extension Array {
  @inlinable package subscript(ref: Ref<Element>) -> Element { self[Int(ref.index)] }
}

/// A Party branch (支部) that exists all through the ledger (S2).
package struct Branch: Sendable {
  package let id: String
  /// Full name: 软件研发支部. `short` is the name without 支部, for narrow tables.
  package let name: String
  package let short: String
  /// Other ways it is written: the name on its seal, short forms. Found by, never shown.
  package let also: [String]
  /// The business the branch belongs to.
  package let unit: String
  package let place: Place

  package init(id: String, name: String, short: String, also: [String] = [], unit: String, place: Place) {
    self.id = id
    self.name = name
    self.short = short
    self.also = also
    self.unit = unit
    self.place = place
  }
}

package struct Member: Sendable {
  /// Pinyin key, ASCII, as used in records and addresses: `zhou-jingyi`.
  package let key: String
  package let name: String
  /// Pinyin with spaces, for search: `zhou jingyi`.
  package let pinyin: String
  /// What names sort by: the pinyin (one spelling of it), or the strokes of each character and then the pinyin (the site's setting says which).
  package let sortKey: String
  /// Other names the member is entered under (王伟（大）). Found by, never shown.
  package let also: [String]
  /// Day of joining the Party, if the roster says so.
  package let joined: Day?
  package let place: Place

  package init(
    key: String, name: String, pinyin: String, sortKey: String? = nil, also: [String] = [], joined: Day?, place: Place
  ) {
    self.key = key
    self.name = name
    self.pinyin = pinyin
    let plain = pinyin.plainPinyin
    self.sortKey = sortKey ?? (plain.isEmpty ? pinyin : plain)
    self.also = also
    self.joined = joined
    self.place = place
  }
}

/// A dated stay of a member in a branch; a member's rows never overlap.
package struct Membership: Sendable {
  package enum Standing: Sendable {
    case full
    /// 预备党员: earns points, can't enter the PK.
    case probationary
  }

  package let member: Ref<Member>
  package let branch: Ref<Branch>
  package let from: Day
  /// Last day, `nil` while it lasts.
  package let to: Day?
  package let standing: Standing
  /// Why the member is outside every denominator (离退休, 长期患病); `nil` for everybody else.
  package let exemption: String?
  package let place: Place

  package init(
    member: Ref<Member>, branch: Ref<Branch>, from: Day, to: Day?, standing: Standing, exemption: String?,
    place: Place
  ) {
    self.member = member
    self.branch = branch
    self.from = from
    self.to = to
    self.standing = standing
    self.exemption = exemption
    self.place = place
  }

  package func covers(_ day: Day) -> Bool { from <= day && day <= (to ?? day) }
}

/// A dated office in a branch with its holder's position level (S9).
package struct Office: Sendable {
  package enum Duty: String, CaseIterable, Sendable {
    case secretary, deputy, committee
  }
  package enum Level: Int, CaseIterable, Sendable {
    case staff = 0, supervisor, middle, senior
    /// S9 asks for middle management or higher.
    package var isManagement: Bool { rawValue >= Level.middle.rawValue }
  }

  package let branch: Ref<Branch>
  package let member: Ref<Member>
  package let duty: Duty
  package let level: Level
  /// The holder's post in the business, in words.
  package let post: String
  package let from: Day
  package let to: Day?
  package let place: Place

  package init(
    branch: Ref<Branch>, member: Ref<Member>, duty: Duty, level: Level, post: String, from: Day, to: Day?,
    place: Place
  ) {
    self.branch = branch
    self.member = member
    self.duty = duty
    self.level = level
    self.post = post
    self.from = from
    self.to = to
    self.place = place
  }

  package func covers(_ day: Day) -> Bool { from <= day && day <= (to ?? day) }
}

package struct Roster: Sendable {
  package let branches: [Branch]
  package let members: [Member]
  /// For each member, the stays in order of time.
  package let memberships: [[Membership]]
  package let offices: [Office]
  /// The units above the branches; empty where a company has none.
  package let levels: Levels

  package init(
    branches: [Branch], members: [Member], memberships: [[Membership]], offices: [Office], levels: Levels = Levels()
  ) {
    self.branches = branches
    self.levels = levels
    self.members = members
    self.memberships = memberships
    self.offices = offices
  }

  /// The stay that covers `day`, if any.
  package func membership(of member: Ref<Member>, on day: Day) -> Membership? {
    memberships[Int(member.index)].first { $0.covers(day) }
  }

  /// Whether somebody is of a branch: on a day, or at any time where none is given.
  package func isOf(_ branch: Ref<Branch>?, on day: Day?, _ member: Ref<Member>) -> Bool {
    memberships[Int(member.index)].contains { stay in stay.branch == branch && (day.map(stay.covers) ?? true) }
  }
}
