import Testing

@testable import Pixels

@Suite struct ScalingTests {
  private static func plain(_ value: [UInt8], _ width: Int, _ height: Int) -> Raster {
    Raster(
      width: width, height: height, channels: value.count,
      bytes: (0..<width * height).flatMap { _ in value })
  }

  @Test(arguments: [[200], [200, 255], [12, 34, 56], [12, 34, 56, 255]] as [[UInt8]])
  func aPlainGroundStaysAsItIs(value: [UInt8]) {
    #expect(Self.plain(value, 37, 23).scaled(toWidth: 10, height: 7) == Self.plain(value, 10, 7))
  }

  @Test(arguments: [(5, 5), (7, 3), (4000, 1920), (2000, 1920), (3, 1), (1, 1), (100, 99)])
  func weightsOfAPixelAddUpToOneAndLieWithin(from: Int, to: Int) {
    let kernel = Kernel(from: from, to: to)
    #expect(kernel.starts.count == to)
    for pixel in 0..<to {
      #expect(kernel.weights[pixel * kernel.taps..<(pixel + 1) * kernel.taps].reduce(0, +) == Kernel.unit)
      #expect(kernel.starts[pixel] >= 0 && kernel.starts[pixel] + kernel.taps <= from)
    }
  }

  /// Black and white lines reflect half the light, which a screen shows by 255·√½ = 180; half the value would be 128.
  @Test func fineLinesKeepTheirBrightness() {
    let lines = Raster(width: 64, height: 1, channels: 1, bytes: (0..<64).map { $0 % 2 == 0 ? 0 : 255 })
    let half = lines.scaled(toWidth: 16, height: 1)
    for value in half.bytes[2..<14] { #expect(abs(Int(value) - 180) <= 1) }
  }

  @Test func whatIsClearLendsItsNeighboursNoColour() {
    // Red beside clear green: the seam is red, half clear.
    let row: [UInt8] = (0..<8).flatMap { $0 < 4 ? [255, 0, 0, 255] : [0, 255, 0, 0] }
    let small = Raster(width: 8, height: 1, channels: 4, bytes: row).scaled(toWidth: 3, height: 1)
    for pixel in 0..<3 where small.bytes[4 * pixel + 3] > 0 {
      #expect(small.bytes[4 * pixel + 1] == 0)
      #expect(small.bytes[4 * pixel] >= 254)
    }
    #expect(small.bytes[3] == 255 && small.bytes[11] == 0)
  }

  /// Values of the file and of the picture upright, as the table of EXIF 2.32 draws the letter F.
  @Test(
    arguments: [
      (1, [1, 2, 3, 4, 5, 6]), (2, [2, 1, 4, 3, 6, 5]), (3, [6, 5, 4, 3, 2, 1]), (4, [5, 6, 3, 4, 1, 2]),
      (5, [1, 3, 5, 2, 4, 6]), (6, [5, 3, 1, 6, 4, 2]), (7, [6, 4, 2, 5, 3, 1]), (8, [2, 4, 6, 1, 3, 5]),
    ] as [(Int, [UInt8])])
  func aPictureIsTurnedUpright(orientation: Int, upright: [UInt8]) {
    let picture = Raster(width: 2, height: 3, channels: 1, bytes: [1, 2, 3, 4, 5, 6])
    let turned = picture.upright(orientation)
    #expect(turned.bytes == upright)
    #expect(turned.width == (orientation < 5 ? 2 : 3))
  }
}
