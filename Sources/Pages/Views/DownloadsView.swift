import Templating
import Texts

/// A page's figures as files beside it.
struct DownloadsView: Fillable {
  /// Addresses from the site's root.
  @WebAddress var csv: String
  @WebAddress var json: String
  /// A workbook; none for pages that there are hundreds of.
  @WebAddress var xlsx: [String]

  static let specimen = DownloadsView(withWorkbookOf: "2025/standings/index.html")

  /// - Parameter page: the page's path, which ends in `.html`.
  init(of page: String) {
    let stem = page.dropping(suffix: ".html") ?? page[...]
    self.init(csv: "\(stem).csv", json: "\(stem).json", xlsx: [])
  }

  init(withWorkbookOf page: String) {
    self.init(of: page)
    xlsx = ["\(page.dropping(suffix: ".html") ?? page[...]).xlsx"]
  }

  private init(csv: String, json: String, xlsx: [String]) {
    self.csv = csv
    self.json = json
    self.xlsx = xlsx
  }
}
