import Testing
import Texts

@testable import Picturing

/// A photograph goes to the site, to prints and archives with its picture and without its notes.
@Suite struct PublishedPictureTests {
  private static let secret = Array("GPS30N120E Phone 张三".utf8)

  private static func joined(_ parts: [UInt8]...) -> [UInt8] { Array(parts.joined()) }
  private static let start: [UInt8] = [0xFF, 0xD8]

  private static func holdsSecret(_ bytes: [UInt8]) -> Bool { bytes.firstRange(of: secret) != nil }

  // MARK: JPEG

  private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }

  private static let tables = segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
  private static let frame = segment(0xC0, [8, 0, 16, 0, 16, 1, 1, 0x11, 0])
  /// Stuffed bytes and a restart stand within a scan.
  private static let scan = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4]
  private static let picture = tables + frame + scan
  private static let end: [UInt8] = [0xFF, 0xD9]
  private static let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])

  /// An EXIF segment in the byte order of Motorola with an orientation and, behind the table, what a camera notes.
  private static func exif(_ orientation: UInt8) -> [UInt8] {
    let table: [UInt8] = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
    return segment(0xE1, joined(Array("Exif\0\0MM".utf8), [0, 42, 0, 0, 0, 8], table, secret))
  }

  @Test func aJPEGLosesItsNotesAndKeepsItsPicture() {
    let profile = Self.segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 9, 9])
    let adobe = Self.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])
    let preview = Self.segment(0xE0, Array("JFXX\0".utf8) + Self.secret)
    let xmp = Self.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + Self.secret)
    let iptc = Self.segment(0xED, Array("Photoshop 3.0\0".utf8) + Self.secret)
    let several = Self.segment(0xE2, Array("MPF\0".utf8) + Self.secret)
    let comment = Self.segment(0xFE, Self.secret)
    let notes = Self.jfif + preview + Self.exif(1) + xmp + several + profile + iptc + adobe + comment
    let photograph =
      Self.start + notes + Self.tables + comment + Self.frame + Self.scan + comment + Self.end + Self.secret
    let published = publishedPicture(photograph)
    #expect(published.bytes == Self.start + Self.jfif + profile + adobe + Self.picture + Self.end)
    #expect(!published.isDamaged)
  }

  @Test(arguments: UInt8(2)...8) func aTurnedPhotographStaysTurnedAndThatIsAllItSays(orientation: UInt8) {
    let published = publishedPicture(Self.start + Self.exif(orientation) + Self.picture + Self.end)
    // Length 34: the mark, the byte order, a table of one row, and no table after it.
    let notes = Self.joined(
      [0xFF, 0xE1, 0, 34], Array("Exif\0\0MM".utf8), [0, 42, 0, 0, 0, 8], [0, 1],
      [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0], [0, 0, 0, 0])
    #expect(published.bytes == Self.start + notes + Self.picture + Self.end)
    #expect(!published.isDamaged)
  }

  @Test func aPreviewWithinTheHeadOfAJPEGGoes() {
    let withPreview = Self.segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9])
    #expect(
      publishedPicture(Self.start + withPreview + Self.picture + Self.end).bytes
        == Self.start + Self.jfif + Self.picture + Self.end)
  }

  @Test func severalScansStayAndWhatStandsBetweenThemGoes() {
    let comment = Self.segment(0xFE, Self.secret)
    let photograph = Self.start + Self.picture + comment + Self.scan + Self.end
    #expect(publishedPicture(photograph).bytes == Self.start + Self.picture + Self.scan + Self.end)
  }

  // MARK: PNG, WebP, GIF

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    joined([0, 0, 0, UInt8(data.count)], Array(name.utf8), data, [7, 7, 7, 7])
  }

  private static let pngEnd: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  @Test func aPNGLosesItsTextsAndKeepsItsColours() {
    let head = chunkHead
    let kept = head + Self.chunk("gAMA", [1]) + Self.chunk("IDAT", [1, 2, 3])
    let notes = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt"].flatMap { Self.chunk($0, Self.secret) }
    let png =
      Self.signature + head + notes + Self.chunk("gAMA", [1]) + Self.chunk("IDAT", [1, 2, 3]) + notes + Self.pngEnd
    let published = publishedPicture(png + Self.secret)
    #expect(published.bytes == Self.signature + kept + Self.pngEnd)
    #expect(!published.isDamaged)
  }

  @Test func theNameOfAProfileIsNobodysWords() {
    let profile: [UInt8] = [0, 0, 8, 9]
    let png =
      Self.signature + chunkHead + Self.chunk("iCCP", Self.secret + profile) + Self.chunk("IDAT", [1]) + Self.pngEnd
    let named: [UInt8] = [0, 0, 0, 7] + Array("iCCPicc".utf8) + profile + [0x78, 0x73, 0x22, 0x05]
    #expect(publishedPicture(png).bytes == Self.signature + chunkHead + named + Self.chunk("IDAT", [1]) + Self.pngEnd)
    // Nothing but words.
    let bare = Self.signature + chunkHead + Self.chunk("iCCP", Self.secret) + Self.chunk("IDAT", [1]) + Self.pngEnd
    #expect(!Self.holdsSecret(publishedPicture(bare).bytes))
  }

  /// The table of one row that is all a turned picture says.
  private static func row(_ turn: UInt8) -> [UInt8] {
    joined([0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0], [0, 0, 0, 0])
  }

  @Test func aTurnedPNGStaysTurnedAndThatIsAllItSays() {
    let notes = Self.chunk("eXIf", Self.row(6) + Self.secret)
    let png = Self.signature + chunkHead + Self.chunk("IDAT", [1]) + notes + notes + Self.pngEnd
    let kept: [UInt8] = [0, 0, 0, 26] + Array("eXIf".utf8) + Self.row(6) + [0xD6, 0x67, 0x4B, 0x69]
    #expect(publishedPicture(png).bytes == Self.signature + chunkHead + Self.chunk("IDAT", [1]) + kept + Self.pngEnd)
    let size = pictureHead(png, kind: "png", isWhole: true)
    #expect(size == pictureHead(publishedPicture(png).bytes, kind: "png", isWhole: true))
  }

  /// Also one that moves, of which nothing is drawn: whoever shows it can still turn it.
  @Test(arguments: [UInt8(0), 2]) func aTurnedWebPStaysTurnedAndThatIsAllItSays(moves: UInt8) {
    let head: (UInt8) -> [UInt8] = { Self.part("VP8X", [$0, 0, 0, 0, 3, 0, 0, 1, 0, 0]) }
    let picture = Self.part(moves == 2 ? "ANIM" : "VP8L", [0x2F, 1])
    let notes = Self.part("EXIF", Self.row(6) + Self.secret)
    let photograph = Self.webp(head(moves | 0x08) + picture + notes + notes)
    #expect(
      publishedPicture(photograph).bytes == Self.webp(head(moves | 0x08) + picture + Self.part("EXIF", Self.row(6))))
    #expect(pictureHead(photograph, kind: "webp", isWhole: true) == .size(PixelSize(width: 2, height: 4)))
    // A head that says there are no notes is believed, as browsers do.
    let denied = Self.webp(head(moves) + picture + notes)
    #expect(publishedPicture(denied).bytes == Self.webp(head(moves) + picture))
    #expect(pictureHead(denied, kind: "webp", isWhole: true) == .size(PixelSize(width: 4, height: 2)))
  }

  private var chunkHead: [UInt8] { Self.chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]) }

  private static func part(_ name: String, _ data: [UInt8]) -> [UInt8] {
    joined(Array(name.utf8), [UInt8(data.count), 0, 0, 0], data, data.count % 2 == 1 ? [0] : [])
  }

  private static func webp(_ parts: [UInt8]) -> [UInt8] {
    joined(Array("RIFF".utf8), [UInt8(parts.count + 4), 0, 0, 0], Array("WEBP".utf8), parts)
  }

  @Test func aWebPLosesItsNotesAlsoWithinAFrame() {
    let picture = Self.part("VP8L", [0x2F, 1, 2])
    let times = [UInt8](repeating: 0, count: 16)
    // Bits of the head: profile, alpha, EXIF, XMP, animation.
    let head: (UInt8) -> [UInt8] = { Self.part("VP8X", [$0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) }
    let photograph = Self.webp(
      head(0x3E) + Self.part("ICCP", [5]) + Self.part("ANMF", times + picture + Self.part("SECR", Self.secret))
        + Self.part("EXIF", Self.secret) + Self.part("XMP ", Self.secret))
    let published = publishedPicture(photograph + Self.secret)
    #expect(published.bytes == Self.webp(head(0x32) + Self.part("ICCP", [5]) + Self.part("ANMF", times + picture)))
    #expect(!published.isDamaged)
  }

  private static let gifHead = joined(
    Array("GIF89a".utf8), [1, 0, 1, 0, 0x80, 0, 0], [0, 0, 0, 255, 255, 255])
  private static let gifFrame: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  private static func gifPart(_ label: UInt8, _ data: [UInt8]) -> [UInt8] {
    joined([0x21, label, UInt8(data.count)], data, [0])
  }

  @Test func aGIFLosesItsCommentsAndGoesRoundAsBefore() {
    let round = Self.joined([0x21, 0xFF, 11], Array("NETSCAPE2.0".utf8), [3, 1, 0, 0, 0])
    let times = Self.gifPart(0xF9, [0, 1, 0, 0])
    let notes = Self.gifPart(0xFE, Self.secret) + Self.gifPart(0xFF, Array("XMP DataXMP".utf8) + Self.secret)
    let published = publishedPicture(Self.joined(Self.gifHead, round, notes, times, Self.gifFrame, [0x3B], Self.secret))
    #expect(published.bytes == Self.joined(Self.gifHead, round, times, Self.gifFrame, [0x3B]))
    #expect(!published.isDamaged)
  }

  // MARK: Any of them

  private static var photographs: [[UInt8]] {
    let jpeg = Self.start + jfif + exif(6) + segment(0xFE, secret) + picture + end
    let png = joined(
      signature, chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]), chunk("tEXt", secret),
      chunk("iCCP", secret + [0, 0, 1]), chunk("eXIf", row(6) + secret), chunk("IDAT", [1, 2]), pngEnd)
    let webp = webp(
      joined(part("VP8X", [0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]), part("VP8L", [0x2F, 1]), part("EXIF", row(8) + secret)))
    let gif = joined(gifHead, gifPart(0xFE, secret), gifFrame, [0x3B])
    return [jpeg, png, webp, gif]
  }

  @Test(arguments: photographs) func onceIsEnough(photograph: [UInt8]) {
    let published = publishedPicture(photograph).bytes
    #expect(published != photograph)
    #expect(publishedPicture(published).bytes == published)
    #expect(!publishedPicture(published).isDamaged)
  }

  @Test(arguments: photographs) func cutOffAnywhereItIsToldAndHoldsNoNotes(photograph: [UInt8]) {
    for count in 0..<photograph.count {
      let published = publishedPicture(Array(photograph.prefix(count)))
      #expect(published.isDamaged, "\(count) bytes")
      #expect(!Self.holdsSecret(published.bytes), "\(count) bytes")
    }
  }

  @Test(arguments: photographs) func aWrongByteIsNoCrash(photograph: [UInt8]) {
    for index in photograph.indices {
      for value in [UInt8(0), 0x7F, 0xFF] {
        var broken = photograph
        broken[index] = value
        let published = publishedPicture(broken).bytes
        #expect(publishedPicture(published).bytes.count <= broken.count + 12)
      }
    }
  }

  @Test func whatIsNoPictureIsNotPublished() {
    // A telephone's own format under the name of a photograph.
    let published = publishedPicture(Self.joined([0, 0, 0, 24], Array("ftypheic".utf8), Self.secret))
    #expect(published.isDamaged)
    #expect(published.bytes == [])
  }

  @Test func aFileIsWhatItsBytesAreWhateverItsName() {
    for photograph in Self.photographs { #expect(!Self.holdsSecret(published(photograph, named: "a.JPG"))) }
    #expect(published(Self.secret, named: "报告.pdf") == Self.secret)
  }

  @Test func aDrawingLosesItsDescriptionAndWhatItsPhotographSays() {
    let photograph = Self.start + Self.exif(1) + Self.picture + Self.end
    let clean = Self.start + Self.picture + Self.end
    func drawing(_ notes: String, _ picture: [UInt8]) -> String {
      "<svg xmlns='http://www.w3.org/2000/svg'>\(notes)<image width='1' height='1' href=\"data:image/jpeg;base64,"
        + String(decoding: base64(picture), as: UTF8.self) + "\"/></svg>"
    }
    let notes = """
      <!-- 张三 --><metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><!-- 张三 -->张三</r:RDF></metadata>
      """
    let bytes = Array(drawing(notes, photograph).utf8)
    #expect(readDrawing(bytes).faults == [])
    #expect(String(decoding: published(bytes, named: "a.svg"), as: UTF8.self) == drawing("", clean))
  }
}
