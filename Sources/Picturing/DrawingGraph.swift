import Diagnostics
import Texts
import XMLReading

/// What a drawing draws when all its references are followed: a dozen `<use>`s of one another, or patterns in patterns, make
/// millions of shapes of a kilobyte, and no browser and no printer gets to their end.
struct DrawingGraph {
  struct Fault {
    let line: Int
    let column: Int
    let reason: Bilingual
  }

  private struct Node {
    let name: String
    let line: Int
    let column: Int
    var id: String?
    var classes: [String] = []
    /// Of children and of what it refers to.
    var edges: [Int] = []
    var references: [String] = []
  }

  static let mostElements = 50_000
  static let mostDrawn = 50_000
  /// References within references: a browser calls itself for each.
  private static let deepest = 250
  /// A style sheet's rules that refer to something are looked up for each element.
  private static let mostRules = 100

  private var nodes: [Node] = []
  private var open: [Int] = []
  private var rules: [(selectors: [StyleRule.Selector], ids: [String])] = []

  var count: Int { nodes.count }
  var current: Int? { open.last }

  mutating func open(_ name: String, _ place: XMLPlace) {
    if let parent = open.last { nodes[parent].edges.append(nodes.count) }
    open.append(nodes.count)
    nodes.append(Node(name: name, line: place.line, column: place.column))
  }

  mutating func close() { _ = open.popLast() }

  mutating func name(_ id: String) { if let node = open.last { nodes[node].id = id } }
  mutating func refer(to id: String) { if let node = open.last { nodes[node].references.append(id) } }
  mutating func classify(_ classes: String) {
    if let node = open.last { nodes[node].classes = classes.words.map(String.init) }
  }

  mutating func add(_ selectors: [StyleRule.Selector], referringTo ids: [String]) { rules.append((selectors, ids)) }

  /// Why the drawing can't be drawn, if so.
  var fault: Fault? {
    guard count <= Self.mostElements else {
      return nodes.last.map {
        fault(at: $0, zh: "超过 \(Self.mostElements) 个元素", en: "more than \(Self.mostElements) elements")
      }
    }
    guard rules.reduce(0, { $0 + $1.selectors.count }) <= Self.mostRules else {
      return nodes.first.map {
        fault(
          at: $0, zh: "样式表里有引用的规则超过 \(Self.mostRules) 条",
          en: "more than \(Self.mostRules) rules of styles refer to something")
      }
    }
    return weigh(edges: allEdges)
  }

  private func fault(at node: Node, zh: String, en: String) -> Fault {
    Fault(line: node.line, column: node.column, reason: Bilingual(zh: zh, en: en))
  }

  private var allEdges: [[Int]] {
    // Of two elements of one name a browser takes the first.
    let targets = Dictionary(
      nodes.indices.compactMap { index in nodes[index].id.map { (Array($0.utf8), index) } },
      uniquingKeysWith: { a, _ in a })
    return nodes.indices.map { index in
      let node = nodes[index]
      let styled = rules.filter { $0.selectors.contains { matches($0, node) } }.flatMap(\.ids)
      let drawn = (node.references + styled).compactMap { targets[Array($0.utf8)] }.filter {
        // A gradient is a colour, however often it is used.
        !["linearGradient", "radialGradient"].contains(nodes[$0].name)
      }
      return node.edges + drawn
    }
  }

  private func matches(_ selector: StyleRule.Selector, _ node: Node) -> Bool {
    selector.element.map { $0 == node.name } ?? true && selector.id.map { $0 == node.id } ?? true
      && selector.classes.allSatisfy(node.classes.contains)
  }

  /// Each element weighs itself and all it leads to; done without recursion, since references may form long chains.
  private func weigh(edges: [[Int]]) -> Fault? {
    var weights = [Int?](repeating: nil, count: nodes.count)
    var heights = [Int](repeating: 0, count: nodes.count)
    var isEntered = [Bool](repeating: false, count: nodes.count)
    for root in nodes.indices where weights[root] == nil {
      var stack = [(node: root, next: 0)]
      isEntered[root] = true
      while let (node, next) = stack.last {
        guard next < edges[node].count else {
          let weight = edges[node].reduce(1) { min($0 + (weights[$1] ?? 0), Self.mostDrawn + 1) }
          guard weight <= Self.mostDrawn else {
            return fault(
              at: nodes[node], zh: "引用展开后超过 \(Self.mostDrawn) 个元素",
              en: "with its references followed it has more than \(Self.mostDrawn) elements")
          }
          heights[node] = 1 + (edges[node].map { heights[$0] }.max() ?? 0)
          guard heights[node] <= Self.deepest else {
            return fault(
              at: nodes[node], zh: "引用套引用超过 \(Self.deepest) 层", en: "references nest more than \(Self.deepest) deep")
          }
          weights[node] = weight
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let target = edges[node][next]
        if weights[target] != nil { continue }
        guard !isEntered[target] else {
          return fault(at: nodes[node], zh: "引用绕回到自己", en: "a reference leads back to itself")
        }
        isEntered[target] = true
        stack.append((target, 0))
      }
    }
    return nil
  }
}
