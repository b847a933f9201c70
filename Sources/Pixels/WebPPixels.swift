import CWebP

/// Of a picture that doesn't move.
/// - Throws: `RasterFault`.
package func webpRaster(_ bytes: [UInt8]) throws(RasterFault) -> Raster {
  var features = WebPBitstreamFeatures()
  guard WebPGetFeatures(bytes, bytes.count, &features) == VP8_STATUS_OK, features.has_animation == 0,
    features.width > 0, features.height > 0
  else { throw .damaged }
  let (width, height) = (Int(features.width), Int(features.height))
  guard width * height <= mostDecodedPixels else { throw .tooLarge }
  let channels = features.has_alpha != 0 ? 4 : 3
  var isWhole = false
  let pixels = [UInt8](unsafeUninitializedCapacity: width * height * channels) { room, count in
    room.initialize(repeating: 128)
    let decode = channels == 4 ? WebPDecodeRGBAInto : WebPDecodeRGBInto
    isWhole = decode(bytes, bytes.count, room.baseAddress, room.count, Int32(width * channels)) != nil
    count = room.count
  }
  guard isWhole else { throw .damaged }
  return Raster(width: width, height: height, channels: channels, bytes: pixels)
}

/// - Parameter quality: 0 to 100; alpha stays exact.
package func webpBytes(_ raster: Raster, quality: Int) -> [UInt8]? {
  guard raster.channels > 2 else { return nil }
  var made: UnsafeMutablePointer<UInt8>?
  let encode = raster.hasAlpha ? WebPEncodeRGBA : WebPEncodeRGB
  let size = encode(
    raster.bytes, Int32(raster.width), Int32(raster.height), Int32(raster.width * raster.channels), Float(quality),
    &made)
  defer { WebPFree(made) }
  guard size > 0, let made else { return nil }
  return Array(UnsafeBufferPointer(start: made, count: size))
}
