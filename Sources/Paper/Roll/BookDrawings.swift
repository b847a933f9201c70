import Composing
import Reading
import Scoring
import Texts

extension SiteContext {
  /// Drawings over stories that are wide enough for a band across a page, by their addresses from the site's root; each once,
  /// in the order of the stories. One with words in it, or whose own words state figures, is a chart: it decorates nothing.
  func drawings(in stories: [Story]) -> [String] {
    var seen: Set<String> = []
    return stories.compactMap { story in
      guard let picture = story.picture, !picture.alternative.utf8.contains(where: isDigit) else {
        return nil
      }
      let path = picture.path
      guard path.lowercased().ends(with: ".svg"),
        let asset = content.tree.assets.first(where: { $0.path == path }), let pixels = asset.pixels,
        !asset.showsWords, pixels.width >= 2 * pixels.height, pixels.width <= 4 * pixels.height,
        seen.insert(path).inserted
      else { return nil }
      return Address.asset(path)
    }
  }

  /// Those of a year's stories, then those of the years before.
  func bookDrawings(_ year: Ref<YearLedger>) -> [String] {
    let stories = content.stories.filter { ledger.year(of: $0) <= year && $0.held == nil }
    return drawings(in: stories.filter { ledger.year(of: $0) == year })
      + drawings(in: stories.filter { ledger.year(of: $0) < year })
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
