extension Theme {
  /// What stands after the stylesheet of the pages; the same selectors as there, so that the later rule wins.
  package var pageRules: String {
    let (light, dark) = (Palette(self, .light), Palette(self, .dark))
    var rules = ["/* theme: of content/site.yaml */"]
    if heads == .sans { rules.append(":root { --serif: var(--sans); }") }
    let (day, night) = (light.tokens, dark.tokens)
    if !day.isEmpty { rules.append("@media screen { :root { \(day) } }") }
    if !night.isEmpty {
      rules.append("@media screen and (prefers-color-scheme: dark) { :root:not([data-theme]) { \(night) } }")
      rules.append("@media screen { :root[data-theme=\"dark\"] { \(night) } }")
    }
    if light.hasOwnAccent { rules.append("@media print { :root { \(inkOnPaper(light.accent)) } }") }
    if logo != nil { rules.append(logoRules) }
    return rules.joined(separator: "\n") + "\n"
  }

  /// What stands after the stylesheet of prints.
  package var printRules: String {
    light.accent.map { ":root { \(accentTokens($0, on: .white)) }\n" } ?? ""
  }

  private var logoRules: String {
    let shape = ".brand img { height: 30px; width: auto; }"
    guard darkLogo != nil else { return shape }
    return """
      \(shape)
      .brand .for-dark { display: none; }
      @media screen and (prefers-color-scheme: dark) {
        :root:not([data-theme]) .brand .for-light { display: none; }
        :root:not([data-theme]) .brand .for-dark { display: inline; }
      }
      @media screen {
        :root[data-theme="dark"] .brand .for-light { display: none; }
        :root[data-theme="dark"] .brand .for-dark { display: inline; }
      }
      """
  }
}

extension Palette {
  /// What differs from the stylesheet, as declarations.
  fileprivate var tokens: String {
    let builtIn = BuiltInColours.of(scheme)
    var tokens: [String] = []
    if hasOwnPaper {
      let (rule, faint) = scheme == .light ? (13, 20) : (15, 28)
      tokens.append("--paper: \(paper); --paper-2: \(band);")
      tokens.append(
        "--rule: \(paper.mixed(with: builtIn.ink, rule)); --faint: \(paper.mixed(with: builtIn.ink, faint));")
    }
    if hasOwnAccent {
      tokens.append(accentTokens(accent, on: paper))
      tokens.append("--night-red: \(accent.lightened(on: builtIn.stage));")
    }
    return tokens.joined(separator: " ")
  }
}

/// The accent, and what stands beside it as the second part of a whole.
private func accentTokens(_ accent: Colour, on paper: Colour) -> String {
  "--red: \(accent); --red-2: \(accent.mixed(with: paper, 55));"
}

private func inkOnPaper(_ accent: Colour) -> String { accentTokens(accent, on: .white) + " --night-red: \(accent);" }
