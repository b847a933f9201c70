import Pixels
import Texts

/// What a picture without notes says at its head of how it can be drawn anew.
struct RasterHead {
  enum Kind: Equatable {
    case jpeg
    /// - isPlain: opaque, and its colours are what a file without a profile means.
    case png(isPlain: Bool)
    case webp
  }

  let kind: Kind
  /// How it lies in its file, 1 to 8.
  let turn: Int
  /// As it is shown: upright.
  let size: PixelSize

  /// `nil` for what is published with the pixels it has: what moves, what has few colours by its kind (they are few bytes,
  /// and more when blurred) and stands upright, and what is made of inks.
  init?(_ cut: [UInt8]) {
    var reader = ByteReader(cut)
    let found: RasterHead? =
      if cut.starts(with: [0xFF, 0xD8]) {
        (try? Self.jpeg(&reader)) ?? nil
      } else if cut.starts(with: PNGCut.signature) {
        Self.png(cut)
      } else if cut.starts(with: "RIFF".utf8) {
        Self.webp(cut)
      } else {
        nil
      }
    guard let found else { return nil }
    self = found
  }

  private init(_ kind: Kind, _ turn: Int, _ size: PixelSize) {
    self.kind = kind
    self.turn = turn
    self.size = size
  }

  private static func jpeg(_ reader: inout ByteReader) throws(ByteReader.End) -> RasterHead? {
    try reader.skip(2)
    var turn = 1
    while true {
      guard try reader.next(is: [0xFF]) else { return nil }
      let marker = try reader.big(1)
      var segment = try reader.part(try reader.big(2) - 2)
      switch marker {
      // Baseline, extended and progressive by Huffman's codes; others no camera makes.
      case 0xC0...0xC2:
        let (depth, height, width, inks) = (
          try segment.big(1), try segment.big(2), try segment.big(2), try segment.big(1)
        )
        guard depth == 8, inks == 1 || inks == 3 else { return nil }
        if inks == 3 { guard try isSampledAsUsual(&segment) else { return nil } }
        return (turn >= 5 ? positive(height, width) : positive(width, height)).map { RasterHead(.jpeg, turn, $0) }
      case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF, 0xDA: return nil
      case 0xE1: turn = ((try? orientation(&segment)) ?? nil) ?? turn
      default: break
      }
    }
  }

  /// Whether colours have as many dots as brightness, or half or a quarter of them: what libturbojpeg knows a name for.
  private static func isSampledAsUsual(_ frame: inout ByteReader) throws(ByteReader.End) -> Bool {
    var dots: [Int] = []
    for _ in 0..<3 {
      try frame.skip(1)
      dots.append(try frame.big(1))
      try frame.skip(1)
    }
    return [0x11, 0x21, 0x22, 0x12, 0x41].contains(dots[0]) && dots[1] == 0x11 && dots[2] == 0x11
  }

  private static func png(_ cut: [UInt8]) -> RasterHead? {
    let chunks = pngChunks(cut)
    guard let head = chunks.first, head.name == "IHDR", head.data.count == 13 else { return nil }
    let names = Set(chunks.map(\.name))
    let colours = cut[head.data.startIndex + 9]
    let turn = PNGCut.turn(cut)
    // With a bit for each dot, drawings of lines are as small as they can be: greys between them would be more.
    guard colours != 3 && cut[head.data.startIndex + 8] > 1 || turn > 1, !names.contains("acTL"),
      case .size(let size) = pictureHead(cut, kind: "png", isWhole: true)
    else { return nil }
    let isUsual = chunks.allSatisfy { chunk in
      // The brightness of screens, 1/2.2 in 1/100000.
      switch chunk.name {
      case "gAMA": names.contains("sRGB") || cut[chunk.data].elementsEqual([0, 0, 0xB1, 0x8F])
      case "cHRM": names.contains("sRGB") || cut[chunk.data].elementsEqual(primariesOfSRGB)
      default: true
      }
    }
    let isPlain =
      [0, 2, 3].contains(colours) && isUsual && names.isDisjoint(with: ["tRNS", "iCCP", "cICP", "mDCV", "cLLI"])
    return RasterHead(.png(isPlain: isPlain), turn, size)
  }

  private static func webp(_ cut: [UInt8]) -> RasterHead? {
    guard !webpChunks(cut).contains(where: { $0.name == "ANIM" || $0.name == "ANMF" }),
      case .size(let size) = pictureHead(cut, kind: "webp", isWhole: true)
    else { return nil }
    return RasterHead(.webp, webpTurn(cut), size)
  }
}

/// White, red, green and blue of screens, x and y of each in 1/100000.
private let primariesOfSRGB: [UInt8] = [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000].flatMap {
  (number: Int) -> [UInt8] in [0, 0, UInt8(number >> 8), UInt8(number & 0xFF)]
}

extension RasterHead {
  /// The widest a picture is published: what fills a large screen's window.
  static let widest = 1920
  /// Widths of the narrower forms: a card or a telephone, a column of text, the head of a page.
  static let narrower = [480, 960, 1440]

  var full: PixelSize { size.width > Self.widest ? size.narrowed(to: Self.widest) : size }

  /// Whether its own bytes are its widest form. Of a photograph every browser follows the note that says how it lies; of the
  /// other kinds some don't.
  var isPublishedAsItIs: Bool { full == size && (turn == 1 || kind == .jpeg) }

  /// A form that is hardly narrower than the next is a file for nothing.
  var smaller: [SmallerPicture] {
    let ending = kind == .png(isPlain: true) ? ".jpg" : ""
    return Self.narrower.filter { 5 * $0 <= 4 * full.width }.map {
      SmallerPicture(pixels: full.narrowed(to: $0), ending: ending)
    }
  }

  /// Whether decoding it takes more memory than is given to a picture.
  var isTooLarge: Bool {
    let pixels = size.width * size.height
    guard kind == .jpeg else { return pixels > mostDecodedPixels }
    // As it lies in the file: upright, width and height change places.
    let (file, wanted) = turn >= 5 ? (size.turned, full.turned) : (size, full)
    let shrink = jpegShrink(width: file.width, height: file.height, atLeast: (wanted.width, wanted.height))
    return pixels > mostPixels || pixels / (shrink * shrink) > mostDecodedPixels
  }
}

extension PixelSize {
  /// The same shape at another width.
  func narrowed(to width: Int) -> PixelSize {
    PixelSize(width: width, height: max(1, (2 * height * width + self.width) / (2 * self.width)))
  }
}
