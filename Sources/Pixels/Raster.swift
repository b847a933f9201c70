/// A picture as numbers: rows from the top, pixels from the left, eight bits a channel. What the numbers mean as colours is
/// said by the profile in the file they came from, and nobody here asks.
package struct Raster: Sendable, Equatable {
  package let width: Int
  package let height: Int
  /// 1 grey, 2 grey and alpha, 3 red, green and blue, 4 the same and alpha; alpha isn't multiplied in.
  package let channels: Int
  package let bytes: [UInt8]

  /// - Precondition: `bytes` fills the rectangle.
  package init(width: Int, height: Int, channels: Int, bytes: [UInt8]) {
    precondition(width > 0 && height > 0 && (1...4).contains(channels) && bytes.count == width * height * channels)
    (self.width, self.height, self.channels, self.bytes) = (width, height, channels, bytes)
  }

  var hasAlpha: Bool { channels % 2 == 0 }
}

/// Why there are no pixels.
package enum RasterFault: Error, Equatable {
  /// Not the kind of file it was taken for, or broken off within.
  case damaged
  /// More pixels than are held in memory at once.
  case tooLarge
}

/// The most pixels that are held decoded: 160 MB of four channels.
package let mostDecodedPixels = 40_000_000

/// The most pixels a photograph may have whose decoder can leave most of them out; a progressive one is read whole.
package let mostPixels = 128_000_000
