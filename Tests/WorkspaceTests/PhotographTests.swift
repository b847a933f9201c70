import Diagnostics
import Foundation
import Pixels
import Testing
import Texts

@testable import Disk
@testable import Loading
@testable import Workspace

/// Photographs as cameras give them, through a whole build.
@Suite("Photographs") struct PhotographTests {
  static let place = "31.2304N 121.4737E"
  static let maker = "Huawei P60 Pro"
  static let person = "拍摄者张三"
  static let time = "2025:03:12 09:41:07"
  static let secrets = [place, maker, person, time]
  private static var note: [UInt8] { Array(secrets.joined(separator: "|").utf8) }

  static func raster(_ width: Int, _ height: Int, _ channels: Int = 3) -> Raster {
    Raster(
      width: width, height: height, channels: channels,
      bytes: (0..<width * height * channels).map { UInt8(truncatingIfNeeded: $0 / 7 + $0 / 3001) })
  }

  private static func segment(_ marker: UInt8, _ name: String) -> [UInt8] {
    let content = Array(name.utf8) + note
    return [0xFF, marker, 0, UInt8(content.count + 2)] + content
  }

  /// With EXIF, XMP, IPTC, a preview, a maker's own segment, comments, and another picture behind it.
  static func jpeg(_ width: Int, _ height: Int) throws -> [UInt8] {
    let table: [UInt8] = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]
    let exif = Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8] + table + note
    let notes =
      [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + segment(0xE1, "http://ns.adobe.com/xap/1.0/\0")
      + segment(0xED, "Photoshop 3.0\0") + segment(0xE0, "JFXX\0") + segment(0xE5, "HUAWEI") + segment(0xFE, "")
    let bytes = try #require(jpegBytes(raster(width, height), quality: 85))
    return [0xFF, 0xD8] + notes + bytes.dropFirst(2) + note
  }

  static func png(_ width: Int, _ height: Int, channels: Int = 3) throws -> [UInt8] {
    var bytes = try #require(pngBytes(raster(width, height, channels)))
    for name in ["tEXt", "iTXt", "eXIf", "tIME", "prVt"] {
      bytes.insert(contentsOf: [0, 0, 0, UInt8(note.count)] + Array(name.utf8) + note + [0, 0, 0, 0], at: 33)
    }
    return bytes + note
  }

  static func webp(_ width: Int, _ height: Int) throws -> [UInt8] {
    let picture = try #require(webpBytes(raster(width, height), quality: 80)).dropFirst(12)
    let little = { (value: Int, count: Int) in (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
    let pad: [UInt8] = note.count % 2 == 1 ? [0] : []
    let notes = ["EXIF", "XMP ", "MKNT"].flatMap { Array($0.utf8) + little(note.count, 4) + note + pad }
    let head = Array("VP8X".utf8) + little(10, 4) + [0x0C, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3)
    let body = Array("WEBP".utf8) + head + picture + notes
    return Array("RIFF".utf8) + little(body.count, 4) + body
  }

  static func drawing() -> [UInt8] {
    Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><!-- \(secrets) --><metadata>\(secrets)</metadata></svg>
      """.utf8)
  }

  static func pictures() throws -> [String: [UInt8]] {
    [
      "wide.jpg": try jpeg(2000, 40), "small.jpg": try jpeg(700, 20), "wide.png": try png(2000, 30),
      "clear.png": try png(1000, 30, channels: 4), "wide.webp": try webp(2000, 30), "small.webp": try webp(300, 20),
      "drawing.svg": drawing(),
    ]
  }

  static func project(_ pictures: [String: [UInt8]]) throws -> TemporaryFolder {
    let folder = try SmallProject.folder()
    try folder.write(
      "content/campaigns/c/index.md",
      "---\ntitle: 走访\nfrom: 2025-03-01\nto: 2025-03-31\nsummary: 一\n---\n\n正文。\n")
    let list = pictures.keys.sorted().map { "![图](\($0))\n" }.joined(separator: "\n")
    let lead = pictures.keys.min().map { "picture: \($0)\npicture_alt: 图\n" } ?? ""
    try folder.write(
      "content/campaigns/c/visit.md",
      "---\ntitle: 走访慰问\ndate: 2025-03-12\nbranch: b01\nauthor: wang-wei\nsummary: 一\n\(lead)---\n\n\(list)\n")
    for (name, bytes) in pictures { try folder.write("content/campaigns/c/\(name)", bytes: bytes) }
    return folder
  }

  private static func archive(_ folder: TemporaryFolder, _ output: String, originals: Bool) throws {
    let order = ArchiveOrder(
      project: folder.path, subject: .campaign("c"), output: "\(folder.path)/\(output)", leavesOutPDF: true,
      keepsOriginals: originals)
    _ = try #require(try makeArchive(order).archived)
  }

  @Test("nothing of place, maker, person and time is in the site, its archives or a print")
  func notes() throws {
    let pictures = try Self.pictures()
    for (name, bytes) in pictures {
      for secret in Self.secrets { #expect(bytes.firstRange(of: Array(secret.utf8)) != nil, "\(name)") }
    }
    let folder = try Self.project(pictures)
    try folder.write("content/print/stamp.jpg", bytes: try Self.jpeg(2000, 40))
    var made = try PublishedProject.build(folder)
    #expect(made.keys.contains("sizes/480/jpg/campaigns/c/wide.png.jpg"))
    try Self.archive(folder, "archives", originals: false)
    try Self.archive(folder, "originals", originals: true)
    for part in ["archives", "originals", ".dualpoints"] {
      for (path, bytes) in try folder.contents(of: part) { made["\(part)/\(path)"] = bytes }
    }
    made["stamp"] = Data(try readPublished("content/print/stamp.jpg", in: folder.path))
    #expect(
      made.keys.contains { $0.hasPrefix("originals") && $0.hasSuffix("data/project/content/campaigns/c/wide.jpg") })
    for (path, bytes) in made {
      for secret in Self.secrets { #expect(bytes.firstRange(of: Data(secret.utf8)) == nil, "\(path): \(secret)") }
      for source in String(decoding: bytes, as: UTF8.self).matches(of: /"data:image\/[a-z+]+;base64,([^"]+)"/).map(\.1)
      {
        let data = try #require(Data(base64Encoded: String(source)))
        for secret in Self.secrets { #expect(data.firstRange(of: Data(secret.utf8)) == nil, "\(path)") }
      }
    }
  }

  @Test("the same bytes with the store, without it, and with one that was spoilt")
  func store() throws {
    let folder = try Self.project(try Self.pictures())
    let first = try PublishedProject.build(folder)
    let stored = try folder.contents(of: ".dualpoints/pictures")
    // Five pictures of seven are drawn: three full forms, and three sizes of each of these, one of the smaller JPEG, one of the PNG.
    #expect(stored.keys.filter { $0.count > 60 }.count == 3 + 3 * 3 + 1 + 1)
    #expect(try PublishedProject.build(folder) == first)
    for (number, (name, bytes)) in stored.sorted(by: { $0.key < $1.key }).enumerated() {
      var bytes = bytes
      switch number % 3 {
      case 0: bytes[bytes.count / 2] ^= 1
      case 1: bytes = bytes.prefix(bytes.count / 2)
      // A whole entry under another's name.
      default: bytes = stored.values.first { $0 != bytes } ?? bytes
      }
      try folder.write(".dualpoints/pictures/\(name)", bytes: Array(bytes))
    }
    #expect(try PublishedProject.build(folder) == first)
    try FileManager.default.removeItem(atPath: "\(folder.path)/.dualpoints")
    try folder.write(".dualpoints", "")
    #expect(try PublishedProject.build(folder) == first)
  }

  @Test("the store holds what the last build used, and is no content")
  func bounded() throws {
    let folder = try Self.project(["a.jpg": try Self.jpeg(2000, 40), "b.jpg": try Self.jpeg(2100, 40)])
    _ = try PublishedProject.build(folder)
    #expect(try folder.contents(of: ".dualpoints/pictures").count == 8)
    try folder.write(".dualpoints/pictures/.draft-left", "")
    try folder.write("content/campaigns/c/b.jpg", bytes: try Self.jpeg(500, 40))
    _ = try PublishedProject.build(folder)
    #expect(try folder.contents(of: ".dualpoints/pictures").count == 4)
    let (tree, diagnostics) = try loadSource(project: folder.path)
    #expect(diagnostics.isEmpty)
    #expect(tree.files.allSatisfy { !$0.path.contains(".dualpoints") } && tree.passedOver.isEmpty)
  }

  @Test("a project that is only read has its store where the service keeps such things")
  func place() {
    let cache = "/var/cache/dualpoints/jifen"
    #expect(PictureStore.place(beside: "/srv/p", isWritable: true, cache: cache) == "/srv/p/.dualpoints")
    #expect(PictureStore.place(beside: "/srv/p", isWritable: false, cache: cache) == cache)
    #expect(PictureStore.place(beside: "/srv/p", isWritable: false, cache: nil) == "/srv/p/.dualpoints")
  }

  @Test("a picture's sizes stand in its page, and a page that names one finds it")
  func sources() throws {
    let folder = try Self.project(["a.jpg": try Self.jpeg(2000, 40)])
    let site = try PublishedProject.build(folder)
    let page = String(decoding: try #require(site["stories/visit.html"]), as: UTF8.self).asWritten
    let all =
      "../sizes/480/campaigns/c/a.jpg 480w, ../sizes/960/campaigns/c/a.jpg 960w, ../sizes/1440/campaigns/c/a.jpg 1440w, "
      + "../media/campaigns/c/a.jpg 1920w"
    #expect(page.contains("src=\"../sizes/1440/campaigns/c/a.jpg\" alt=\"图\" "))
    #expect(page.contains("srcset=\"\(all)\" sizes="))
    #expect(page.contains("width=\"1920\" height=\"38\""))
    for width in [480, 960, 1440] {
      let bytes = try #require(site["sizes/\(width)/campaigns/c/a.jpg"])
      #expect(try jpegRaster(Array(bytes), atLeast: 4000).width == width)
    }
    #expect(try jpegRaster(Array(#require(site["media/campaigns/c/a.jpg"])), atLeast: 4000).width == 1920)
  }

  @Test("a drawing of pixels and a photograph called like its smaller form are both published")
  func namesakes() throws {
    let folder = try Self.project(["x.png": try Self.png(2000, 30), "x.png.jpg": try Self.jpeg(2000, 40)])
    let site = try PublishedProject.build(folder)
    #expect(site["sizes/480/jpg/campaigns/c/x.png.jpg"] != nil && site["sizes/480/campaigns/c/x.png.jpg"] != nil)
  }

  @Test("a photograph that breaks off is told and offered in one size; a page's pictures have a budget")
  func budget() throws {
    let folder = try Self.project(["a.jpg": Array(try Self.jpeg(2000, 400).dropLast(4_000))])
    #expect(try loadSource(project: folder.path).1.map(\.code) == [.damagedPicture])
    #expect(try loadSource(project: folder.path).0.asset(at: "content/campaigns/c/a.jpg")?.smaller == [])
    // Of ten photographs a telephone takes a quarter of the width, so hardly more than a sixteenth of the bytes.
    let whole = Dictionary(uniqueKeysWithValues: try (0..<10).map { ("\($0).jpg", try Self.jpeg(1900, 100 + $0)) })
    let site = try PublishedProject.build(try Self.project(whole))
    let small = site.filter { $0.key.hasPrefix("sizes/480/") }
    #expect(small.count == 10)
    #expect(small.values.reduce(0) { $0 + $1.count } * 5 < whole.values.reduce(0) { $0 + $1.count })
    // What nobody asks for by width is as wide as a column, not as the camera's.
    let page = String(decoding: try #require(site["stories/visit.html"]), as: UTF8.self).asWritten
    #expect(page.matches(of: /src="..\/media\/[^"]*\.jpg"/).isEmpty)
  }

  @Test("a bag alone gives the same site, with the pictures shown or with all their pixels", arguments: [false, true])
  func bag(originals: Bool) throws {
    let folder = try Self.project(try Self.pictures())
    let site = try PublishedProject.build(folder)
    try Self.archive(folder, "archives", originals: originals)
    let kept = try folder.contents(of: "archives").filter { $0.key.contains("data/project/") }
    let again = try TemporaryFolder()
    for (path, bytes) in kept {
      guard let start = path.range(of: "data/project/")?.upperBound else { continue }
      try again.write(String(path[start...]), bytes: Array(bytes))
    }
    let wide = try #require(kept.first { $0.key.hasSuffix("wide.jpg") }).value
    #expect(try jpegRaster(Array(wide), atLeast: 4000).width == (originals ? 2000 : 1920))
    #expect(try PublishedProject.build(again) == site)
  }

  @Test("what is damaged within is told when it is drawn, and too many pixels before")
  func damaged() throws {
    var broken = try Self.jpeg(2000, 400)
    for at in broken.count / 2..<broken.count / 2 + 300 { broken[at] = 0x11 }
    let folder = try Self.project(["a.jpg": broken])
    #expect(try loadSource(project: folder.path).1.isEmpty)
    let report = try buildSite(project: folder.path, output: "\(folder.path)/public")
    #expect(report.publication != nil)
    #expect(report.diagnostics.filter { $0.code == .damagedPicture }.map(\.path) == ["content/campaigns/c/a.jpg"])
    var huge = try Self.jpeg(2000, 40)
    let frame = try #require(huge.firstRange(of: [0xFF, 0xC2])?.upperBound)
    huge.replaceSubrange(frame + 3..<frame + 7, with: [0xFF, 0xDC, 0xFF, 0xDC])
    try folder.write("content/campaigns/c/a.jpg", bytes: huge)
    #expect(try loadSource(project: folder.path).1.map(\.code) == [.fileTooLarge])
  }
}
