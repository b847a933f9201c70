/// Units and branches of one year under one another. Total: whatever it is made from, every function ends and says
/// something; a circle, which reading reports, is opened where it is.
package struct OrganisationTree: Sendable, Equatable {
  /// Levels that units may stand under one another in.
  package static let deepest = 6

  /// By unit and by branch; `nil` for directly under the company.
  private let unitParents: [Ref<PartyUnit>?]
  private let branchParents: [Ref<PartyUnit>?]
  /// Units that hold a branch, each before what it holds, those beside one another in the order of the roster.
  package let units: [Ref<PartyUnit>]
  /// By unit, all branches below it in the order of the roster.
  private let held: [[Ref<Branch>]]

  /// - Parameters:
  ///   - units: of each unit the one above it. A unit that would stand above itself stands directly under the company.
  ///   - branches: of each branch the unit it stands in.
  package init(units: [Ref<PartyUnit>?], branches: [Ref<PartyUnit>?]) {
    let circling = Set(Self.circles(in: units).joined())
    let parents = units.indices.map { circling.contains(Ref($0)) ? nil : units[$0] }
    var held = [[Ref<Branch>]](repeating: [], count: units.count)
    for (index, home) in branches.enumerated() {
      var above = home
      while let unit = above {
        held[Int(unit.index)].append(Ref(index))
        above = parents[Int(unit.index)]
      }
    }
    var order: [Ref<PartyUnit>] = []
    func add(below parent: Ref<PartyUnit>?) {
      for index in parents.indices where parents[index] == parent && !held[index].isEmpty {
        order.append(Ref(index))
        add(below: Ref(index))
      }
    }
    add(below: nil)
    (unitParents, branchParents, self.held, self.units) = (parents, branches, held, order)
  }

  /// Units that stand above themselves, by circle, each from the first of the roster upwards.
  package static func circles(in parents: [Ref<PartyUnit>?]) -> [[Ref<PartyUnit>]] {
    /// The walk on which a unit was met first; 0 for none.
    var walk = [Int](repeating: 0, count: parents.count)
    var circles: [[Ref<PartyUnit>]] = []
    for start in parents.indices {
      var (here, way): (Ref<PartyUnit>?, [Ref<PartyUnit>]) = (Ref(start), [])
      while let unit = here, walk[Int(unit.index)] == 0 {
        walk[Int(unit.index)] = start + 1
        way.append(unit)
        here = parents[Int(unit.index)]
      }
      guard let unit = here, walk[Int(unit.index)] == start + 1, let first = way.firstIndex(of: unit) else { continue }
      let circle = Array(way[first...])
      let lowest = circle.indices.min { circle[$0] < circle[$1] } ?? 0
      circles.append(Array(circle[lowest...] + circle[..<lowest]))
    }
    return circles
  }

  /// Whether any branch stands in a unit.
  package var isUsed: Bool { !units.isEmpty }

  package func parent(of branch: Ref<Branch>) -> Ref<PartyUnit>? { branchParents[Int(branch.index)] }
  package func parent(of unit: Ref<PartyUnit>) -> Ref<PartyUnit>? { unitParents[Int(unit.index)] }

  /// The units that hold a branch, the outermost first.
  package func path(to branch: Ref<Branch>) -> [Ref<PartyUnit>] { path(to: parent(of: branch)) }

  /// A unit with those above it, the outermost first; of `nil` none.
  package func path(to unit: Ref<PartyUnit>?) -> [Ref<PartyUnit>] {
    var (path, here): ([Ref<PartyUnit>], Ref<PartyUnit>?) = ([], unit)
    while let unit = here {
      path.append(unit)
      here = parent(of: unit)
    }
    return path.reversed()
  }

  /// How many units stand above one.
  package func depth(of unit: Ref<PartyUnit>) -> Int { path(to: parent(of: unit)).count }

  /// All branches below a unit, whatever stands between; of `nil` the company's.
  package func branches(in unit: Ref<PartyUnit>?) -> [Ref<Branch>] {
    unit.map { held[Int($0.index)] } ?? branchParents.indices.map { Ref($0) }
  }

  /// The branches directly under a unit, or under the company for `nil`.
  package func branches(directlyIn unit: Ref<PartyUnit>?) -> [Ref<Branch>] {
    branchParents.indices.lazy.filter { branchParents[$0] == unit }.map { Ref($0) }
  }

  /// Every branch below a unit, or of the company for `nil`, unit after unit, each with the units that begin before it.
  package func walk(_ top: Ref<PartyUnit>?) -> [(opening: [Ref<PartyUnit>], branch: Ref<Branch>)] {
    var (walk, opening): ([(opening: [Ref<PartyUnit>], branch: Ref<Branch>)], [Ref<PartyUnit>]) = ([], [])
    for unit in units where top.map({ path(to: unit).contains($0) }) ?? true {
      opening.append(unit)
      for branch in branches(directlyIn: unit) {
        walk.append((opening, branch))
        opening = []
      }
    }
    if top == nil { walk += branches(directlyIn: nil).map { ([], $0) } }
    return walk
  }

  /// The units directly under one, or under the company for `nil`, that hold a branch.
  package func units(directlyIn unit: Ref<PartyUnit>?) -> [Ref<PartyUnit>] { units.filter { parent(of: $0) == unit } }
}
