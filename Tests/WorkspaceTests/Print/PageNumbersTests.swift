import Testing

@testable import Engines
@testable import Workspace

/// Chromium can't count pages for contents; the numbers come from the file it made first.
@Suite("Page numbers of contents that Chromium prints")
struct PageNumbersTests {
  /// A file as Chromium writes it: three pages under two nodes, in an order of its own.
  private func pdf(destinations: String, cut: String? = nil) -> [UInt8] {
    let objects = [
      "<</Type /Catalog\n/Pages 2 0 R\n/Dests 7 0 R>>", "<</Type /Pages\n/Count 3\n/Kids [3 0 R 4 0 R]>>",
      "<</Type /Pages\n/Count 2\n/Kids [6 0 R 5 0 R]\n/Parent 2 0 R>>", "<</Type /Page\n/Parent 2 0 R>>",
      "<</Type /Page\n/Parent 3 0 R>>", "<</Type /Page\n/Parent 3 0 R>>", destinations,
    ]
    var text = "%PDF-1.4\n"
    var table = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let place = "\(text.utf8.count)"
      table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 8\n\(table)trailer\n<</Size 8\n/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array((cut.map { text.replacing($0, with: "") } ?? text).utf8)
  }

  @Test("a heading's number is its page's place in the file, not the order pages were written in")
  func order() throws {
    let names = "<</message [6 0 R /XYZ 0 841 0]\n/b01 [5 0 R /XYZ 0 700 0]\n/stars [4 0 R /XYZ 0 841 0]>>"
    let numbers = try #require(PageNumbers(ofChromium: pdf(destinations: names)))
    #expect(numbers.pages == ["message": 1, "b01": 2, "stars": 3])
    let page = String(decoding: numbers.filled(into: Array("<head></head><ol class=\"toc\">".utf8)), as: UTF8.self)
    #expect(page.contains(".toc a[href=\"#b01\"]::after { content: \"2\"; }\n"))
    #expect(page.hasPrefix("<head><style>") && page.hasSuffix("</style>\n</head><ol class=\"toc\">"))
  }

  @Test("a file made otherwise gives no numbers rather than wrong ones", arguments: ["xref\n0 8", "/Root ", "trailer"])
  func strange(cut: String) {
    #expect(PageNumbers(ofChromium: pdf(destinations: "<</a [4 0 R /XYZ 0 1 0]>>", cut: cut)) == nil)
    #expect(PageNumbers(ofChromium: pdf(destinations: "<</a [2 0 R /XYZ 0 1 0]>>")) == nil)
    #expect(PageNumbers(ofChromium: Array("%PDF-1.7\n1 0 obj".utf8)) == nil)
  }
}
