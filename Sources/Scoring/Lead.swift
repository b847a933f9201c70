/// Who leads a list of figures. Every sentence that names a first, highest, most or least one asks here, so that none tells
/// a tie as an order, and none lets somebody lead with nothing.
package enum Lead<Holder> {
  /// No figure, or none above the bound.
  case nobody
  case one(Holder)
  /// Two or more, in the order given; somebody else has less.
  case tied([Holder])
  /// Two or more, and all have the same.
  case everybody([Holder])

  /// - Parameter nothing: what a figure must exceed to lead at all.
  package init<Figure: Comparable>(
    _ holders: some Sequence<Holder>, above nothing: Figure? = nil, by figure: (Holder) -> Figure
  ) {
    self.init(holders, above: nothing, by: figure) { $0 > $1 }
  }

  /// Who has least; no bound, since the least may be nothing.
  package static func least<Figure: Comparable>(_ holders: some Sequence<Holder>, by figure: (Holder) -> Figure) -> Lead
  {
    Lead(holders, above: nil, by: figure) { $0 < $1 }
  }

  private init<Figure: Comparable>(
    _ holders: some Sequence<Holder>, above nothing: Figure?, by figure: (Holder) -> Figure,
    leads: (Figure, Figure) -> Bool
  ) {
    var best: (figure: Figure, holders: [Holder])?
    var count = 0
    for holder in holders {
      count += 1
      let own = figure(holder)
      if let nothing, !(own > nothing) { continue }
      guard let found = best, !leads(own, found.figure) else {
        best = (own, [holder])
        continue
      }
      if own == found.figure { best?.holders.append(holder) }
    }
    switch best?.holders ?? [] {
    case let first where first.isEmpty: self = .nobody
    case let only where only.count == 1: self = .one(only[0])
    case let all where all.count == count: self = .everybody(all)
    case let some: self = .tied(some)
    }
  }

  package var holders: [Holder] {
    switch self {
    case .nobody: []
    case .one(let holder): [holder]
    case .tied(let holders), .everybody(let holders): holders
    }
  }

  package func map<Other>(_ transform: (Holder) -> Other) -> Lead<Other> {
    switch self {
    case .nobody: .nobody
    case .one(let holder): .one(transform(holder))
    case .tied(let holders): .tied(holders.map(transform))
    case .everybody(let holders): .everybody(holders.map(transform))
    }
  }

  /// Whether nobody has anything else, so that there is no order to tell of.
  package var isEverybody: Bool { if case .everybody = self { true } else { false } }
}

extension Lead: Sendable where Holder: Sendable {}
