import Templating
import Texts

/// A page's figures as files beside it.
struct DownloadsView: Fillable {
  /// Addresses from the site's root.
  @WebAddress var csv: String
  @WebAddress var json: String

  static let specimen = DownloadsView(csv: "2025/standings/index.csv", json: "2025/standings/index.json")

  /// - Parameter page: the page's path, which ends in `.html`.
  init(of page: String) {
    let stem = page.dropping(suffix: ".html") ?? page[...]
    self.init(csv: "\(stem).csv", json: "\(stem).json")
  }

  private init(csv: String, json: String) {
    self.csv = csv
    self.json = json
  }
}
