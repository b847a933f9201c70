import CTurboJPEG

/// By how much a JPEG can be made smaller while it is decoded, which costs less than decoding it.
///
/// - Returns: 1, 2, 4 or 8, the largest that leaves so many pixels of width and of height.
package func jpegShrink(width: Int, height: Int, atLeast least: (width: Int, height: Int)) -> Int {
  [8, 4, 2].first { shortened(width, $0) >= least.width && shortened(height, $0) >= least.height } ?? 1
}

/// As libjpeg rounds: up.
func shortened(_ length: Int, _ shrink: Int) -> Int { (length + shrink - 1) / shrink }

/// - Parameters:
///   - least: the width that the result has to have if the picture does.
///   - lines: the same of its height.
/// - Throws: `RasterFault`; also of a picture in four inks, which is nobody's photograph.
package func jpegRaster(_ bytes: [UInt8], atLeast least: Int, by lines: Int = 1) throws(RasterFault) -> Raster {
  guard let handle = tjInitDecompress() else { throw .damaged }
  defer { tjDestroy(handle) }
  var (width, height, sampling, space) = (Int32(0), Int32(0), Int32(0), Int32(0))
  guard
    tjDecompressHeader3(handle, bytes, UInt(bytes.count), &width, &height, &sampling, &space) == 0, width > 0,
    height > 0
  else { throw .damaged }
  let isGrey = space == Int32(TJCS_GRAY.rawValue)
  guard isGrey || space == Int32(TJCS_RGB.rawValue) || space == Int32(TJCS_YCbCr.rawValue) else { throw .damaged }
  let shrink = jpegShrink(width: Int(width), height: Int(height), atLeast: (least, lines))
  let (across, down) = (shortened(Int(width), shrink), shortened(Int(height), shrink))
  guard Int(width) * Int(height) <= mostPixels, across * down <= mostDecodedPixels else { throw .tooLarge }
  let channels = isGrey ? 1 : 3
  var isWhole = false
  let pixels = [UInt8](unsafeUninitializedCapacity: across * down * channels) { room, count in
    // A picture that is cut off leaves rows nobody wrote.
    room.initialize(repeating: 128)
    let format = isGrey ? TJPF_GRAY : TJPF_RGB
    isWhole =
      tjDecompress2(
        handle, bytes, UInt(bytes.count), room.baseAddress, Int32(across), Int32(across * channels), Int32(down),
        Int32(format.rawValue), TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS | TJFLAG_STOPONWARNING) == 0
    count = room.count
  }
  guard isWhole else { throw .damaged }
  return Raster(width: across, height: down, channels: channels, bytes: pixels)
}

/// A progressive JPEG without any note; alpha is left out.
/// - Parameters:
///   - quality: 1 to 100.
///   - isCrisp: whether colours keep their full resolution, for letters on a ground.
package func jpegBytes(_ raster: Raster, quality: Int, isCrisp: Bool = false) -> [UInt8]? {
  guard !raster.hasAlpha, let handle = tjInitCompress() else { return nil }
  defer { tjDestroy(handle) }
  let isGrey = raster.channels == 1
  var made: UnsafeMutablePointer<UInt8>?
  var size: UInt = 0
  let sampling = isGrey ? TJSAMP_GRAY : isCrisp ? TJSAMP_444 : TJSAMP_420
  let format = isGrey ? TJPF_GRAY : TJPF_RGB
  let code = tjCompress2(
    handle, raster.bytes, Int32(raster.width), Int32(raster.width * raster.channels), Int32(raster.height),
    Int32(format.rawValue), &made, &size, Int32(sampling.rawValue), Int32(quality),
    TJFLAG_ACCURATEDCT | TJFLAG_PROGRESSIVE)
  defer { tjFree(made) }
  guard code == 0, let made else { return nil }
  return Array(UnsafeBufferPointer(start: made, count: Int(size)))
}
