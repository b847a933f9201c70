import Diagnostics

/// What a print prints.
enum PrintKind: Hashable { case text, number, address, markup }

extension HTMLContext {
  /// What makes a print unsafe here.
  enum Hazard: Comparable {
    case unclear, script, style, rawText, tagName, outsideQuotes, handler, document, refresh, styleAttribute, scheme,
      address
    case markupInAttribute, markupInComment, markupInText
  }

  func hazard(of kind: PrintKind) -> Hazard? {
    switch mode {
    case .unclear: .unclear
    case .text: nil
    case .rawText: rawTextHazard(of: kind)
    case .tagOpening, .endTagOpening, .tagName, .declaration, .bogusComment: .tagName
    case .inTag, .attributeName, .afterAttributeName, .beforeValue, .unquoted: .outsideQuotes
    case .doubleQuoted, .singleQuoted: attributeHazard(of: kind)
    case .comment: kind == .markup ? .markupInComment : nil
    }
  }

  private func rawTextHazard(of kind: PrintKind) -> Hazard? {
    switch element {
    case .script: .script
    case .style: .style
    case .title, .textarea: kind == .markup ? .markupInText : nil
    case .noscript: nil
    default: .rawText
    }
  }

  private func attributeHazard(of kind: PrintKind) -> Hazard? {
    switch attribute {
    case .handler: .handler
    case .document: .document
    case .equivalent: .refresh
    case .content where hasEquivalent: .refresh
    case .style where kind != .number: .styleAttribute
    case .address where value == .hostile: .scheme
    case .address where kind == .text && value != .known: .address
    case .addresses where kind == .text: .address
    default: kind == .markup ? .markupInAttribute : nil
    }
  }

  /// Behind a print.
  func printed(_ index: Int) -> HTMLContext {
    guard attribute == .content, mode == .doubleQuoted || mode == .singleQuoted else { return self }
    var next = self
    next.printedContent = index
    return next
  }
}

extension HTMLContext.Hazard {
  var words: Bilingual {
    switch self {
    case .unclear:
      Bilingual(zh: "<![CDATA[ 或脚本里的 <!-- 之后", en: "behind <![CDATA[, or <!-- in a script")
    case .script: Bilingual(zh: "<script> 里", en: "inside <script>")
    case .style: Bilingual(zh: "<style> 里", en: "inside <style>")
    case .rawText: Bilingual(zh: "这个元素里（浏览器不解码它的文字）", en: "inside this element, whose text browsers don't decode")
    case .tagName: Bilingual(zh: "标签名的位置", en: "where a tag's name stands")
    case .outsideQuotes: Bilingual(zh: "标签里、引号之外", en: "inside a tag but outside quotation marks")
    case .handler: Bilingual(zh: "on… 事件属性里", en: "inside an on… attribute")
    case .document: Bilingual(zh: "srcdoc 属性里", en: "inside srcdoc")
    case .refresh: Bilingual(zh: "带 http-equiv 的 <meta> 里", en: "inside a <meta> with http-equiv")
    case .styleAttribute: Bilingual(zh: "style 属性里", en: "inside a style attribute")
    case .scheme: Bilingual(zh: "这样开头的地址里", en: "in an address that begins so")
    case .address: Bilingual(zh: "地址的开头（它不是地址字段）", en: "at the beginning of an address, since it is no address")
    case .markupInAttribute: Bilingual(zh: "属性值里（这是 HTML）", en: "as markup inside an attribute's value")
    case .markupInComment: Bilingual(zh: "注释里（这是 HTML）", en: "as markup inside a comment")
    case .markupInText: Bilingual(zh: "这个元素里（这是 HTML）", en: "as markup inside this element")
    }
  }

  var remedy: Bilingual {
    switch self {
    case .unclear: Bilingual(zh: "删去 <![CDATA[ 和脚本里的 <!--", en: "remove <![CDATA[, and <!-- in scripts")
    case .script, .style, .handler, .styleAttribute, .document, .rawText:
      Bilingual(
        zh: "放进带引号的 data- 属性，再由脚本或样式读取",
        en: "put it into a quoted data- attribute, and let the script or style read that")
    case .tagName: Bilingual(zh: "写出标签名，用 {{#…}} 选择", en: "write the tag's name out, choosing by {{#…}}")
    case .outsideQuotes: Bilingual(zh: "给属性值加上引号", en: "put the attribute's value in quotation marks")
    case .refresh: Bilingual(zh: "写出这个值，或删去 http-equiv", en: "write the value out, or remove http-equiv")
    case .scheme:
      Bilingual(
        zh: "以 https:、mailto:、tel: 或路径开头", en: "begin it with https:, mailto:, tel: or a path")
    case .address:
      Bilingual(
        zh: "用地址字段（如 href），或在它前面写出路径，如 stories/{{…}}",
        en: "use a field that is an address, such as href, or write a path before it, such as stories/{{…}}")
    case .markupInAttribute, .markupInComment, .markupInText:
      Bilingual(zh: "在这里只用文字字段 {{ }}", en: "use a text field with {{ }} here")
    }
  }
}
