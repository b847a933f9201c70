import Diagnostics
import Templating
import Texts

/// A page made up for a test. It contains its own type, so its lists may be empty in a specimen too.
struct Page: Fillable, ExpressibleByDictionaryLiteral {
  indirect enum Value: Sendable {
    case text(String)
    case number(Int)
    case address(String)
    case addresses([String])
    case html(String)
    case flag(Bool)
    case record(Page)
    case optional(Page?)
    case list([Page])
    case texts([String])
  }

  let fields: [(name: String, value: Value)]

  init(dictionaryLiteral elements: (String, Value)...) {
    fields = elements.map { (name: $0.0, value: $0.1) }
  }

  func fill(_ out: inout Filler) {
    for (name, value) in fields {
      switch value {
      case .text(let text): out.text(name, text)
      case .number(let number): out.text(name, number)
      case .address(let address): out.address(name, address)
      case .addresses(let addresses): out.address(name, addresses)
      case .html(let html): out.html(name, html)
      case .flag(let flag): out.flag(name, flag)
      case .record(let page): out.record(name, page)
      case .optional(let page): out.optional(name, page)
      case .list(let pages): out.list(name, pages)
      case .texts(let texts): out.texts(name, texts)
      }
    }
  }
}

private func tree(_ template: String, _ others: [String: String]) -> SourceTree {
  var files = others.map { SourceFile(path: "templates/\($0.key).mustache", text: $0.value) }
  files.append(SourceFile(path: "templates/page.mustache", text: template))
  return SourceTree(files: files)
}

/// What a reader sees, or the mistakes one a line where the template is refused.
func rendered(
  _ template: String, _ page: Page, with others: [String: String] = [:], specimen: Page? = nil,
  as form: TemplateForm = .written, at address: String? = nil
) -> String {
  let templates = TemplateSet(tree: tree(template, others))
  let (compiled, diagnostics) = templates.compile("page", for: Schema(specimen: specimen ?? page), as: form)
  guard let compiled else { return diagnostics.map(\.message.en).joined(separator: "\n") }
  var out: [UInt8] = []
  compiled.render(page, into: &out, at: address)
  return String(decoding: out, as: UTF8.self)
}

/// Compiles a template whose mistakes are marked by `1️⃣` before the name: what is found, what the marks expect, and the
/// diagnostics themselves.
func mistakes(
  _ template: String, _ page: Page, with others: [String: String] = [:]
) -> (found: [String], marked: [String], diagnostics: [Diagnostic]) {
  var marked: [String] = []
  func unmarked(_ text: String, _ path: String) -> String {
    var parts = text.split(separator: "1️⃣", omittingEmptySubsequences: false).map(String.init)
    var before = parts.removeFirst()
    for part in parts {
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      marked.append("\(path):\(lines.count):\((lines.last?.unicodeScalars.count ?? 0) + 1)")
      before += part
    }
    return before
  }
  let plain = unmarked(template, "page")
  let plainOthers = Dictionary(
    uniqueKeysWithValues: others.sorted { $0.key < $1.key }.map { ($0.key, unmarked($0.value, $0.key)) })
  let tree = tree(plain, plainOthers)
  let (compiled, diagnostics) = TemplateSet(tree: tree).compile("page", for: Schema(specimen: page))
  var found = diagnostics.map { diagnostic -> String in
    guard let place = diagnostic.place else { return diagnostic.path ?? "" }
    let name = tree.path(of: place).dropFirst("templates/".count).dropLast(".mustache".count)
    return "\(name):\(place.line):\(place.column)"
  }
  if compiled != nil { found.append("accepted") }
  return (found.sorted(), marked.sorted(), diagnostics)
}
