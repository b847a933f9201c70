/// How the pages look, as far as `theme:` of content/site.yaml says it; what it leaves out is the stylesheet's.
package struct Theme: Sendable {
  /// What a scheme is made from, as somebody chose it.
  package struct Choice: Sendable {
    package var accent: Colour?
    package var paper: Colour?
    package init(accent: Colour? = nil, paper: Colour? = nil) { (self.accent, self.paper) = (accent, paper) }
  }

  /// What headings and large figures are set in.
  package enum Heads: Sendable { case serif, sans }

  package var light: Choice
  package var dark: Choice
  package var heads: Heads
  /// Whether figures and Latin letters travel with the site; else they are whatever the reader's machine has.
  package var hasFonts: Bool
  /// Pictures, from the project folder.
  package var logo: String?
  package var darkLogo: String?
  package var favicon: String?

  package init(
    light: Choice = Choice(), dark: Choice = Choice(), heads: Heads = .serif,
    hasFonts: Bool = true, logo: String? = nil, darkLogo: String? = nil, favicon: String? = nil
  ) {
    (self.light, self.dark, self.heads, self.hasFonts) = (light, dark, heads, hasFonts)
    (self.logo, self.darkLogo, self.favicon) = (logo, darkLogo, favicon)
  }

  /// Every picture it names, once.
  package var pictures: Set<String> { Set([logo, darkLogo, favicon].compactMap(\.self)) }
}

package enum Scheme: CaseIterable, Sendable { case light, dark }

/// The stylesheet's own colours of a scheme (a test compares them): what a theme leaves as it is.
package struct BuiltInColours: Sendable {
  package let accent: Colour
  package let paper: Colour
  /// A quiet band on the paper.
  package let band: Colour
  package let ink: Colour
  /// Labels: the faintest text.
  package let label: Colour
  package let gold: Colour
  /// The dark stage of the showcase.
  package let stage: Colour

  package static func of(_ scheme: Scheme) -> BuiltInColours {
    switch scheme {
    case .light:
      BuiltInColours(
        accent: Colour(0xB3261E), paper: Colour(0xFBF8F2), band: Colour(0xF3EDE2), ink: Colour(0x211C18),
        label: Colour(0x74685D), gold: Colour(0x84600F), stage: Colour(0x1C1714))
    case .dark:
      BuiltInColours(
        accent: Colour(0xF08A7E), paper: Colour(0x181411), band: Colour(0x231E1A), ink: Colour(0xEFE7DC),
        label: Colour(0xA19486), gold: Colour(0xDCB866), stage: Colour(0x100D0B))
    }
  }
}
