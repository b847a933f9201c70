/// Comments, declarations, and elements whose content is no markup.
extension HTMLContext {
  private static let cdata = Array("[CDATA[".utf8)

  mutating func readDeclaration(_ byte: UInt8) {
    let isDash = byte == UInt8(ascii: "-")
    if run == 1, name == [UInt8(ascii: "-")] {
      if isDash { (mode, dashes, name, run) = (.comment, .atStart, [], 0) } else { beginBogus(byte) }
    } else if run == 0, isDash {
      (name, run) = ([byte], 1)
    } else if byte == Self.cdata[run] {
      // Text in a drawing, a comment elsewhere.
      run += 1
      name = []
      if run == Self.cdata.count { mode = .unclear }
    } else {
      beginBogus(byte)
    }
  }

  private mutating func beginBogus(_ byte: UInt8) {
    (mode, name, run) = (.bogusComment, [], 0)
    if byte == UInt8(ascii: ">") { leaveTag() }
  }

  /// `<!-->` and `<!--->` are whole comments, and `--!>` ends one too.
  mutating func readComment(_ byte: UInt8) {
    let isDash = byte == UInt8(ascii: "-")
    if byte == UInt8(ascii: ">"), dashes != .none, dashes != .one { return leaveTag() }
    switch dashes {
    case .atStart: dashes = isDash ? .oneAtStart : .none
    case .oneAtStart, .one: dashes = isDash ? .two : .none
    case .none: dashes = isDash ? .one : .none
    case .two: dashes = isDash ? .two : byte == UInt8(ascii: "!") ? .bang : .none
    case .bang: dashes = isDash ? .one : .none
    }
  }

  mutating func readRawText(_ byte: UInt8) {
    guard let end = element.endOfText else { return }
    if element == .script {
      tail = tail << 8 | UInt32(byte)
      // From here on an end tag may not end the script.
      if tail == 0x3C21_2D2D {
        mode = .unclear
        return
      }
    }
    if run == end.count {
      if byte == UInt8(ascii: ">") { return leaveTag() }
      if byte.isSpace || byte == UInt8(ascii: "/") {
        let closed = element
        leaveTag()
        (mode, element, isClosing) = (.inTag, closed, true)
        return
      }
      run = 0
    }
    if byte.lowercased == end[run] { run += 1 } else { run = byte == UInt8(ascii: "<") ? 1 : 0 }
  }
}

/// An element that decides how what follows its tag is read.
enum HTMLElement: Hashable {
  case other, script, style, title, textarea, xmp, iframe, noembed, noframes, noscript, plaintext
  case drawing, formula, meta, animation

  init(_ name: [UInt8]) {
    self =
      switch String(decoding: name, as: UTF8.self) {
      case "script": .script
      case "style": .style
      case "title": .title
      case "textarea": .textarea
      case "xmp": .xmp
      case "iframe": .iframe
      case "noembed": .noembed
      case "noframes": .noframes
      case "noscript": .noscript
      case "plaintext": .plaintext
      case "svg": .drawing
      case "math": .formula
      case "meta": .meta
      case "set", "animate", "animatemotion", "animatetransform": .animation
      default: .other
      }
  }

  /// `nil` for what nothing ends.
  var endOfText: [UInt8]? { Self.ends[self] }

  private static let ends: [HTMLElement: [UInt8]] = [
    .script: Array("</script".utf8), .style: Array("</style".utf8), .title: Array("</title".utf8),
    .textarea: Array("</textarea".utf8), .xmp: Array("</xmp".utf8), .iframe: Array("</iframe".utf8),
    .noembed: Array("</noembed".utf8), .noframes: Array("</noframes".utf8), .noscript: Array("</noscript".utf8),
  ]
}
