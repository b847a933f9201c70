/// Where a page stands: addresses of the site are written from there by the shortest way, `../rulebook.html` and not
/// `../../2025/rulebook.html`.
struct PageAddress {
  private let bytes: [UInt8]
  private let depth: Int

  /// - Parameter address: from the site's root, percent signs and all.
  init(_ address: String) {
    bytes = Array(address.utf8)
    depth = bytes.count { $0 == UInt8(ascii: "/") }
  }

  /// Appends an address.
  /// - Parameters:
  ///   - root: the way to the site's root as the page states it.
  ///   - target: from there.
  func append(_ root: UnsafeBufferPointer<UInt8>, _ target: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    let (steps, shared) = root.count == 3 * depth ? common(target) : (0, 0)
    out.append(contentsOf: UnsafeBufferPointer(rebasing: root[(3 * steps)...]))
    out.append(contentsOf: UnsafeBufferPointer(rebasing: target[shared...]))
  }

  /// How many folders the two have in common, and their bytes. None where the rest would mean something else: a place of
  /// the page, the folder itself, a scheme.
  private func common(_ target: UnsafeBufferPointer<UInt8>) -> (steps: Int, bytes: Int) {
    var (steps, shared, at) = (0, 0, 0)
    while at < bytes.count, at < target.count, bytes[at] == target[at] {
      at += 1
      if bytes[at - 1] == UInt8(ascii: "/") { (steps, shared) = (steps + 1, at) }
    }
    guard shared > 0, shared < target.count else { return (0, 0) }
    for byte in target[shared...] {
      switch byte {
      case UInt8(ascii: ":"): if steps == depth { return (0, 0) }
      case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"):
        return byte == target[shared] ? (0, 0) : (steps, shared)
      default: continue
      }
    }
    return (steps, shared)
  }
}
