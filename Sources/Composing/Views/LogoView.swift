import Reading
import Templating
import Theming

/// The project's own mark beside the site's title, in place of the built-in one.
package struct LogoView: Fillable {
  /// From the site's root.
  @WebAddress package var light: String
  /// The one for dark pages, where there are two.
  @WebAddress package var dark: [String]

  package static let specimen = LogoView(light: "media/theme/logo.svg", dark: ["media/theme/logo-dark.svg"])

  init(light: String, dark: [String]) {
    self.light = light
    self.dark = dark
  }

  init?(_ theme: Theme?) {
    guard let theme, let logo = theme.logo else { return nil }
    self.init(light: Address.asset(logo), dark: theme.darkLogo.map { [Address.asset($0)] } ?? [])
  }
}
