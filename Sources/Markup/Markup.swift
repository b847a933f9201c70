import Diagnostics

// A stand-in until the module lands.
package struct Heading: Sendable {
  package let level: Int
  package let id: String
  package let text: String
}

package enum MarkupURLKind: Sendable { case link, image }

package struct MarkupTarget: Sendable {
  package let url: String
  package let width: Int?
  package let height: Int?
  package init(url: String, width: Int? = nil, height: Int? = nil) {
    self.url = url
    self.width = width
    self.height = height
  }
}

package struct MarkupDocument: Sendable {
  package struct Link: Sendable {
    package let destination: String
    package let text: String
    package let place: Place
  }
  package struct Image: Sendable {
    package let destination: String
    package let alt: String
    package let place: Place
  }
  package let title: String?
  package let outline: [Heading]
  package let plainText: String
  package let hanCount: Int
  package let wordCount: Int
  package let links: [Link]
  package let images: [Image]
  package func html(rewriting: (String, MarkupURLKind) -> MarkupTarget) -> String { "" }
  package func summary(limit: Int) -> String { "" }
}

package func parseMarkup(
  _ bytes: ArraySlice<UInt8>, file: Int32, firstLine: Int32
) -> (MarkupDocument?, [Diagnostic]) {
  let text = String(decoding: bytes, as: UTF8.self)
  var links: [MarkupDocument.Link] = []
  var images: [MarkupDocument.Image] = []
  var outline: [Heading] = []
  for (n, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    if line.hasPrefix("## ") { outline.append(Heading(level: 2, id: String(line.dropFirst(3)), text: "")) }
    let scalars = Array(line.unicodeScalars)
    var i = 0
    while i < scalars.count {
      if scalars[i] == "[", let close = scalars[i...].firstIndex(of: "]"), close + 1 < scalars.count,
        scalars[close + 1] == "(", let end = scalars[close...].firstIndex(of: ")")
      {
        let isImage = i > 0 && scalars[i - 1] == "!"
        let destination = String(String.UnicodeScalarView(scalars[(close + 2)..<end]))
        let place = Place(file: file, line: firstLine + Int32(n), column: Int32(i + (isImage ? 0 : 1)))
        if isImage {
          images.append(.init(destination: destination, alt: "", place: place))
        } else {
          links.append(.init(destination: destination, text: "", place: place))
        }
        i = end
      }
      i += 1
    }
  }
  return (
    MarkupDocument(
      title: nil, outline: outline, plainText: text, hanCount: 0, wordCount: 0, links: links, images: images), []
  )
}
