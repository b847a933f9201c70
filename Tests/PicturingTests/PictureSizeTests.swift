import Testing
import Texts

@testable import Picturing

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

  static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 4, 0, 0, 0, 3, 0]
  static let gif: [UInt8] = Array("GIF89a".utf8) + [0x00, 0x04, 0x00, 0x03]
  static let start: [UInt8] = [0xFF, 0xD8]
  /// A comment of two bytes, which look like a marker and are none.
  static let comment: [UInt8] = [0xFF, 0xFE, 0, 4, 0xFF, 0xC0]
  /// 8 bits, height 768, width 1024; baseline.
  static let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 3, 0, 4, 0, 1, 1, 0x11, 0]
  static func webp(_ chunk: String) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array(("WEBP" + chunk).utf8) + [0, 0, 0, 0]
  }
  static let lossy: [UInt8] = webp("VP8 ") + [0, 0, 0, 0x9D, 0x01, 0x2A, 0x00, 0x44, 0x00, 0x83]
  /// 14 bits of 1023, then 14 of 767: 0x00BFC3FF.
  static let lossless: [UInt8] = webp("VP8L") + [0x2F, 0xFF, 0xC3, 0xBF, 0x00]
  static let extended: [UInt8] = webp("VP8X") + [0x10, 0, 0, 0, 0xFF, 0x03, 0x00, 0xFF, 0x02, 0x00]

  static let pictures: [(kind: String, bytes: [UInt8])] = [
    ("png", png), ("gif", gif), ("jpg", start + frame), ("jpeg", start + comment + [0xFF, 0xFF] + frame),
    ("webp", lossy), ("webp", lossless), ("webp", extended),
  ]

  @Test(arguments: pictures) func aPhotographSaysItsSizeInItsHead(kind: String, bytes: [UInt8]) {
    let head = pictureHead(bytes, kind: kind, isWhole: false)
    #expect(head == .size(PixelSize(width: 1024, height: 768)))
  }

  /// The segment of a camera's notes: byte order, 42, the table at 8 with one row, tag 0x0112, a short number.
  private func notes(_ orientation: UInt8, bigEndian: Bool) -> [UInt8] {
    let notes: [UInt8] =
      bigEndian
      ? Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
      : Array("II".utf8) + [42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
    let segment = Array("Exif".utf8) + [0, 0] + notes
    return [0xFF, 0xE1, 0, UInt8(segment.count + 2)] + segment
  }

  @Test(arguments: [false, true], 1...8) func aCameraOnItsSideSwapsTheSides(bigEndian: Bool, orientation: Int) {
    let bytes = Self.start + notes(UInt8(orientation), bigEndian: bigEndian) + Self.frame
    let upright = PixelSize(width: 1024, height: 768)
    let turned = PixelSize(width: 768, height: 1024)
    #expect(pictureHead(bytes, kind: "jpg", isWhole: true) == .size(orientation < 5 ? upright : turned))
  }

  @Test func damagedNotesLeaveThePhotographItsSize() {
    // The table begins before the notes do.
    var segment = notes(6, bigEndian: true)
    segment[17] = 1
    let head = pictureHead(Self.start + segment + Self.frame, kind: "jpg", isWhole: true)
    #expect(head == .size(PixelSize(width: 1024, height: 768)))
  }

  @Test(arguments: pictures) func aHeadCutOffAnywhereIsDamagedAndNeverACrash(kind: String, bytes: [UInt8]) {
    for count in 0..<bytes.count {
      #expect(pictureHead(Array(bytes.prefix(count)), kind: kind, isWhole: true) == .damaged)
      let other = pictureHead(bytes, kind: kind == "png" ? "gif" : "png", isWhole: true)
      #expect(other == .damaged)
      // Any byte may be wrong: whatever is then read, it is read without a crash, and no side is zero.
      for value in [UInt8(0), 0xFF] {
        var broken = bytes
        broken[count] = value
        if case .size(let pixels) = pictureHead(broken, kind: kind, isWhole: true) {
          #expect(pixels.width > 0 && pixels.height > 0)
        }
      }
    }
  }

  @Test func aPhotographWithoutAFrameIsDamaged() {
    for bytes in [Self.start + [0xFF, 0xD9], Self.start + [0xFF, 0xDA, 0, 2], Self.start + [0xFF, 0xFE, 0, 1]] {
      #expect(pictureHead(bytes, kind: "jpg", isWhole: true) == .damaged)
    }
    // The frame's own length ends before its sides do.
    // Three colours it says, and describes one.
    let false3: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 3, 0, 4, 0, 3, 1, 0x11, 0]
    #expect(pictureHead(Self.start + false3, kind: "jpg", isWhole: true) == .damaged)
    #expect(pictureHead(Self.start + [0xFF, 0xC0, 0, 5, 8, 3, 0, 4, 0], kind: "jpg", isWhole: true) == .damaged)
  }
}
