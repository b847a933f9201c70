/// Text that couldn't be read well on its ground: what was chosen, what stands on what, and what would do.
package struct LowContrast: Sendable {
  package enum Setting: Sendable { case accent, paper }
  package enum Words: Sendable { case body, labels, gold, accent }

  package let setting: Setting
  package let scheme: Scheme
  package let words: Words
  package let text: Colour
  package let ground: Colour
  /// In hundredths, rounded down: nothing is shown to pass that doesn't.
  package let ratio: Int
  /// What was chosen, or follows from it.
  package let colour: Colour
  /// The nearest on the way to white or black that would do.
  package let nearest: Colour?
}

/// The least contrast of text and its ground (WCAG 2.2, AA), whatever its size.
package let leastContrast = 4.5

/// What of a theme couldn't be read, in both schemes: every text on the paper and on its band, and the accent on both.
package func lowContrasts(of theme: Theme) -> [LowContrast] {
  Scheme.allCases.flatMap { scheme in
    let palette = Palette(theme, scheme)
    let builtIn = BuiltInColours.of(scheme)
    let texts: [(LowContrast.Words, Colour)] =
      [(.body, builtIn.ink), (.labels, builtIn.label), (.gold, builtIn.gold)]
      + (palette.hasOwnAccent ? [] : [(.accent, builtIn.accent)])
    if palette.hasOwnPaper, let low = palette.worst(of: texts) {
      let paper = palette.paper.first(towards: scheme == .light ? .white : .black) { paper in
        texts.allSatisfy { $0.1.reads(on: paper, paper.mixed(with: builtIn.ink, 4)) }
      }
      return [palette.found(.paper, low.words, low.text, low.ground, nearest: paper)]
    }
    // Of a paper that won't do nobody can say how an accent stands on it.
    guard palette.hasOwnAccent, let low = palette.worst(of: [(.accent, palette.accent)]) else { return [] }
    let accent = palette.accent.first(towards: scheme == .light ? .black : .white) {
      $0.reads(on: palette.paper, palette.band)
    }
    return [palette.found(.accent, low.words, low.text, low.ground, nearest: accent)]
  }
}

extension Colour {
  fileprivate func reads(on grounds: Colour...) -> Bool {
    grounds.allSatisfy { contrast(with: $0) >= leastContrast }
  }
}

extension Palette {
  fileprivate typealias Pair = (words: LowContrast.Words, text: Colour, ground: Colour)

  /// The faintest of some texts, if it can't be read.
  fileprivate func worst(of texts: [(LowContrast.Words, Colour)]) -> Pair? {
    texts.flatMap { words, text in [paper, band].map { (words, text, $0) } as [Pair] }
      .filter { !$0.text.reads(on: $0.ground) }
      .min { $0.text.contrast(with: $0.ground) < $1.text.contrast(with: $1.ground) }
  }

  fileprivate func found(
    _ setting: LowContrast.Setting, _ words: LowContrast.Words, _ text: Colour, _ ground: Colour, nearest: Colour?
  ) -> LowContrast {
    LowContrast(
      setting: setting, scheme: scheme, words: words, text: text, ground: ground,
      ratio: Int(text.contrast(with: ground) * 100), colour: setting == .accent ? accent : paper, nearest: nearest)
  }
}
