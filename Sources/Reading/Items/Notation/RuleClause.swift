import Scoring

/// One thing that a cell says of an item in short notation (`每月不超过6分`): a field of the item and its value, both as
/// texts. What a value may be is judged where items are decoded, whatever they were written in.
struct RuleClause: Hashable, Sendable {
  enum Field: Hashable, Sendable {
    /// A number and nothing else: for each record, or for each unit where the row has a unit.
    case amount
    case points, per, unit, each, start, weight, max, min, once, from, to
    case level(String)
    case step(from: String)
    case reach(from: String)
    /// The value is the upper bound.
    case range(from: String)
    case role(String)
    /// One of them for each time, from the second on.
    case again
    case cap(CapSpan)
    /// A standing, an office or a branch.
    case audience
  }

  let field: Field
  let value: String

  init(_ field: Field, _ value: String) {
    self.field = field
    self.value = value
  }
}

/// A clause with where it was found: scalars of the cell before its name (of a level, a step, a role, a lower bound) and its value.
struct NotedClause: Hashable, Sendable {
  let clause: RuleClause
  let nameAt: Int
  let valueAt: Int
}

/// What a cell is known to speak of by its column: there less has to be said.
enum NotationContext: Sendable {
  /// 分值: anything, each thing said in full.
  case rule
  /// 级别: `市级3分、省级5分`
  case levels
  /// 上限: `月6分，年12分`
  case caps
  /// 角色: `负责人100%、成员80%`, or factors.
  case roles
  /// 再次: `1.5倍、2倍`
  case again
  /// 适用: `正式；书记、委员`
  case audience
  /// 基础分, 满分, 最低, a cap's own column: a number.
  case number(RuleClause.Field)
}

/// Why a part of a cell can't be read.
struct NotationFault: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case unreadable
    /// It could mean each of these, written out so that none is doubted.
    case ambiguous([String])
    /// A step ends where no other begins.
    case gap(end: String)
    /// The same unit has two names.
    case otherUnit(String)
  }

  let kind: Kind
  /// The part, as it is written, and the scalars of the cell before it.
  let text: String
  let at: Int
}
