import Diagnostics
import Testing

@testable import Workspace

/// Without a size the text of a story jumps while its pictures load.
@Suite struct PictureSizeTests {
  @Test func aDrawingSaysItsShapeInTheViewBox() {
    let drawing =
      #"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 419.6"><path/></svg>"#
    #expect(drawingSize(Array(drawing.utf8)) == PixelSize(width: 1200, height: 420))
    #expect(drawingSize(Array("<svg viewBox='0,0,30,20'>".utf8)) == PixelSize(width: 30, height: 20))
  }

  @Test func aDrawingWithoutAShapeHasNone() {
    for text in [
      "<svg width='3'>", "<svg viewBox='0 0 3'>", "<svg viewBox='0 0 -3 4'>", "<svg viewBox=", "",
      "<svg viewBox='0 0 nan 4'>",
    ] {
      #expect(drawingSize(Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test func aPhotographSaysItsSizeInItsFirstChunk() {
    let png: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 4, 0, 0, 0, 3, 0, 8]
    #expect(rasterSize(png) == PixelSize(width: 1024, height: 768))
    #expect(rasterSize(Array(png.prefix(20))) == nil)
    #expect(rasterSize([UInt8](repeating: 0, count: 40)) == nil)
  }
}
