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
  package let title: String?
  package let outline: [Heading]
  package let plainText: String
  package let hanCount: Int
  package let wordCount: Int
  package func html(rewriting: (String, MarkupURLKind) -> MarkupTarget) -> String { "" }
  package func summary(limit: Int) -> String { "" }
}
