import Foundation
import Testing

@testable import Engines
@testable import Workspace

@Suite("Characters that would be boxes")
struct GlyphTests {
  @Test("what no font has is found, each once; spaces and selectors need no font")
  func missing() {
    let glyphs = Glyphs(charsets: "charset=20-7e 4e00-9fff\nFontconfig warning: ff0c\ncharset=b7 3000\n")
    #expect(glyphs.missing(in: "毕力格图·阿斯楞 a\u{3000}\u{FE00}") == [])
    // The comma is U+FF0C, which the warning happens to mention.
    #expect(glyphs.missing(in: "𭬊，𭬊") == ["𭬊", "，"])
  }

  @Test("ranges of several fonts that overlap are one")
  func ranges() {
    #expect(Glyphs(charsets: "charset=30-39 35-40\ncharset=20-36") == Glyphs(charsets: "charset=20-40"))
  }

  @Test("the program names person and character, and writes nothing")
  func named() throws {
    let folder = try CertificateProject.folder()
    let members = try folder.text("content/members/all.csv")
    try folder.write("content/members/all.csv", members.replacingOccurrences(of: "王伟", with: "王𭬊"))
    for (name, text) in [
      "weasyprint": "#!/bin/sh\necho WeasyPrint version 70.0\n",
      "fc-list": "#!/bin/sh\necho charset=20-2db09\n",
    ] {
      try folder.write("bin/\(name)", text)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/bin/\(name)")
    }
    func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(
        "/usr/bin/env",
        [
          "PATH=\(folder.path)/bin:/usr/bin:/bin", Program.path, "print", "certificates", "--project", folder.path,
          "-o",
        ] + arguments)
    }
    let print = try run("\(folder.path)/out.pdf")
    #expect(print.status == 2)
    #expect(print.errors.contains("王𭬊：𭬊（U+2DB0A）"))
    #expect(!folder.exists("out.pdf"))
    // Another machine may have the font that prints the page.
    let page = try run("\(folder.path)/out.html", "--html")
    #expect(page.status == 0 && folder.exists("out.html"))
    #expect(page.errors.contains("王𭬊：𭬊（U+2DB0A）"))
  }
}
