/// The candidate closest to a misspelt name, if it is close enough to be worth suggesting and no other is as close: to
/// pick one of several would send people to the wrong one.
package func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
  let found = allNearest(to: name, in: candidates)
  return found.count == 1 ? found[0] : nil
}

/// All candidates closest to a misspelt name, each once and in order; none where no one is close enough, and never the name
/// itself, which would be no advice.
///
/// Distance is Damerau–Levenshtein (optimal string alignment) over Unicode scalars.
package func allNearest(to name: String, in candidates: some Sequence<String>) -> [String] {
  let target = Array(name.lowercased().unicodeScalars)
  guard !target.isEmpty else { return [] }
  var best: (names: [String], distance: Int) = ([], .max)
  let limit = max(1, target.count / 3)
  for candidate in candidates where !candidate.isSame(as: name) {
    let other = Array(candidate.lowercased().unicodeScalars)
    guard abs(other.count - target.count) <= limit else { continue }
    let distance = editDistance(target, other)
    guard distance <= limit, distance <= best.distance else { continue }
    if distance < best.distance { best = ([], distance) }
    if !best.names.contains(candidate) { best.names.append(candidate) }
  }
  return best.names
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [Int](repeating: 0, count: b.count + 1)
    row[0] = i
    for j in 1...b.count {
      let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      row[j] = min(substitution, last[j] + 1, row[j - 1] + 1)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], beforeLast[j - 2] + 1) }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
