/// Whether a line break between two texts is no space, as in prose: for other rooms whose texts are folded.
package func joinsWithoutSpace(
  _ before: some BidirectionalCollection<Unicode.Scalar>, _ after: some Collection<Unicode.Scalar>
) -> Bool {
  guard let last = before.last, let first = after.first, !isHangul(last), !isHangul(first) else { return false }
  return joinsWithoutSpace(last, first)
}

/// Korean parts its words by spaces.
private func isHangul(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: true
  default: false
  }
}
