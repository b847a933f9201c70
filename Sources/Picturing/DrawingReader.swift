import Diagnostics
import Texts
import XMLReading

/// Takes a drawing's items one by one and keeps what is wrong with it.
struct DrawingReader {
  private let bytes: [UInt8]
  private var faults: [DrawingFault] = []
  private var found: Set<DrawingFault> = []
  private var texts: [DrawingText] = []
  private var showsWords = false
  private var edits: [Drawing.Edit] = []

  private var open: [Open] = []
  /// The words since the last text element began or ended, and where they begin.
  private var words = ""
  private var wordsPlace: XMLPlace?
  /// A style sheet's text, which may come in pieces.
  private var styles = ""
  private var graph = DrawingGraph()
  private var place = XMLPlace(line: 1, column: 1, bytes: 0..<0)

  private struct Open {
    let name: XMLName
    let node: Int?
    let start: Int
  }

  /// More faults than this say nothing new to whoever exports the picture again.
  private static let mostFaults = 20
  private static let deepest = 100

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func finished(_ failure: XMLFailure?) -> Drawing {
    if let failure {
      place = XMLPlace(line: failure.line, column: failure.column, bytes: 0..<0)
      refuse(failure.reason.words)
    } else if faults.isEmpty, let fault = graph.fault {
      // Only what was read whole can be weighed.
      place = XMLPlace(line: fault.line, column: fault.column, bytes: 0..<0)
      refuse(fault.reason)
    }
    return Drawing(faults: faults, texts: texts, showsWords: showsWords, edits: failure == nil ? edits : [])
  }

  /// - Returns: whether to read on.
  mutating func take(_ item: XMLItem, _ place: XMLPlace) -> Bool {
    self.place = place
    switch item {
    case .declaration(let encoding):
      if let encoding, !["utf-8", "us-ascii"].contains(encoding.lowercased()) {
        refuse(zh: "声明了编码 \(encoding.prefix(20))", en: "the encoding \(encoding.prefix(20)) is declared")
      }
    case .open(let name, let attributes): begin(name, attributes)
    case .close: end()
    case .text(let text): take(text)
    case .comment: if !isDescribing { edits.append(Drawing.Edit(range: place.bytes, replacement: [])) }
    case .instruction: refuse(zh: "有处理指令", en: "a processing instruction")
    }
    return faults.count < Self.mostFaults && graph.count <= DrawingGraph.mostElements
  }

  /// Within `<metadata>`, which is for programs and isn't published.
  private var isDescribing: Bool { open.contains { $0.name.local == "metadata" } }

  mutating func refuse(zh: String, en: String) { refuse(Bilingual(zh: zh, en: en)) }

  private mutating func refuse(_ reason: Bilingual) {
    let fault = DrawingFault(line: place.line, column: place.column, reason: reason)
    if found.insert(fault).inserted { faults.append(fault) }
  }
}

// MARK: - Elements

extension DrawingReader {
  private mutating func begin(_ name: XMLName, _ attributes: [XMLAttribute]) {
    let isDescribing = isDescribing
    defer { open.append(Open(name: name, node: isDescribing ? nil : graph.current, start: place.bytes.lowerBound)) }
    if open.count >= Self.deepest {
      refuse(zh: "元素嵌套超过 \(Self.deepest) 层", en: "elements nest more than \(Self.deepest) deep")
    }
    let shown = name.local.prefix(40)
    if isDescribing {
      if !DrawingNames.describing.contains(name.space) {
        refuse(zh: "<metadata> 里有元素 <\(shown)>", en: "an element <\(shown)> in <metadata>")
      }
      return
    }
    endWords(before: name.local)
    graph.open(name.local, place)
    guard name.space.isEmpty || name.space == DrawingNames.svg else {
      return refuse(
        zh: "有其他命名空间（\(name.space.prefix(60))）的元素 <\(shown)>",
        en: "an element <\(shown)> of another namespace (\(name.space.prefix(60)))")
    }
    guard DrawingNames.elements.contains(name.local) else {
      return refuse(zh: "有 <\(shown)> 元素", en: "an element <\(shown)>")
    }
    if open.isEmpty, name.local != "svg" {
      refuse(zh: "最外层不是 <svg>", en: "the outermost element isn't <svg>")
    }
    for attribute in attributes { check(attribute, of: name.local) }
  }

  private mutating func end() {
    guard let ended = open.popLast() else { return }
    if ended.name.local == "metadata", !isDescribing {
      edits.removeAll { $0.range.lowerBound >= ended.start }
      edits.append(Drawing.Edit(range: ended.start..<place.bytes.upperBound, replacement: []))
    }
    guard !isDescribing, ended.node != nil else { return }
    if ended.name.local == "style" {
      checkStyleSheet(styles)
      styles = ""
    }
    endWords(before: ended.name.local)
    graph.close()
  }

  private mutating func take(_ text: String) {
    if isDescribing { return }
    if open.last?.name.local == "style" {
      styles += text
      return
    }
    if text.unicodeScalars.contains(where: \.steers) { refuseSteering() }
    if !text.utf8.allSatisfy({ $0 <= 0x20 }) {
      if wordsPlace == nil { wordsPlace = place }
      if !showsWords { showsWords = open.contains { $0.name.local == "text" } }
    }
    words += text
  }

  /// Parts of one line stand in `<tspan>`s; what stands in two texts doesn't belong together.
  private mutating func endWords(before element: String) {
    if ["tspan", "textPath", "a"].contains(element) { return }
    if let wordsPlace { texts.append(DrawingText(text: words, line: wordsPlace.line, column: wordsPlace.column)) }
    (words, wordsPlace) = ("", nil)
  }

  private mutating func refuseSteering() {
    refuse(zh: "有控制字符或改变文字方向的字符", en: "a control character, or one that turns the direction of text")
  }
}

// MARK: - Attributes

extension DrawingReader {
  private mutating func check(_ attribute: XMLAttribute, of element: String) {
    let (name, value) = (attribute.name.local, attribute.value)
    if value.unicodeScalars.contains(where: \.steers) { refuseSteering() }
    switch attribute.name.space {
    case "": break
    case DrawingNames.xlink where name == "href": return checkTarget(value, of: element)
    case DrawingNames.xlink where ["title", "type", "show", "actuate"].contains(name): return note(value)
    case DrawingNames.xml where ["space", "lang", "id"].contains(name): return
    default:
      return refuse(
        zh: "有其他命名空间的属性 \(name.prefix(40))", en: "an attribute \(name.prefix(40)) of another namespace")
    }
    switch name {
    case "href": checkTarget(value, of: element)
    case "style": refer(to: checkDeclarations(value))
    case "id":
      graph.name(value)
      note(value)
    case "class":
      graph.classify(value)
      note(value)
    case _ where DrawingNames.isWords(name): note(value)
    case _ where DrawingNames.properties.contains(name): refer(to: checkValue(value, of: name))
    case _ where DrawingNames.attributes.contains(name):
      if value.holds("(") { refer(to: checkValue(value, of: name)) }
    case _ where name.lowercased().begins(with: "on"):
      refuse(zh: "有事件属性 \(name.prefix(40))", en: "an event attribute \(name.prefix(40))")
    default: refuse(zh: "有属性 \(name.prefix(40))", en: "an attribute \(name.prefix(40))")
    }
  }

  /// Words that only a program or a screen reader meets are published all the same.
  private mutating func note(_ value: String) {
    if value.utf8.count >= 11 { texts.append(DrawingText(text: value, line: place.line, column: place.column)) }
  }

  private mutating func refer(to ids: [String]) {
    for id in ids { graph.refer(to: id) }
  }

  private mutating func checkTarget(_ value: String, of element: String) {
    if let id = value.dropping(prefix: "#"), element != "image" {
      // A link within the picture draws nothing.
      if element != "a" { graph.refer(to: String(id)) }
      return
    }
    let kinds = ["png", "jpeg", "jpg", "gif", "webp"].map { "data:image/\($0);base64," }
    guard element == "image", let kind = kinds.first(where: { value.lowercased().begins(with: $0) }) else {
      return refuse(
        zh: "引用了图片之外的 \(value.prefix(60))", en: "a reference to \(value.prefix(60)), outside the picture")
    }
    let picture = Picturing.bytes(ofBase64: value.utf8.dropFirst(kind.utf8.count))
    let published = publishedPicture(picture).bytes
    if published != picture { replaceEmbedded(with: published) }
  }

  /// The letters of the picture in the tag at hand, between `base64,` and the quotation mark that ends the value.
  private mutating func replaceEmbedded(with picture: [UInt8]) {
    let tag = bytes[place.bytes]
    guard let start = tag.firstStretch(of: ";base64,".utf8)?.upperBound,
      let end = tag[start...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") })
    else {
      return refuse(zh: "内嵌图片的写法无法处理", en: "an embedded picture is written in a way that can't be dealt with")
    }
    edits.append(Drawing.Edit(range: start..<end, replacement: base64(picture)))
  }
}

// MARK: - Styles

extension DrawingReader {
  private mutating func checkValue(_ value: String, of name: String) -> [String] {
    switch styleReferences(in: value) {
    case .success(let ids): return ids
    case .failure(let fault):
      refuse(zh: "\(name.prefix(40)) 的值\(fault.words.zh)", en: "the value of \(name.prefix(40)) \(fault.words.en)")
      return []
    }
  }

  private mutating func checkDeclarations(_ text: String) -> [String] {
    guard let plain = withoutComments(text) else {
      refuse(zh: "样式里的注释没有结束", en: "a comment in a style has no end")
      return []
    }
    var ids: [String] = []
    for declaration in declarations(of: plain) {
      guard DrawingNames.isProperty(declaration.name) else {
        refuse(
          zh: "样式里有属性 \(declaration.name.prefix(40))", en: "a style sets the property \(declaration.name.prefix(40))")
        continue
      }
      ids += checkValue(declaration.value, of: declaration.name)
    }
    return ids
  }

  private mutating func checkStyleSheet(_ text: String) {
    guard let plain = withoutComments(text), let rules = styleRules(of: plain) else {
      return refuse(
        zh: "样式表里有 @ 规则、转义或嵌套，或没有写完", en: "a style sheet has an @ rule, an escape or nesting, or doesn't end")
    }
    for rule in rules {
      let ids = checkDeclarations(rule.declarations)
      if !ids.isEmpty { graph.add(rule.selectors, referringTo: ids) }
    }
  }
}

extension XMLFailure.Reason {
  fileprivate var words: Bilingual {
    switch self {
    case .notUTF8: Bilingual(zh: "不是 UTF-8 编码", en: "not UTF-8")
    case .documentType: Bilingual(zh: "有文档类型声明", en: "a document type")
    case .undeclaredPrefix: Bilingual(zh: "用了没有声明的命名空间前缀", en: "a prefix of no declared namespace")
    case .mismatchedTag: Bilingual(zh: "结束标签和开始标签不一致", en: "an end tag that matches no beginning")
    case .notWellFormed: Bilingual(zh: "不是合格的 XML", en: "not well-formed XML")
    }
  }
}
