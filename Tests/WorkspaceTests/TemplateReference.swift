import Foundation
import Templating
import Texts

@testable import Composing
@testable import Grouping
@testable import Pages
@testable import Paper
import Reports

/// The generated part of docs/templates.md: what every kind of page offers to its template.
struct TemplateReference {
  private let comments: [String: String]
  /// Types whose fields stand among another's own, `@Inlined`: `BranchPage` → `BranchAccount`.
  private let inlined: [String: [String]]
  private let chrome = Schema(specimen: Chrome.specimen).fields
  private let pages: [(name: String, type: String, fields: [SchemaField])]
  /// Types that stand in more than one place, with the fields of the first.
  private let groups: [String: SchemaField]

  init(sources: [String]) throws {
    let read = try sources.map(Self.comments)
    comments = read.map(\.comments).reduce(into: [:]) { all, own in all.merge(own) { first, _ in first } }
    inlined = read.map(\.inlined).reduce(into: [:]) { all, own in all.merge(own, uniquingKeysWith: +) }
    let shared = Set(chrome.map(\.name))
    let framed = Set(Schema(specimen: GroupChrome.specimen).fields.map(\.name))
    pages =
      catalog.map { Self.section($0.template, $0.specimen, without: shared) }
      + printCatalog.map { Self.section($0.template, $0.specimen, without: shared) }
      + groupCatalog.map { Self.section($0.template, $0.specimen, without: framed) }
      + [Self.section(CheckReport.template, CheckReport.specimen, without: [])]
    var counts: [String: Int] = [:]
    var first: [String: SchemaField] = [:]
    func visit(_ fields: [SchemaField]) {
      for field in fields where !field.children.isEmpty {
        counts[field.group, default: 0] += 1
        if first[field.group] == nil { first[field.group] = field }
        // A group's own parts count once, however often the group stands.
        if counts[field.group] == 1 { visit(field.children) }
      }
    }
    visit(chrome)
    for page in pages { visit(page.fields) }
    groups = first.filter { counts[$0.key, default: 0] > 1 }
  }

  private static func section(
    _ template: String, _ specimen: some Fillable, without shared: Set<String>
  ) -> (name: String, type: String, fields: [SchemaField]) {
    let fields = Schema(specimen: specimen).fields.filter { !shared.contains($0.name) }
    return (template, title(String(reflecting: type(of: specimen))), fields)
  }

  var text: String {
    var text = "\n## 每页都有的名称 · Names on every page\n\n" + table(chrome, of: "Composing.Chrome")
    for page in pages {
      text += "\n## \(page.name)\n\n`templates/\(page.name).mustache`。"
      if let comment = comments[page.type] { text += comment }
      text += "\n\n" + table(page.fields, of: "Composing.\(page.type)")
    }
    text += "\n## 共用的字段组 · Groups that stand in several places\n"
    for (type, field) in groups.sorted(by: { Self.title($0.key) < Self.title($1.key) }) {
      text += "\n### \(Self.title(type))\n\n"
      if let comment = comments[Self.title(type)] { text += comment + "\n\n" }
      text += table(field.children, of: type)
    }
    return text
  }

  private func table(_ fields: [SchemaField], of type: String) -> String {
    "| 名称 · name | 种类 · kind | 样例 · sample | 说明 · what it says |\n|---|---|---|---|\n"
      + rows(fields, of: type, path: "")
  }

  private func rows(_ fields: [SchemaField], of type: String, path: String) -> String {
    fields.map { field in
      let name = path + "`\(field.name)`"
      var kind = field.kind.words
      let isShared = groups[field.group] != nil
      if isShared { kind += "：[\(Self.title(field.group))](#\(Self.anchor(field.group)))" }
      let comment = comment(on: field.name, of: Self.title(type))
      let row = "| \(name) | \(kind) | \(Self.sample(field)) | \(comment) |\n"
      return isShared || field.children.isEmpty
        ? row : row + rows(field.children, of: field.group, path: name + " › ")
    }.joined()
  }

  private func comment(on field: String, of type: String) -> String {
    if let comment = comments["\(type).\(field)"] { return comment }
    return inlined[type, default: []].lazy.map { comment(on: field, of: $0) }.first { !$0.isEmpty } ?? ""
  }

  private static func title(_ type: String) -> String {
    type.split(separator: ".").dropFirst().joined(separator: ".")
  }

  private static func anchor(_ type: String) -> String { title(type).lowercased().replacing(".", with: "") }

  private static func sample(_ field: SchemaField) -> String {
    if field.kind == .flag || field.sample.isEmpty { return "" }
    let line = field.sample.replacing("\n", with: " ").replacing("|", with: "\\|").replacing("`", with: "'")
    return line.count <= 48 ? "`\(line)`" : "`\(line.prefix(47))…`"
  }

  /// The doc comments of the page types and their fields, by `HomePage.Welfare.rate`.
  private static func comments(
    in folder: String
  ) throws -> (comments: [String: String], inlined: [String: [String]]) {
    var comments: [String: String] = [:]
    var inlined: [String: [String]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() where path.hasSuffix(".swift") {
      var types: [(indentation: Int, name: String)] = []
      var comment: [Substring] = []
      for line in try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8).split(separator: "\n") {
        let indentation = line.prefix { $0 == " " }.count
        let code = line.dropFirst(indentation)
        if code.hasPrefix("/// ") {
          comment.append(code.dropFirst(4))
          continue
        }
        let words = comment.prefix { !$0.hasPrefix("- ") }.joined(separator: " ").replacing("|", with: "\\|")
        comment = []
        if let field = code.firstMatch(of: /^@Inlined (?:package )?var \w+: (\w+)$/) {
          types.removeAll { $0.indentation >= indentation }
          inlined[types.map(\.name).joined(separator: "."), default: []].append(String(field.output.1))
        }
        guard let match = code.firstMatch(of: /^(?:@\w+ )*(?:package )?(struct|extension|enum|var) (\w+)/) else {
          continue
        }
        let (keyword, name) = (match.output.1, String(match.output.2))
        types.removeAll { $0.indentation >= indentation }
        let key = (types.map(\.name) + [name]).joined(separator: ".")
        if !words.isEmpty, keyword == "struct" || keyword == "var", comments[key] == nil { comments[key] = words }
        if keyword != "var" { types.append((indentation, name)) }
      }
    }
    return (comments, inlined)
  }
}

extension FieldKind {
  fileprivate var words: String {
    switch self {
    case .text: "文字 text"
    case .number: "数字 number"
    case .address: "地址 address"
    case .html: "HTML"
    case .flag: "是否 flag"
    case .record: "一组 group"
    case .optional: "可有可无的一组 optional"
    case .list: "列表 list"
    case .texts: "文字列表 texts"
    case .addresses: "地址列表 addresses"
    }
  }
}
