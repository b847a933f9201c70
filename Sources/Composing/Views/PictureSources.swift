import Addressing
import Markup
import Texts

/// The addresses of a picture, from the site's root.
package struct PictureSources: Sendable {
  /// For who takes one only: browsers of old, readers of feeds, paper. Wide enough for a printed page.
  package let usual: String
  /// Each with its width in pixels, the narrowest first; none of a picture in one size.
  package let all: [(address: String, width: Int)]

  static let usualWidth = 1440

  package init(_ asset: Asset) {
    let full = Address.asset(asset.path)
    let smaller = asset.smaller.map { form in
      (address: SitePath(Address.file(ofAsset: asset.path, narrowed: form)).address, width: form.pixels.width)
    }
    usual = smaller.last { $0.width == Self.usualWidth }?.address ?? full
    all = smaller.isEmpty ? [] : smaller + (asset.pixels.map { [(full, $0.width)] } ?? [])
  }
}
