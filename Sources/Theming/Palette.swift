/// The colours of one scheme that follow from accent and paper.
///
/// The rule: a dark paper has a tenth of the light one's light in each channel; a dark accent is the light one, lightened
/// with white until it stands on the dark band at 5.5:1; band, hairlines and grid are the paper with a few per cent of the
/// ink in it. What nobody chose, and what doesn't follow from a choice, stays as the stylesheet has it.
package struct Palette: Sendable {
  package let scheme: Scheme
  package let accent: Colour
  package let paper: Colour
  package let band: Colour
  /// Whether the paper is another than the stylesheet's.
  let hasOwnPaper: Bool
  let hasOwnAccent: Bool

  package init(_ theme: Theme, _ scheme: Scheme) {
    let builtIn = BuiltInColours.of(scheme)
    self.scheme = scheme
    let chosen = scheme == .light ? theme.light : theme.dark
    let darkened = scheme == .dark ? theme.light.paper?.mixed(with: .black, 90) : nil
    let paper = chosen.paper ?? darkened
    let band = paper.map { $0.mixed(with: builtIn.ink, 4) } ?? builtIn.band
    let lightened = scheme == .dark ? theme.light.accent?.lightened(on: band) : nil
    let accent = chosen.accent ?? lightened
    (hasOwnPaper, hasOwnAccent) = (paper != nil, accent != nil)
    (self.paper, self.accent, self.band) = (paper ?? builtIn.paper, accent ?? builtIn.accent, band)
  }
}

extension Colour {
  /// As an accent on a dark ground.
  func lightened(on ground: Colour) -> Colour {
    first(towards: .white) { $0.contrast(with: ground) >= 5.5 } ?? .white
  }
}
