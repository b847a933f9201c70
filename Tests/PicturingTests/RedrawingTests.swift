import Pixels
import Testing
import Texts

@testable import Picturing

/// Photographs in the sizes that pages need.
@Suite struct RedrawingTests {
  /// Darker to the right and below, so that it is seen which side is up.
  private static func slope(_ width: Int, _ height: Int, _ channels: Int = 3) -> Raster {
    Raster(
      width: width, height: height, channels: channels,
      bytes: (0..<height).flatMap { y in
        (0..<width).flatMap { x in
          (0..<channels).map { $0 == 3 ? UInt8(200) : UInt8(250 - 100 * x / width - 100 * y / height) }
        }
      })
  }

  private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)] + content
  }

  private static func jpeg(_ raster: Raster, _ notes: [UInt8] = []) throws -> [UInt8] {
    let bytes = try #require(jpegBytes(raster, quality: 90))
    return publishedPicture([0xFF, 0xD8] + notes + bytes.dropFirst(2)).bytes
  }

  private static func turn(_ orientation: UInt8) -> [UInt8] {
    let table: [UInt8] = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
    return segment(0xE1, Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8] + table)
  }

  private static func size(_ bytes: [UInt8], _ kind: String) -> PixelSize? {
    guard case .size(let size) = pictureHead(bytes, kind: kind, isWhole: true) else { return nil }
    return size
  }

  @Test func aPhotographHasTheSizesThatAreNarrowerThanItself() throws {
    // 2000 × 50 is published 1920 × 48; 1440 : 48 · 3/4.
    let forms = try #require(pictureForms(try Self.jpeg(Self.slope(2000, 50))))
    #expect(forms.full == PixelSize(width: 1920, height: 48))
    #expect(forms.smaller.map(\.pixels.width) == [480, 960, 1440])
    #expect(forms.smaller.map(\.pixels.height) == [12, 24, 36])
    #expect(forms.smaller.allSatisfy { $0.ending.isEmpty })
    // 960 is more than four fifths of 1080: no file for that little.
    let small = try #require(pictureForms(try Self.jpeg(Self.slope(1080, 20))))
    #expect(small.full == PixelSize(width: 1080, height: 20))
    #expect(small.smaller.map(\.pixels.width) == [480])
    #expect(try #require(pictureForms(try Self.jpeg(Self.slope(599, 20)))).smaller.isEmpty)
  }

  @Test func aSmallPhotographIsPublishedWithItsOwnBytes() throws {
    let cut = try Self.jpeg(Self.slope(1920, 30), Self.turn(1))
    #expect(fullPicture(cut).bytes == cut)
    #expect(!isRedrawn(cut, width: nil) && isRedrawn(cut, width: 480))
  }

  @Test(arguments: ["jpg", "png", "webp"]) func whoHasOnlyTheWidestFormMakesTheSameOfIt(kind: String) throws {
    let raster = Self.slope(2100, 60)
    let cut =
      switch kind {
      case "png": try #require(pngBytes(raster))
      case "webp": try #require(webpBytes(raster, quality: 90))
      default: try Self.jpeg(raster)
      }
    let full = fullPicture(cut)
    #expect(!full.isDamaged)
    #expect(Self.size(full.bytes, kind) == PixelSize(width: 1920, height: 55))
    #expect(publishedPicture(full.bytes).bytes == full.bytes)
    #expect(fullPicture(full.bytes).bytes == full.bytes)
    #expect(pictureForms(full.bytes) == pictureForms(cut))
  }

  /// What lies on its side in the file stands upright in the pixels: the light corner comes above left.
  @Test func aTurnedPhotographIsUprightInEverySize() throws {
    // Orientation 6: the file's first row is the right side of the picture.
    let lying = Self.slope(60, 2100)
    let file = try Self.jpeg(lying.upright(8), Self.turn(6))
    let forms = try #require(pictureForms(file))
    #expect(forms.full == PixelSize(width: 60, height: 2100))
    let wide = try Self.jpeg(Self.slope(2100, 60).upright(8), Self.turn(6))
    let full = fullPicture(wide)
    #expect(Self.size(full.bytes, "jpg") == PixelSize(width: 1920, height: 55))
    let shown = try jpegRaster(full.bytes, atLeast: 1920)
    #expect(shown.bytes[0] > 240)
    #expect(shown.bytes[shown.bytes.count - 1] < 60)
    #expect(full.bytes.firstRange(of: Array("Exif".utf8)) == nil)
    let small = smallerPicture(full.bytes, width: 480)
    #expect(try jpegRaster(small.bytes, atLeast: 480).bytes[0] > 240)
  }

  /// Not every browser reads where a PNG or a WebP says how it lies, so none has to.
  @Test(arguments: [8, 2100]) func aTurnedPNGIsUprightInEverySize(length: Int) throws {
    let file = try Self.turned(png: #require(pngBytes(Self.slope(length, 60).upright(8))))
    let shown = PixelSize(width: min(length, 1920), height: length == 8 ? 60 : 55)
    #expect(pictureForms(file)?.full == shown)
    #expect(isRedrawn(file, width: nil))
    let full = fullPicture(file)
    #expect(!full.isDamaged && Self.size(full.bytes, "png") == shown)
    let raster = try pngRaster(full.bytes)
    #expect(raster.bytes[0] > 230 && raster.bytes[raster.bytes.count - 1] < 80)
    #expect(publishedPicture(full.bytes).bytes == full.bytes && fullPicture(full.bytes).bytes == full.bytes)
    #expect(pictureForms(full.bytes) == pictureForms(file))
  }

  private static func turned(png: [UInt8]) -> [UInt8] {
    let notes = Array("eXIf".utf8) + notes(ofOrientation: 6)
    let chunk = [0, 0, 0, UInt8(notes.count - 4)] + notes + [0, 0, 0, 0]
    return publishedPicture(Array(png[..<33]) + chunk + png[33...]).bytes
  }

  /// Two dots, red above blue, of a palette; and two of a bit each, white above black: made by zlib.
  private static let small: [[UInt8]] = [
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAACCAMAAACuX0YVAAAABlBMVEX/AAAAAP9sof2OAAAAD0lEQVR4AQEEAPv/AAAAAQAFAALA4tFdAAAAAElFTkSuQmCC",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAACAQAAAACx+ouKAAAAD0lEQVR4AQEEAPv/AIAAAAGEAIFZbtZXAAAAAElFTkSuQmCC",
  ].map { bytes(ofBase64: $0.utf8) }

  @Test(arguments: small) func aTurnedPNGOfFewColoursIsUprightToo(png: [UInt8]) throws {
    let file = Self.turned(png: png)
    #expect(pictureForms(png) == nil)
    #expect(pictureForms(file)?.full == PixelSize(width: 2, height: 1))
    let full = fullPicture(file)
    #expect(!full.isDamaged)
    let (raster, lying) = (try pngRaster(full.bytes), try pngRaster(png))
    // Turned to the right: what was below comes left.
    #expect(raster == lying.upright(6))
    #expect(pictureForms(full.bytes) == pictureForms(file))
  }

  @Test func aTurnedWebPIsUprightInEverySize() throws {
    let picture = try #require(webpBytes(Self.slope(700, 60).upright(8), quality: 90)).dropFirst(12)
    let notes = notes(ofOrientation: 6)
    let body =
      Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0x08, 0, 0, 0, 59, 0, 0, 0xBB, 2, 0] + picture + Array("EXIF".utf8)
      + [UInt8(notes.count), 0, 0, 0] + notes
    let size = (0..<4).map { UInt8(truncatingIfNeeded: body.count >> (8 * $0)) }
    let file = publishedPicture(Array("RIFF".utf8) + size + body).bytes
    #expect(pictureForms(file)?.full == PixelSize(width: 700, height: 60))
    #expect(pictureForms(file)?.smaller.map(\.pixels.width) == [480])
    let full = fullPicture(file)
    #expect(!full.isDamaged && Self.size(full.bytes, "webp") == PixelSize(width: 700, height: 60))
    let raster = try webpRaster(full.bytes)
    #expect(raster.bytes[0] > 230 && raster.bytes[raster.bytes.count - 1] < 80)
    #expect(publishedPicture(full.bytes).bytes == full.bytes && fullPicture(full.bytes).bytes == full.bytes)
  }

  @Test func coloursKeepTheirProfileInEverySize() throws {
    let profile = Array("ICC_PROFILE\0".utf8) + [1, 1] + Array("a wide profile".utf8)
    let jpeg = try Self.jpeg(Self.slope(2000, 50), Self.segment(0xE2, profile))
    let full = fullPicture(jpeg).bytes
    #expect(full.firstRange(of: profile) != nil)
    #expect(smallerPicture(full, width: 480).bytes.firstRange(of: profile) != nil)
    var png = try #require(pngBytes(Self.slope(2000, 50)))
    let chunk: [UInt8] = [0, 0, 0, 5] + Array("iCCP".utf8) + [0x61, 0, 0, 1, 2] + [0, 0, 0, 0]
    let named: [UInt8] = [0, 0, 0, 7] + Array("iCCPicc".utf8) + [0, 0, 1, 2] + [0x3E, 0x63, 0x40, 0xC4]
    png.insert(contentsOf: chunk, at: 33)
    let drawn = fullPicture(publishedPicture(png).bytes)
    #expect(!drawn.isDamaged)
    #expect(Array(drawn.bytes[33..<33 + named.count]) == named)
    #expect(pictureForms(png)?.smaller.first?.ending == "")
  }

  @Test func anOpaquePNGIsAJPEGWhereItIsSmall() throws {
    let png = try #require(pngBytes(Self.slope(1000, 40)))
    #expect(pictureForms(png)?.smaller.map(\.ending) == [".jpg"])
    #expect(smallerPicture(png, width: 480).bytes.starts(with: [0xFF, 0xD8]))
    let clear = try #require(pngBytes(Self.slope(1000, 40, 4)))
    #expect(pictureForms(clear)?.smaller.map(\.ending) == [""])
    #expect(try pngRaster(smallerPicture(clear, width: 480).bytes).channels == 4)
  }

  @Test func whatIsDamagedWithinIsItselfInEverySize() throws {
    var broken = try Self.jpeg(Self.slope(2000, 400))
    for at in broken.count / 2..<broken.count / 2 + 200 { broken[at] = 0x11 }
    let full = fullPicture(broken)
    #expect(full.isDamaged && full.bytes == broken)
  }

  @Test func aPictureOfTooManyPixelsIsKnownByItsHead() throws {
    var huge = try Self.jpeg(Self.slope(2000, 16))
    let frame = try #require(huge.firstRange(of: [0xFF, 0xC2])?.upperBound)
    huge.replaceSubrange(frame + 3..<frame + 7, with: [0xFF, 0xDC, 0xFF, 0xDC])
    #expect(pictureForms(huge)?.isTooLarge == true)
    #expect(fullPicture(huge).isDamaged)
    // 108 million, as telephones have: decoded at a quarter of its width.
    huge.replaceSubrange(frame + 3..<frame + 7, with: [0x23, 0x28, 0x2E, 0xE0])
    #expect(pictureForms(huge)?.isTooLarge == false)
  }

  @Test func whatMovesOrHasFewColoursKeepsItsPixels() throws {
    var moving = try #require(pngBytes(Self.slope(2000, 16)))
    moving.insert(contentsOf: [0, 0, 0, 0] + Array("acTL".utf8) + [0, 0, 0, 0], at: 33)
    #expect(pictureForms(moving) == nil)
    #expect(!isRedrawn(moving, width: nil))
  }
}
