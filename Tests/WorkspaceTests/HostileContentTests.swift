import Diagnostics
import Disk
import Foundation
import Testing
import Texts

@testable import Loading
@testable import Workspace

/// Content that would steer a terminal, run in a page, or say where somebody lives.
@Suite("Hostile content") struct HostileContentTests {
  private static func drawing(_ inner: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">\(inner)</svg>"
  }

  private static func laughs() -> String {
    "<g id=\"b0\"><rect width=\"1\" height=\"1\"/></g>"
      + (1...9).map { level in
        "<g id=\"b\(level)\">" + String(repeating: "<use href=\"#b\(level - 1)\"/>", count: 10) + "</g>"
      }.joined() + "<use href=\"#b9\"/>"
  }

  @Test(
    "a drawing that acts, leads away or multiplies is refused",
    arguments: [
      "<g>\u{338}<script>alert(document.domain)</script></g>",
      "<meta xmlns=\"http://www.w3.org/1999/xhtml\" http-equiv=\"refresh\" content=\"0;url=http://127.0.0.1:9/\"/>",
      "<img xmlns=\"http://www.w3.org/1999/xhtml\" srcset=\"http://127.0.0.1:9/a 1x\" alt=\"\"/>",
      laughs(),
    ])
  func drawings(inner: String) throws {
    for path in ["content/campaigns/c/x.svg", "content/print/stamp.svg", "templates/logo.svg"] {
      let folder = try SmallProject.folder()
      try folder.write(path, Self.drawing(inner))
      let (_, diagnostics) = try loadSource(project: folder.path)
      #expect(diagnostics.map(\.code) == [.unsafeLink], "\(path)")
      #expect(diagnostics.map(\.path) == [path])
    }
  }

  @Test("a personal number in a drawing is refused")
  func numbers() throws {
    let folder = try SmallProject.folder()
    // Invented: its check digit is right.
    try folder.write("content/campaigns/c/n.svg", Self.drawing("<text>110101<tspan>199003074518</tspan></text>"))
    let (_, diagnostics) = try loadSource(project: folder.path)
    #expect(diagnostics.map(\.code) == [.personalIdentifier])
  }

  @Test("the shipped drawings pass as they are")
  func shipped() throws {
    let (tree, diagnostics) = try loadSource(project: PublishedProject.repository.path)
    #expect(tree.assets.count(where: { $0.path.hasSuffix(".svg") }) > 20)
    #expect(diagnostics.map(\.message.en) == [])
  }

  // MARK: Photographs

  private static let secret = Array("GPS 30N 120E 张三的手机".utf8)

  /// The smallest of each kind, with what a camera or a drawing program notes.
  private static var pictures: [String: [UInt8]] {
    let count = UInt8(secret.count)
    let jpeg = joined(
      [0xFF, 0xD8, 0xFF, 0xE1, 0, count + 8], Array("Exif\0\0".utf8), secret, [0xFF, 0xFE, 0, count + 2], secret,
      [0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0], [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 5], [0xFF, 0xD9], secret)
    let png = joined(
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], Array("IHDR".utf8),
      [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 1, 2, 3, 4], [0, 0, 0, count], Array("eXIf".utf8), secret, [1, 2, 3, 4],
      [0, 0, 0, 0], Array("IEND".utf8), [0xAE, 0x42, 0x60, 0x82])
    let parts = joined(
      Array("VP8L".utf8), [6, 0, 0, 0, 0x2F, 0, 0, 0, 0, 0], Array("EXIF".utf8), [count, 0, 0, 0], secret,
      count % 2 == 1 ? [0] : [])
    let webp = joined(Array("RIFF".utf8), [UInt8(parts.count + 4), 0, 0, 0], Array("WEBP".utf8), parts)
    let gif = joined(Array("GIF89a".utf8), [1, 0, 1, 0, 0, 0, 0, 0x21, 0xFE, count], secret, [0, 0x3B])
    let note = String(decoding: secret, as: UTF8.self)
    let svg = drawing(
      "<!-- \(note) --><metadata><dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\(note)</dc:creator></metadata>"
    )
    return ["a.jpg": jpeg, "b.png": png, "c.webp": webp, "d.gif": gif, "e.svg": Array(svg.utf8), "f.JPG": jpeg]
  }

  private static func joined(_ parts: [UInt8]...) -> [UInt8] { Array(parts.joined()) }

  @Test("photographs come to the site, to archives and to prints without their notes")
  func photographs() throws {
    let folder = try SmallProject.folder()
    try folder.write(
      "content/campaigns/c/index.md",
      "---\ntitle: 走访\nfrom: 2025-03-01\nto: 2025-03-31\nsummary: 一\n---\n\n正文。\n")
    let names = Self.pictures.keys.filter { $0 != "f.JPG" }.sorted()
    let list = names.map { "![图](\($0))\n" }.joined(separator: "\n")
    try folder.write(
      "content/campaigns/c/visit.md",
      "---\ntitle: 走访慰问\ndate: 2025-03-12\nbranch: b01\nauthor: wang-wei\nsummary: 一\n---\n\n\(list)\n")
    for name in names { try folder.write("content/campaigns/c/\(name)", bytes: Self.pictures[name] ?? []) }
    try folder.write("content/print/stamp.jpg", bytes: Self.pictures["a.jpg"] ?? [])

    let site = try PublishedProject.build(folder)
    #expect(site.keys.count(where: { $0.hasPrefix("media/campaigns/c/") }) == names.count)
    let order = ArchiveOrder(
      project: folder.path, subject: .campaign("c"), output: "\(folder.path)/archives", leavesOutPDF: true,
      records: false)
    _ = try #require(try makeArchive(order).archived)
    let archive = try folder.contents(of: "archives")
    #expect(archive.keys.contains { $0.hasSuffix("data/project/content/campaigns/c/a.jpg") })
    for (path, bytes) in site.merging(archive, uniquingKeysWith: { a, _ in a }) {
      #expect(bytes.firstRange(of: Data(Self.secret)) == nil, "\(path)")
    }
    // In a page of the archive they stand as data.
    let page = try #require(archive.first { $0.key.hasSuffix("data/pages/story-visit.html") }).value
    let sources = String(decoding: page, as: UTF8.self).matches(of: /src="data:image\/[a-z+]+;base64,([^"]+)"/).map(\.1)
    #expect(sources.count >= names.count)
    for source in sources {
      let data = try #require(Data(base64Encoded: String(source)))
      #expect(data.firstRange(of: Data(Self.secret)) == nil)
    }
    // Certificates show the stamp.
    #expect(try readPublished("content/print/stamp.jpg", in: folder.path).firstRange(of: Self.secret) == nil)
    #expect(try verifyArchives("\(folder.path)/archives/campaign-c").allSatisfy(\.problems.isEmpty))
  }

  @Test("a damaged photograph is told, and nothing of it that wasn't understood is published")
  func damaged() throws {
    let folder = try SmallProject.folder()
    for (name, bytes) in Self.pictures where !name.hasSuffix("svg") {
      try folder.write("content/campaigns/c/\(name)", bytes: Array(bytes.prefix(bytes.count / 2)))
    }
    try folder.write(
      "content/campaigns/c/heic.jpg", bytes: Self.joined([0, 0, 0, 24], Array("ftypheic".utf8), Self.secret))
    let (tree, diagnostics) = try loadSource(project: folder.path)
    #expect(diagnostics.map(\.code) == [DiagnosticCode](repeating: .damagedPicture, count: 6))
    for asset in tree.assets {
      #expect(try readPublished(asset.path, in: folder.path).firstRange(of: Self.secret) == nil, "\(asset.path)")
    }
  }

  // MARK: Archives

  @Test("an archive of texts with signs that hide others passes its own check")
  func archive() throws {
    let folder = try SmallProject.folder()
    let odd = "100%\u{301}：\"\u{338},\u{FE0F}图"
    try folder.write(
      "content/campaigns/c/index.md",
      "---\ntitle: '\(odd)'\nfrom: 2025-03-01\nto: 2025-03-31\nsummary: '\(odd)'\n---\n\n正文。\n")
    try folder.write("content/campaigns/c/图%\u{301}.svg", Self.drawing(""))
    let order = ArchiveOrder(
      project: folder.path, subject: .campaign("c"), output: "\(folder.path)/archives", leavesOutPDF: true,
      records: true)
    let report = try makeArchive(order)
    _ = try #require(report.archived, "\(report.diagnostics.map(\.message.en))")
    for report in try verifyArchives("\(folder.path)/archives/campaign-c") { #expect(report.problems == []) }
    #expect(try !checkSite(project: folder.path).diagnostics.hasErrors)
  }

  // MARK: Terminal

  private static let steering = "\u{1B}]0;pwned\u{7}\u{9B}31m\u{202E}"

  private func isCalm(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { !$0.steers }
  }

  @Test("no command lets content steer the terminal, in any format")
  func terminal() throws {
    let folder = try SmallProject.folder()
    try folder.write(
      "content/branches.csv", "id,name,short,unit\nb01,光谱\(Self.steering)支部,光谱\(Self.steering),光谱仪\nb02,软件支部,软件,软件\n")
    let project = ["--project", folder.path]
    var runs: [[String]] = []
    for format in ["table", "csv", "json"] {
      runs += [["standings", "--of", "branches", "--format", format], ["standings", "--format", format]]
    }
    runs += [
      ["explain", "b01"], ["explain", "光谱\(Self.steering)支部"], ["check"], ["standings", "--branch", Self.steering],
    ]
    runs.append(["standings", "--\(Self.steering)"])
    for run in runs {
      let outcome = try Program.run(run + project)
      #expect(isCalm(outcome.output) && isCalm(outcome.errors), "\(run)")
      #expect(!(outcome.output + outcome.errors).isEmpty)
    }
  }

  @Test("nor does somebody's archive")
  func foreignArchive() throws {
    let folder = try TemporaryFolder()
    try folder.write("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    try folder.write("bag/data/a\(Self.steering)\r\n归档包完好", "x")
    try folder.write("bag/manifest-sha256.txt", "\(Self.steering)\n")
    try folder.write("bag/bag-info.txt", "External-Description: \(Self.steering)\n")
    for run in [["archive", "verify", "\(folder.path)/bag"], ["archive", "list", folder.path]] {
      let outcome = try Program.run(run, locale: "zh_CN.UTF-8")
      #expect(outcome.status == 1)
      #expect(isCalm(outcome.output) && isCalm(outcome.errors))
      // A line of its own would be a statement of the program's.
      let lines = (outcome.output + outcome.errors).split(separator: "\n")
      #expect(!lines.contains { $0.hasPrefix("归档包完好") })
    }
  }

  @Test("nor do pages, tables, feeds and the data to search")
  func published() throws {
    let folder = try SmallProject.folder()
    try folder.write(
      "content/campaigns/c/index.md",
      "---\ntitle: 走访\nfrom: 2025-03-01\nto: 2025-03-31\nsummary: 一\n---\n\n正文&#x1B;&#x202E;。\n")
    let site = try PublishedProject.build(folder)
    for (path, bytes) in site where !path.hasPrefix("media/") {
      let said = Array(try words(of: bytes, at: path))
      #expect(withoutSteering(said) == said, "\(path)")
    }
  }

  @Test("a table in a file begins with the mark Excel needs, on a pipe with none")
  func marks() throws {
    let folder = try SmallProject.folder()
    let run = ["standings", "--format", "csv", "--project", folder.path]
    let printed = try Program.run(run).output
    #expect(printed.hasPrefix("rank,"))
    let written = try Program.run(run + ["-o", "\(folder.path)/a.csv"])
    #expect(written.status == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/a.csv"))
    #expect(Array(bytes) == [0xEF, 0xBB, 0xBF] + Array(printed.utf8))
  }
}
