/// Page numbers for the contents of a document that Chromium prints, which knows no `target-counter`: it is printed once to
/// learn on which page each heading stands, and once more with the numbers in its contents.
struct PageNumbers: Equatable {
  /// Pages from 1, by the id that a link leads to.
  let pages: [String: Int]

  /// - Parameter pdf: as Chromium writes it: a plain table of objects, named destinations in a dictionary of the catalog.
  /// - Returns: `nil` where the file is made otherwise; contents without numbers are right, with wrong ones they aren't.
  init?(ofChromium pdf: [UInt8]) {
    guard let objects = PlainObjects(pdf), let catalog = objects.root, let top = reference("/Pages", in: catalog),
      let names = reference("/Dests", in: catalog), let dictionary = objects[names]
    else { return nil }
    var order: [Int: Int] = [:]
    var waiting = [top]
    while let next = waiting.popLast() {
      guard let object = objects[next], order.count < objects.count, waiting.count < objects.count else { return nil }
      if let kids = object.firstMatch(of: /\/Kids \[([0-9R ]*)\]/) {
        waiting += kids.1.matches(of: /(\d+) 0 R/).compactMap { Int($0.1) }.reversed()
      } else {
        order[next] = order.count + 1
      }
    }
    var pages: [String: Int] = [:]
    for match in dictionary.matches(of: /\/([^ \/\[]+) \[(\d+) 0 R/) {
      guard let page = Int(match.2).flatMap({ order[$0] }) else { return nil }
      pages[String(match.1)] = page
    }
    self.pages = pages
  }

  /// The page with the numbers at the end of each line of its contents, led there by dots.
  func filled(into html: [UInt8]) -> [UInt8] {
    guard let head = html.firstRange(of: "</head>".utf8)?.lowerBound else { return html }
    var css = """
      .toc a { display: flex; white-space: nowrap; }
      .toc a::before { order: 1; flex: 1; overflow: hidden; content: "\(String(repeating: "·", count: 150))" / ""; }
      .toc a::before, .toc a::after { color: var(--ink-2); }
      .toc a::after { order: 2; min-width: 1.5em; text-align: right; }

      """
    for (id, page) in pages.sorted(by: { $0.key < $1.key })
    where id.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) {
      css += ".toc a[href=\"#\(id)\"]::after { content: \"\(page)\"; }\n"
    }
    return html[..<head] + Array("<style>\n\(css)</style>\n".utf8) + html[head...]
  }

  /// Whether a page has contents to be numbered.
  static func areWanted(by html: [UInt8]) -> Bool { html.firstRange(of: "class=\"toc\"".utf8) != nil }
}

/// The objects of a PDF with a plain table of where each stands.
private struct PlainObjects {
  private let pdf: [UInt8]
  private let places: [Int]
  let root: String?

  init?(_ pdf: [UInt8]) {
    guard let trailer = pdf.suffix(1024).firstRange(of: "trailer".utf8)?.lowerBound else { return nil }
    let end = String(decoding: pdf[trailer...], as: UTF8.self)
    guard let start = end.firstMatch(of: /startxref\s+(\d+)/).flatMap({ Int($0.1) }), start < trailer,
      let root = reference("/Root", in: end)
    else { return nil }
    // "xref", "0 <count>", then a line of 20 bytes an object.
    let lines = pdf[start..<trailer].split(separator: UInt8(ascii: "\n"))
    places = lines.dropFirst(2).map { line in
      line.dropLast().last == UInt8(ascii: "n") ? Int(String(decoding: line.prefix(10), as: UTF8.self)) ?? 0 : 0
    }
    self.pdf = pdf
    self.root = Self.text(root, pdf, places)
  }

  var count: Int { places.count }

  subscript(number: Int) -> String? { Self.text(number, pdf, places) }

  private static func text(_ number: Int, _ pdf: [UInt8], _ places: [Int]) -> String? {
    guard places.indices.contains(number), places[number] > 0, places[number] < pdf.count,
      pdf[places[number]...].starts(with: "\(number) 0 obj".utf8),
      let end = pdf[places[number]...].firstRange(of: "endobj".utf8)?.lowerBound
    else { return nil }
    return String(decoding: pdf[places[number]..<end], as: UTF8.self)
  }
}

private func reference(_ key: String, in dictionary: String) -> Int? {
  guard let place = dictionary.utf8.firstRange(of: (key + " ").utf8)?.upperBound else { return nil }
  return Int(Substring(dictionary[place...].utf8.prefix { (0x30...0x39).contains($0) }))
}
