import Diagnostics

/// Something in an SVG picture that acts or reaches outside.
struct DrawingFault: Equatable {
  /// From 1.
  let line: Int
  let reason: Bilingual
}

/// Reads an SVG picture tag by tag. It is a gate and not a parser: what it doesn't understand, it refuses.
func drawingFaults(_ bytes: [UInt8]) -> [DrawingFault] {
  guard let text = String(validating: bytes, as: UTF8.self) else {
    return [DrawingFault(line: 1, reason: Bilingual(zh: "不是 UTF-8 编码", en: "not UTF-8"))]
  }
  var check = DrawingCheck(rest: Substring(text))
  check.run()
  return check.faults
}

private struct DrawingCheck {
  var rest: Substring
  var line = 1
  var faults: [DrawingFault] = []
  /// Inside `<style>`: the text is CSS and is held to the same rules as a style attribute.
  private var isStyle = false

  init(rest: Substring) { self.rest = rest }

  mutating func run() {
    while !rest.isEmpty {
      let text = take(until: "<")
      if isStyle { checkStyle(text) }
      if rest.isEmpty { return }
      if rest.hasPrefix("<!--") {
        _ = take(through: "-->")
      } else if rest.hasPrefix("<?xml ") {
        _ = take(through: "?>")
      } else if rest.hasPrefix("<!") || rest.hasPrefix("<?") {
        refuse(zh: "有文档类型声明、CDATA 或处理指令", en: "a document type, CDATA or a processing instruction")
        _ = take(through: ">")
      } else {
        checkTag(take(throughTag: ()))
      }
    }
  }

  private mutating func checkTag(_ tag: Substring) {
    var body = tag.dropFirst().drop { $0 == "/" }
    let isClosing = tag.hasPrefix("</")
    let name = local(body.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" })
    body = body.drop { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    if ["script", "foreignobject", "iframe", "embed", "object", "handler", "audio", "video"].contains(name) {
      if !isClosing { refuse(zh: "有 <\(name)> 元素", en: "an element <\(name)>") }
    }
    if name == "style" { isStyle = !isClosing && !tag.hasSuffix("/>") }
    while let equals = body.firstIndex(of: "=") {
      let attribute = local(body[..<equals].drop { $0.isWhitespace || $0 == "/" }.prefix { !$0.isWhitespace })
      let value = body[body.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = value.first, quote == "\"" || quote == "'", let end = value.dropFirst().firstIndex(of: quote)
      else {
        refuse(zh: "属性 \(attribute) 的值没有引号", en: "the value of \(attribute) has no quotes")
        return
      }
      checkAttribute(attribute, value[value.index(after: value.startIndex)..<end])
      body = value[value.index(after: end)...]
    }
  }

  private mutating func checkAttribute(_ name: String, _ value: Substring) {
    if name.hasPrefix("on") { refuse(zh: "有事件属性 \(name)", en: "an event attribute \(name)") }
    let target = { value.drop { $0.isWhitespace }.lowercased() }
    if ["href", "src", "action", "formaction", "base"].contains(name), !isInside(target()) {
      refuse(
        zh: "属性 \(name) 引用了图片之外的 \(value.prefix(60))", en: "\(name) refers to \(value.prefix(60)), outside the picture")
    }
    if name == "attributename", target().hasSuffix("href") || target().hasPrefix("on") {
      refuse(zh: "动画会改变属性 \(value)", en: "an animation changes the attribute \(value)")
    }
    // Any other attribute may hold a style; words for people may say what they like.
    if !["aria-label", "title", "alt", "id"].contains(name) { checkStyle(value) }
  }

  private func isInside(_ target: String) -> Bool {
    let pictures = ["png", "jpeg", "gif", "webp"].map { "data:image/\($0);base64," }
    return target.hasPrefix("#") || pictures.contains(where: target.hasPrefix)
  }

  private mutating func checkStyle(_ text: Substring) {
    // What is refused below has one of these bytes; most attributes are numbers and names.
    guard text.utf8.contains(where: { $0 == 0x28 || $0 == 0x3A || $0 == 0x40 || $0 == 0x5C || $0 == 0x26 }) else {
      return
    }
    let style = text.lowercased()
    if style.contains("@import") || style.contains("javascript:") {
      refuse(zh: "样式引用了图片之外的内容", en: "a style reaches outside the picture")
    }
    guard style.contains("url") || style.contains("\\") || style.contains("&#") || style.contains("image-set") else {
      return
    }
    // Only `url(#name)` stays inside; escapes could spell anything else.
    let plain = style.filter { !$0.isWhitespace && $0 != "'" && $0 != "\"" }
    let outside = plain.split(separator: "url(", omittingEmptySubsequences: false).dropFirst().contains {
      !$0.hasPrefix("#")
    }
    if outside || style.contains("\\") || style.contains("image-set") || style.contains("&#") {
      refuse(zh: "样式引用了图片之外的内容", en: "a style reaches outside the picture")
    }
  }

  private mutating func refuse(zh: String, en: String) {
    let fault = DrawingFault(line: line, reason: Bilingual(zh: zh, en: en))
    if !faults.contains(fault) { faults.append(fault) }
  }

  /// Local name without its prefix, in lower case.
  private func local(_ name: Substring) -> String { (name.split(separator: ":").last ?? name).lowercased() }

  private mutating func take(until mark: Character) -> Substring {
    take(to: rest.firstIndex(of: mark) ?? rest.endIndex)
  }

  private mutating func take(through mark: String) -> Substring {
    take(to: rest.firstRange(of: mark)?.upperBound ?? rest.endIndex)
  }

  /// Up to the `>` that no quotation mark hides.
  private mutating func take(throughTag: Void) -> Substring {
    var quote: Character?
    var index = rest.startIndex
    while index < rest.endIndex {
      let character = rest[index]
      index = rest.index(after: index)
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        break
      }
    }
    return take(to: index)
  }

  private mutating func take(to end: Substring.Index) -> Substring {
    let taken = rest[..<end]
    rest = rest[end...]
    line += taken.count { $0.isNewline }
    return taken
  }
}
