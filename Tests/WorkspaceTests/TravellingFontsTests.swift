import Foundation
import Testing

@testable import Workspace

@Suite("Figures and Latin letters travel with the site")
struct TravellingFontsTests {
  private func page(_ site: [String: Data], _ path: String) -> String {
    String(decoding: site[path] ?? Data(), as: UTF8.self)
  }

  @Test("unless the project leaves them at home: then there is no file, no link and no licence")
  func both() throws {
    let folder = try SmallProject.folder()
    let own = try PublishedProject.build(folder)
    #expect(page(own, "index.html").contains("href=fonts.css"))
    let fonts = page(own, "fonts.css")
    // Sans and serif, regular and bold, all within 100 kB and from nowhere else.
    #expect(fonts.components(separatedBy: "@font-face").count == 5 && fonts.utf8.count < 100_000)
    #expect(fonts.components(separatedBy: "url(data:font/woff2;base64,").count == 5)
    #expect(fonts.components(separatedBy: "url(").count == 5)
    #expect(page(own, "fonts-licence.txt").contains("SIL OPEN FONT LICENSE"))
    let file = "content/site.yaml"
    let yaml = try String(contentsOf: URL(filePath: folder.path).appending(path: file), encoding: .utf8)
    try folder.write(file, yaml + "\ntheme:\n  fonts: 本机\n")
    let local = try PublishedProject.build(folder)
    #expect(local.keys.filter { $0.hasPrefix("fonts") }.isEmpty)
    #expect(!page(local, "index.html").contains("fonts.css"))
  }
}
