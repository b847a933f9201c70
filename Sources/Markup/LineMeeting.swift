/// Whether a line break between two texts is no space, as in prose: for other rooms whose texts are folded.
package func joinsWithoutSpace(
  _ before: some BidirectionalCollection<Unicode.Scalar>, _ after: some Collection<Unicode.Scalar>
) -> Bool {
  var sides = (BreakSide(), BreakSide())
  for scalar in before.reversed() where !sides.0.take(scalar) { break }
  for scalar in after where !sides.1.take(scalar) { break }
  return joinsWithoutSpace(sides.0, sides.1)
}
