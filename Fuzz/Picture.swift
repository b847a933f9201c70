@testable import Picturing
import Pixels
import Texts

/// Whatever stands in a picture's file, its forms are made or it stays as it is, the same twice.
@_cdecl("LLVMFuzzerTestOneInput") public func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let cut = publishedPicture(bytes).bytes
  precondition(publishedPicture(cut).bytes == cut, "cut twice, other bytes")
  guard let forms = pictureForms(cut) else { return 0 }
  // A head that claims many pixels is no find: they are bounded, and a fuzzer has better to do than to fill them.
  if forms.full.width * forms.full.height > 1 << 22 { return 0 }
  let full = fullPicture(cut)
  precondition(full.isDamaged ? full.bytes == cut : fullPicture(full.bytes).bytes == full.bytes)
  for form in forms.smaller {
    let smaller = smallerPicture(full.bytes, width: form.pixels.width)
    precondition(smaller.isDamaged || smaller.bytes != full.bytes)
  }
  _ = smallerPicture(cut, width: 3)
  for decode in [{ try? jpegRaster(bytes, atLeast: 8) }, { try? pngRaster(bytes) }, { try? webpRaster(bytes) }] {
    if let raster = decode(), raster.width * raster.height < 1 << 20 {
      _ = raster.scaled(toWidth: (raster.width + 1) / 2, height: (raster.height + 2) / 3).upright(6)
    }
  }
  return 0
}
