import Texts

/// A message as stretches of whole paragraphs, each as long as a page has room for; one that is longer than a page alone is
/// cut behind a sentence.
///
/// Heights are reckoned from the text: 33 characters a line, as its measure is set.
struct LetterPages {
  /// Characters on a line, and lines on the first page, on others, and what the signature takes.
  private static let measure = 33
  private static let firstLines = 22
  private static let lines = 25
  private static let signature = 3

  private(set) var pages: [[UInt8]] = [[]]
  private(set) var linesLeft = Self.firstLines

  init(_ html: [UInt8]) {
    var last: (piece: [UInt8], height: Int) = ([], 0)
    for block in blocks(of: html) {
      for piece in Self.pieces(of: block) {
        let height = Self.height(of: piece[...])
        if height > linesLeft, !pages[pages.count - 1].isEmpty { turn() }
        pages[pages.count - 1] += piece
        linesLeft -= height
        last = (piece, height)
      }
    }
    if linesLeft < Self.signature {
      // Who signs doesn't stand on a page alone.
      let isOnly = pages[pages.count - 1].count == last.piece.count
      if !isOnly { pages[pages.count - 1].removeLast(last.piece.count) }
      turn()
      if !isOnly {
        pages[pages.count - 1] = last.piece
        linesLeft -= last.height
      }
    }
    linesLeft -= Self.signature
  }

  private mutating func turn() {
    pages.append([])
    linesLeft = Self.lines
  }

  /// A paragraph of plain text that no page holds, as several behind its sentences; everything else as it is.
  private static func pieces(of block: ArraySlice<UInt8>) -> [[UInt8]] {
    guard height(of: block) > lines, block.starts(with: "<p>".utf8) else { return [Array(block)] }
    let (start, end, stop) = (Array("<p class=\"cont\">".utf8), Array("</p>".utf8), Array("。".utf8))
    var (pieces, from, depth) = ([[UInt8]](), block.startIndex, 0)
    var at = block.startIndex + 3
    while at < block.endIndex {
      if block[at] == UInt8(ascii: "<") {
        let isEnd = at + 1 < block.endIndex && block[at + 1] == UInt8(ascii: "/")
        let close = block[at...].firstIndex(of: UInt8(ascii: ">")) ?? block.endIndex - 1
        if close > at, block[close - 1] != UInt8(ascii: "/") { depth += isEnd ? -1 : 1 }
        at = close + 1
      } else if depth == 0, block[at...].starts(with: stop), height(of: block[from...at]) >= lines - 5 {
        at += stop.count
        pieces.append((from == block.startIndex ? [] : start) + Array(block[from..<at]) + end)
        from = at
      } else {
        at += 1
      }
    }
    let rest = block[from...]
    if rest.starts(with: end) { return pieces }
    return pieces + [(from == block.startIndex ? [] : start) + Array(rest)]
  }

  /// In lines. A picture takes eleven at most, as the stylesheet has it.
  private static func height(of block: ArraySlice<UInt8>) -> Int {
    var (text, breaks, pictures) = ([UInt8](), 0, 0)
    var at = block.startIndex
    while at < block.endIndex {
      guard block[at] == UInt8(ascii: "<") else {
        text.append(block[at])
        at += 1
        continue
      }
      let rest = block[at...]
      if rest.starts(with: "<img".utf8) || rest.starts(with: "<svg".utf8) { pictures += 1 }
      if ["<br", "<li", "<tr", "<p>", "<h", "<fig"].contains(where: { rest.starts(with: $0.utf8) }) { breaks += 1 }
      at = (rest.firstIndex(of: UInt8(ascii: ">")) ?? block.endIndex - 1) + 1
    }
    let ems = displayWidth(String(decoding: text, as: UTF8.self)) / 2 + 2
    return (ems + measure - 1) / measure + max(0, breaks - 1) + 11 * pictures
  }
}

/// The elements that follow one another at the top.
private func blocks(of html: [UInt8]) -> [ArraySlice<UInt8>] {
  let voids = ["<img", "<br", "<hr", "<input", "<source"]
  var (blocks, start, depth, at) = ([ArraySlice<UInt8>](), 0, 0, 0)
  while let open = html[at...].firstIndex(of: UInt8(ascii: "<")) {
    let rest = html[open...]
    let close = rest.firstIndex(of: UInt8(ascii: ">")) ?? html.endIndex - 1
    if rest.starts(with: "</".utf8) {
      depth -= 1
    } else if !voids.contains(where: { rest.starts(with: $0.utf8) }), html[close - 1] != UInt8(ascii: "/") {
      depth += 1
    }
    at = close + 1
    if depth == 0 {
      blocks.append(html[start..<at])
      start = at
    }
  }
  if start < html.endIndex { blocks.append(html[start...]) }
  return blocks
}
