import Testing

@testable import Picturing

/// Drawings that other checks let pass.
@Suite("What an SVG picture may not hold")
struct DrawingGateTests {
  private static func drawing(_ inner: String) -> [UInt8] {
    Array(#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\#(inner)</svg>"#.utf8)
  }

  @Test(
    "a sign hidden behind a mark that joins it",
    arguments: ["\u{0338}", "\u{0301}", "\u{200D}", "\u{FE0F}", "\u{20E3}"])
  func combining(mark: String) {
    for inner in [
      "<g>\(mark)<script>alert(1)</script></g>", "<g id='a'\(mark)><script/></g>",
      "<style>a{}\(mark)@import 'x';</style>", "<style>rect{fill:url(\(mark)http://example.org)}</style>",
      "<rect fill='url(http://example.org)\(mark)'/>", "<a href='\(mark)javascript:alert(1)'/>",
    ] {
      #expect(!readDrawing(Self.drawing(inner)).faults.isEmpty, "\(inner)")
    }
  }

  @Test(
    "another language within the picture",
    arguments: [
      "<meta xmlns='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0;url=http://example.org'/>",
      "<img xmlns='http://www.w3.org/1999/xhtml' srcset='http://example.org/a 1x' alt=''/>",
      "<link xmlns='http://www.w3.org/1999/xhtml' rel='preload' as='image' imagesrcset='http://example.org/b 1x'/>",
      "<table xmlns='http://www.w3.org/1999/xhtml' background='http://example.org/c'/>",
      "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
      "<metadata><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script></metadata>",
      "<metadata><script xmlns='http://www.w3.org/2000/svg'>alert(1)</script></metadata>",
      "<rect xmlns:e='http://example.org' e:onload='a()'/>",
      "<rect xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='load'/>",
      "<g xml:base='http://example.org/'><use href='#a'/></g>",
    ])
  func namespaces(inner: String) { #expect(!readDrawing(Self.drawing(inner)).faults.isEmpty) }

  @Test(
    "what acts or fetches",
    arguments: [
      "<image href='https://example.org/a.png'/>", "<image href='//example.org/a.png'/>", "<image href='a.png'/>",
      "<image xlink:href='data:text/html;base64,AAAA'/>", "<use href='data:image/png;base64,AAAA'/>",
      "<a href='https://example.org'/>", "<feImage href='#a'/>", "<animate attributeName='x' to='1'/>",
      "<set attributeName='href' to='javascript:alert(1)'/>", "<script/>", "<foreignObject/>", "<rect onclick='a()'/>",
      "<rect srcset='a'/>", "<rect background='url(a)'/>", "<rect style='background-image:url(https://example.org)'/>",
      "<rect style='fill:image-set(\"https://example.org\" 1x)'/>", "<rect style='fill:src(\"https://example.org\")'/>",
      "<rect style='behavior:url(#a)'/>", "<rect style='--a:url(https://example.org)'/>",
      "<rect style='fill:u\\72 l(https://example.org)'/>", "<rect style=\"fill:url(/**/'https://example.org')\"/>",
      "<rect style='fill:url(\"#a\"'/>", "<style>@font-face{src:url(https://example.org)}</style>",
      "<style>@IMPORT 'https://example.org';</style>", "<style>rect{fill:red</style>",
      "<style>a[href^='x']{fill:red}</style>", "<style><![CDATA[@import 'https://example.org';]]></style>",
      "<?xml-stylesheet href='a.css'?>", "<text>\u{202E}gnp</text>", "<text>&#x202E;gnp</text>",
      "<text>&#x9B;31m</text>",
    ])
  func acting(inner: String) { #expect(!readDrawing(Self.drawing(inner)).faults.isEmpty) }

  @Test(
    "no document type and no other encoding",
    arguments: [
      "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg/>",
      "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><svg>&b;</svg>",
      "<?xml version='1.0' encoding='gb2312'?><svg/>", "<html/>", "", "<svg>", "<svg/><svg/>",
    ])
  func documents(text: String) { #expect(!readDrawing(Array(text.utf8)).faults.isEmpty) }

  @Test(
    "what drawing programs write passes",
    arguments: [
      "<style type='text/css'><![CDATA[ .st0{fill:#DE2910;} .st1{clip-path:url(#SVGID_2_);} ]]></style>",
      "<defs><clipPath id='c'><rect width='1' height='1'/></clipPath></defs><g class='st1' clip-path='url(#c)'/>",
      "<text xml:space='preserve' style='font-family:\"Noto Sans CJK SC\",sans-serif;-inkscape-font-specification:x'>"
        + "<tspan x='1' dy='1.2em'>一</tspan></text>",
      "<g transform='matrix(1,0,0,1,-2e-3,4) rotate(45 3,4)' style='mix-blend-mode:multiply;isolation:isolate'/>",
      "<filter id='f'><feGaussianBlur stdDeviation='2'/><feColorMatrix values='1 0 0'/></filter><g filter='url(\"#f\")'/>",
      "<path d='M0 0h1' fill='none' stroke='rgb(1,2,3)' marker-end='url(#m)' vector-effect='non-scaling-stroke'/>",
      "<title>a &lt; b：c</title><desc>url(x) javascript: @import</desc><a xlink:href='#top'><circle r='1'/></a>",
      "<symbol id='s' viewBox='0 0 1 1'><path d='M0 0'/></symbol><use xlink:href='#s' x='1' width='2'/>",
      "<rect role='img' aria-label='https://example.org' data-name='图层 1' class='a b'/>",
    ])
  func harmless(inner: String) { #expect(readDrawing(Self.drawing(inner)).faults == []) }

  @Test("a reference that multiplies is refused, whatever refers")
  func laughs() {
    func chain(_ levels: Int, _ link: (Int) -> String, _ element: String) -> String {
      (1...levels).map { "<\(element) id='b\($0)'>" + String(repeating: link($0 - 1), count: 10) + "</\(element)>" }
        .joined()
    }
    let start = "<g id='b0'><rect width='1' height='1'/></g>"
    let uses = start + chain(6, { "<use href='#b\($0)'/>" }, "g")
    let patterns = "<pattern id='b0'/>" + chain(6, { "<rect fill='url(#b\($0))'/>" }, "pattern")
    let masks = "<mask id='b0'/>" + chain(6, { "<rect style='mask:url(#b\($0))'/>" }, "mask")
    let styles =
      (1...6).map { "<style>.c\($0){fill:url(#b\($0 - 1))}</style>" }.joined() + "<pattern id='b0'/>"
      + chain(6, { "<rect class='c\($0 + 1)'/>" }, "pattern")
    for inner in [uses, patterns, masks, styles] {
      #expect(readDrawing(Self.drawing(inner)).faults.count == 1)
    }
    // Three levels are 1 000 shapes: a pattern of a floor, say.
    #expect(readDrawing(Self.drawing(start + chain(3, { "<use href='#b\($0)'/>" }, "g"))).faults == [])
    #expect(!readDrawing(Self.drawing("<g id='a'><use href='#a'/></g>")).faults.isEmpty)
    // A gradient is a colour.
    let colour = "<linearGradient id='g'><stop offset='0'/></linearGradient>"
    let painted = colour + String(repeating: "<rect fill='url(#g)'/>", count: 30_000)
    #expect(readDrawing(Self.drawing(painted)).faults == [])
  }

  @Test("depth and faults are bounded, and long chains of references are no deep calls")
  func bounds() {
    let deep = String(repeating: "<g>", count: 5000) + String(repeating: "</g>", count: 5000)
    #expect(!readDrawing(Self.drawing(deep)).faults.isEmpty)
    let faulty = String(repeating: "<script/>\n", count: 100_000)
    #expect(readDrawing(Self.drawing(faulty)).faults.count == 20)
    let chain = (1...20_000).map { "<g id='a\($0)'><use href='#a\($0 + 1)'/></g>" }.joined()
    #expect(!readDrawing(Self.drawing(chain)).faults.isEmpty)
    #expect(!readDrawing(Self.drawing(String(repeating: "<g/>", count: 60_000))).faults.isEmpty)
  }

  @Test("a fault is told with its line and column, in characters")
  func places() {
    let faults = readDrawing(Array("<svg>\n  <text>渗漏</text><script/>\n</svg>".utf8)).faults
    #expect(faults.map(\.line) == [2])
    // Two spaces, <text>, two signs, </text>: the tag is the eighteenth character.
    #expect(faults.map(\.column) == [18])
  }

  @Test("words are handed on together, whatever parts them")
  func words() {
    let inner = "<text>1381234<tspan>5678</tspan></text><text>1</text><rect aria-label='13812345678'/>"
    #expect(readDrawing(Self.drawing(inner)).texts.map(\.text) == ["13812345678", "1", "13812345678"])
  }

  @Test("words that a drawing shows are told from those it is read out as")
  func shownWords() {
    #expect(readDrawing(Self.drawing("<text x='1' y='2'>十月 0.3%</text>")).showsWords)
    #expect(readDrawing(Self.drawing("<g><text><tspan>十月</tspan></text></g>")).showsWords)
    for inner in ["<title>漂移</title><rect/>", "<text> </text>", "<desc>三条线</desc>", "<style>rect{}</style>"] {
      #expect(!readDrawing(Self.drawing(inner)).showsWords, "\(inner)")
    }
  }
}
