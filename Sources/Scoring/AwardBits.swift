/// An award takes 72 bytes, for a ledger holds millions of them and all are in memory: what enums say is kept in bits, and
/// told as enums.

/// What it stands under, and what its points depend on.
struct HeadBits: Sendable {
  private let bits: UInt32

  /// - Parameter basis: the case's number, below 4.
  init(_ heading: Award.Heading, isBase: Bool, isDeduction: Bool, basis: UInt32) {
    let (number, index): (UInt32, Int32) =
      switch heading {
      case .member(let item): (0, item.index)
      case .branch(let item): (1, item.index)
      case .activity: (2, 0)
      }
    precondition(index < 1 << 24, "a standard of sixteen million items")
    bits = UInt32(index) << 8 | basis << 4 | (isDeduction ? 8 : 0) | (isBase ? 4 : 0) | number
  }

  var heading: Award.Heading {
    let index = Int(bits >> 8)
    return switch bits & 3 {
    case 0: .member(Ref(index))
    case 1: .branch(Ref(index))
    default: .activity
    }
  }

  var isBase: Bool { bits & 4 != 0 }
  var isDeduction: Bool { bits & 8 != 0 }
  var basis: UInt32 { bits >> 4 & 3 }
}

/// Where it goes, whence it comes, and what bound it.
struct EndBits: Sendable {
  private let bits: UInt32

  /// - Parameters:
  ///   - reason: the case's number, below 16.
  ///   - cap: the case's number, below 8.
  init(pathway: Ref<Pathway>?, reason: UInt32, cap: UInt32, span: CapSpan) {
    let index = pathway?.index ?? -1
    precondition(index < 1 << 20, "a million pathways")
    bits = UInt32(index + 1) << 10 | reason << 6 | cap << 3 | UInt32(span.rawValue)
  }

  var pathway: Ref<Pathway>? { bits >> 10 == 0 ? nil : Ref(Int(bits >> 10) - 1) }
  var reason: UInt32 { bits >> 6 & 15 }
  var cap: UInt32 { bits >> 3 & 7 }
  var span: CapSpan { CapSpan(rawValue: Int(bits & 7)) ?? .year }
}

extension Award.Cap {
  /// Without a span, the year's stands for none.
  var parts: (index: Int32, case: UInt32, span: CapSpan) {
    switch self {
    case .none: (0, 0, .year)
    case .item(let span): (0, 1, span)
    case .floor: (0, 2, .year)
    case .group(let index, let span): (index, 3, span)
    case .total: (0, 4, .year)
    case .totalFloor: (0, 5, .year)
    case .once(let index): (index, 6, .year)
    case .recounted: (0, 7, .year)
    }
  }

  init(_ number: UInt32, _ index: Int32, _ span: CapSpan) {
    self =
      switch number {
      case 0: .none
      case 1: .item(span)
      case 2: .floor
      case 3: .group(index, span)
      case 4: .total
      case 5: .totalFloor
      case 6: .once(index)
      default: .recounted
      }
  }
}

extension Award.Reason {
  var parts: (figures: Int64, index: Int32, case: UInt32) {
    switch self {
    case .record(let index): (0, index, 0)
    case .branchRecord(let index): (0, index, 1)
    case .start(let index): (0, index, 2)
    case .survey(let index): (0, index, 3)
    case .welfareBase(let index): (0, index, 4)
    case .welfareBeyond(let index, let minutes): (Int64(minutes), index, 5)
    case .projectShare(let index, let task, let share): (Int64(task) << 32 | Int64(UInt32(bitPattern: share)), index, 6)
    case .activity(let index, let claim): (Int64(claim), index, 7)
    case .rating(let index): (0, index, 8)
    }
  }

  init(_ number: UInt32, _ index: Int32, _ figures: Int64) {
    self =
      switch number {
      case 0: .record(index)
      case 1: .branchRecord(index)
      case 2: .start(index)
      case 3: .survey(index)
      case 4: .welfareBase(index)
      case 5: .welfareBeyond(index, minutes: Int32(figures))
      case 6: .projectShare(index, task: Int32(figures >> 32), share: Int32(truncatingIfNeeded: figures))
      case 7: .activity(index, claim: Int32(figures))
      default: .rating(index)
      }
  }
}

extension Award.Basis {
  var parts: (figures: Int64, case: UInt32) {
    switch self {
    case .none: (0, 0)
    case .reached(let sum): (sum, 1)
    case .again(let number): (Int64(number), 2)
    case .recounted: (0, 3)
    }
  }

  init(_ number: UInt32, _ figures: Int64) {
    self =
      switch number {
      case 1: .reached(figures)
      case 2: .again(Int32(figures))
      case 3: .recounted
      default: .none
      }
  }
}
