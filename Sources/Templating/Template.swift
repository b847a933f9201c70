import Typesetting

/// A template compiled for one kind of page: a flat program over the filler's arena, where every name is a position.
package struct Template: Sendable {
  let operations: [Operation]
  let literals: [UInt8]
  let schema: Schema
  /// How many records and elements are open at most, the page included.
  let depth: Int

  /// Appends the page. `value` must be of the kind whose specimen made the schema; otherwise it traps.
  /// - Parameter address: the page's own from the site's root; links of the site are then as short as they can be.
  package func render(_ value: some Fillable, into out: inout [UInt8], at address: String? = nil) {
    let filler = Filler.filled(with: value, for: schema)
    if out.isEmpty { out.reserveCapacity(filler.bytes.count + literals.count) }
    // Slices of arrays would count references for every piece.
    literals.withUnsafeBufferPointer { literals in
      filler.bytes.withUnsafeBufferPointer { values in
        run(filler.nodes, values, literals, PageAddress(address ?? ""), into: &out)
      }
    }
  }

  private func run(
    _ nodes: [Node], _ values: UnsafeBufferPointer<UInt8>, _ literals: UnsafeBufferPointer<UInt8>,
    _ address: PageAddress, into out: inout [UInt8]
  ) {
    var base = [Int32](repeating: 0, count: depth)
    var left = [Int32](repeating: 0, count: depth)
    var top = 0
    var next = 0
    var typesetter = Typesetter()
    var run: (start: Int, setting: Setting)?
    var value = 0
    while next < operations.count {
      let operation = operations[next]
      next += 1
      if operation.code == .literal {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: literals[Int(operation.a)..<Int(operation.b)]))
        continue
      }
      if operation.code == .begin || operation.code == .set {
        if let run { typesetter.set(&out, from: run.start, in: run.setting) }
        run = operation.code == .set ? nil : (out.count, Setting(rawValue: UInt8(operation.a)) ?? .plain)
        continue
      }
      if operation.code == .value {
        value = out.count
        continue
      }
      if operation.code == .endValue {
        out.quote(from: value)
        continue
      }
      if operation.code == .leave {
        left[top] -= 1
        if left[top] > 0 {
          base[top] += operation.slot
          next = Int(operation.a)
        } else {
          top -= 1
        }
        continue
      }
      let node = nodes[Int(base[Int(operation.depth)] + operation.slot)]
      switch operation.code {
      case .print:
        out.append(contentsOf: UnsafeBufferPointer(rebasing: values[Int(node.start)..<Int(node.start + node.count)]))
      case .near:
        address.append(nodes[Int(operation.a)].bytes(of: values), node.bytes(of: values), to: &out)
      case .when: if node.count == 0 { next = Int(operation.b) }
      case .unless: if node.count != 0 { next = Int(operation.b) }
      default:
        if node.count == 0 {
          next = Int(operation.b)
        } else {
          top += 1
          base[top] = node.start
          left[top] = node.count
        }
      }
    }
    if let run { typesetter.set(&out, from: run.start, in: run.setting) }
  }
}

extension Node {
  fileprivate func bytes(of values: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: values[Int(start)..<Int(start + count)])
  }
}
