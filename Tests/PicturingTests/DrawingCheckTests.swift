import Testing

@testable import Picturing

@Suite("SVG pictures neither act nor reach outside")
struct DrawingCheckTests {
  @Test(
    "an ordinary drawing passes",
    arguments: [
      "<?xml version=\"1.0\"?><!-- by hand --><svg xmlns=\"http://www.w3.org/2000/svg\"><title>一 > 二</title></svg>",
      "<svg><defs><linearGradient id='g'/></defs><rect fill=\"url(#g)\" style='stroke:url(\"#g\")'/></svg>",
      "<svg xmlns:xlink='http://www.w3.org/1999/xlink'><use xlink:href='#a'/><a href='#top'/></svg>",
      "<svg><image href='data:image/png;base64,AAAA'/><style>.a{fill:red}</style><text>on=1 url(x)</text></svg>",
    ])
  func harmless(svg: String) {
    #expect(readDrawing(Array(svg.utf8)).faults == [])
  }

  @Test(
    "anything that acts or reaches outside is refused",
    arguments: [
      "<svg><script>alert(1)</script></svg>",
      "<svg><x:ScRiPt/></svg>",
      "<svg onload='a()'/>",
      "<svg><a title='x>' ONCLICK = \"a()\"/></svg>",
      "<svg><foreignObject/></svg>",
      "<svg><image href='http://example.org/a.png'/></svg>",
      "<svg><use xlink:href='other.svg#a'/></svg>",
      "<svg><a href=' javascript:alert(1)'/></svg>",
      "<svg><a href='&#106;avascript:alert(1)'/></svg>",
      "<svg><image href='data:image/svg+xml;base64,AAAA'/></svg>",
      "<svg><rect fill='url(http://example.org/a)'/></svg>",
      "<svg><rect style='fill:u\\72l(http://example.org)'/></svg>",
      "<svg><rect style='fill:&#117;rl(http://example.org)'/></svg>",
      "<svg><style>@import 'http://example.org/a.css';</style></svg>",
      "<svg><style>.a{fill:url( 'http://example.org/a' )}</style></svg>",
      "<svg><animate attributeName='href' to='javascript:alert(1)'/></svg>",
      "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
      "<?xml-stylesheet href='a.css'?><svg/>",
      "<svg onload=a()/>",
    ])
  func harmful(svg: String) {
    #expect(!readDrawing(Array(svg.utf8)).faults.isEmpty)
  }

  @Test("the line is named")
  func line() {
    #expect(readDrawing(Array("<svg>\n\n<script/></svg>".utf8)).faults.map(\.line) == [3])
  }
}
