import Testing

@testable import Pixels

@Suite struct CodecTests {
  /// A slope of colours, with letters' edges in it.
  static func picture(_ width: Int, _ height: Int, _ channels: Int) -> Raster {
    let bytes = (0..<height).flatMap { y in
      (0..<width).flatMap { x in
        (0..<channels).map { channel in
          UInt8((x * (channel + 1) * 255 / width + y * 80 / height + (x / 9 % 2) * 40) & 255)
        }
      }
    }
    return Raster(width: width, height: height, channels: channels, bytes: bytes)
  }

  @Test(arguments: 1...4) func aPNGGivesEveryPixelBack(channels: Int) throws {
    let picture = Self.picture(61, 43, channels)
    let bytes = try #require(pngBytes(picture))
    #expect(try pngRaster(bytes) == picture)
    #expect(pngBytes(picture) == bytes)
  }

  @Test(arguments: [1, 3]) func aJPEGGivesNearlyEveryPixelBack(channels: Int) throws {
    let picture = Raster(
      width: 64, height: 64, channels: channels,
      bytes: (0..<64).flatMap { y in (0..<64).flatMap { x in [UInt8](repeating: UInt8(2 * x + y), count: channels) } })
    let bytes = try #require(jpegBytes(picture, quality: 90))
    let back = try jpegRaster(bytes, atLeast: 64)
    #expect(back.channels == channels)
    #expect(zip(back.bytes, picture.bytes).allSatisfy { abs(Int($0) - Int($1)) <= 6 })
    #expect(jpegBytes(picture, quality: 90) == bytes)
  }

  @Test func aPhotographIsDecodedNoLargerThanNeeded() throws {
    let bytes = try #require(jpegBytes(Self.picture(801, 601, 3), quality: 80))
    #expect(try jpegRaster(bytes, atLeast: 401).width == 401)
    #expect(try jpegRaster(bytes, atLeast: 402).width == 801)
    #expect(try jpegRaster(bytes, atLeast: 201).height == 151)
    // 301 of 601 lines are half of them; 302 are more, whatever is left of the width.
    #expect(try jpegRaster(bytes, atLeast: 201, by: 301).height == 301)
    #expect(try jpegRaster(bytes, atLeast: 201, by: 302).height == 601)
  }

  @Test func aWebPKeepsItsAlphaExactly() throws {
    let picture = Self.picture(40, 30, 4)
    let back = try webpRaster(try #require(webpBytes(picture, quality: 80)))
    let alpha = { (raster: Raster) in stride(from: 3, to: raster.bytes.count, by: 4).map { raster.bytes[$0] } }
    #expect(alpha(back) == alpha(picture))
  }

  /// However a file is broken there are pixels or a fault, and the same twice.
  @Test(arguments: [0, 1, 2]) func aBrokenFileIsAFaultAndNoCrash(kind: Int) throws {
    let picture = Self.picture(48, 40, 3)
    let made = [jpegBytes(picture, quality: 80), pngBytes(picture), webpBytes(picture, quality: 80)]
    let decode: ([UInt8]) -> Raster? = { bytes in
      switch kind {
      case 0: try? jpegRaster(bytes, atLeast: 10)
      case 1: try? pngRaster(bytes)
      default: try? webpRaster(bytes)
      }
    }
    let bytes = try #require(made[kind])
    #expect(decode(bytes) != nil)
    for count in stride(from: 0, to: bytes.count - 20, by: 7) { #expect(decode(Array(bytes.prefix(count))) == nil) }
    for at in stride(from: 0, to: bytes.count, by: 5) {
      var broken = bytes
      broken[at] ^= 0x5A
      #expect(decode(broken) == decode(broken))
    }
  }

  /// 65535 × 65535 pixels in a few hundred bytes.
  @Test func aPictureThatClaimsTooMuchIsNotDecoded() throws {
    var jpeg = try #require(jpegBytes(Self.picture(16, 16, 3), quality: 80))
    let frame = try #require(jpeg.firstRange(of: [0xFF, 0xC2])?.upperBound)
    jpeg.replaceSubrange(frame + 3..<frame + 7, with: [0xFF, 0xDC, 0xFF, 0xDC])
    #expect(throws: RasterFault.tooLarge) { try jpegRaster(jpeg, atLeast: 1920) }
  }
}
