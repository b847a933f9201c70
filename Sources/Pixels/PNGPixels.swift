import CPNG

/// - Throws: `RasterFault`.
package func pngRaster(_ bytes: [UInt8]) throws(RasterFault) -> Raster {
  var image = png_image()
  image.version = UInt32(PNG_IMAGE_VERSION)
  defer { png_image_free(&image) }
  let begun = bytes.withUnsafeBytes { png_image_begin_read_from_memory(&image, $0.baseAddress, $0.count) != 0 }
  guard begun, image.width > 0, image.height > 0 else { throw .damaged }
  let (width, height) = (Int(image.width), Int(image.height))
  guard width * height <= mostDecodedPixels else { throw .tooLarge }
  // Nothing is to be converted: numbers go in and come out as they stand.
  image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
  image.format &= UInt32(PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR)
  let channels = pngChannels(image.format)
  var isWhole = false
  // The library still reads from `bytes`.
  let pixels = bytes.withUnsafeBytes { _ in
    [UInt8](unsafeUninitializedCapacity: width * height * channels) { room, count in
      room.initialize(repeating: 128)
      isWhole = png_image_finish_read(&image, nil, room.baseAddress, Int32(width * channels), nil) != 0
      count = room.count
    }
  }
  guard isWhole else { throw .damaged }
  return Raster(width: width, height: height, channels: channels, bytes: pixels)
}

package func pngBytes(_ raster: Raster) -> [UInt8]? {
  var image = png_image()
  image.version = UInt32(PNG_IMAGE_VERSION)
  defer { png_image_free(&image) }
  (image.width, image.height) = (UInt32(raster.width), UInt32(raster.height))
  image.format = UInt32(
    (raster.hasAlpha ? PNG_FORMAT_FLAG_ALPHA : 0) | (raster.channels > 2 ? PNG_FORMAT_FLAG_COLOR : 0))
  let stride = Int32(raster.width * raster.channels)
  var size = 0
  // Asked twice: for the room, which it reckons by drawing once, and for the bytes.
  guard png_image_write_to_memory(&image, nil, &size, 0, raster.bytes, stride, nil) != 0, size > 0 else { return nil }
  var isWhole = false
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
    isWhole = png_image_write_to_memory(&image, room.baseAddress, &size, 0, raster.bytes, stride, nil) != 0
    count = isWhole ? min(size, room.count) : 0
  }
  return isWhole ? bytes : nil
}

private func pngChannels(_ format: UInt32) -> Int {
  (format & UInt32(PNG_FORMAT_FLAG_COLOR) != 0 ? 3 : 1) + (format & UInt32(PNG_FORMAT_FLAG_ALPHA) != 0 ? 1 : 0)
}
