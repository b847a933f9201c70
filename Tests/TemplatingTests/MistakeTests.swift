import Diagnostics
import Templating
import Testing

/// A template with mistakes, marked by `1️⃣` before the name at fault.
struct Mistake: Sendable, CustomTestStringConvertible {
  let what: String
  let code: DiagnosticCode
  let template: String
  let others: [String: String]
  /// What the remedy has to mention.
  let hint: String

  init(_ what: String, _ code: DiagnosticCode, _ template: String, _ others: [String: String] = [:], hint: String) {
    self.what = what
    self.code = code
    self.template = template
    self.others = others
    self.hint = hint
  }

  var testDescription: String { what }
}

@Suite("A mistake in a template is refused, at its place and with a remedy")
struct MistakeTests {
  @Test(arguments: syntaxMistakes + nameMistakes + kindMistakes + inclusionMistakes)
  func isFound(_ it: Mistake) {
    let (found, marked, diagnostics) = mistakes(it.template, page, with: it.others)
    #expect(found == marked)
    #expect(diagnostics.map(\.code) == [it.code])
    for diagnostic in diagnostics {
      #expect(diagnostic.remedy.en.contains(it.hint) && diagnostic.remedy.zh.contains(it.hint))
    }
  }

  @Test("All mistakes of a page and what it includes come in one go")
  func allAtOnce() {
    let (found, marked, diagnostics) = mistakes(
      "{{1️⃣nmae}}\n{{>a}}\n{{#rows}}{{1️⃣m}}{{/rows}}{{>1️⃣b}}\n<p class={{1️⃣name}}>", page,
      with: ["a": "{{{1️⃣name}}}{{#1️⃣rows}}{{n}}"])
    #expect(found == marked)
    #expect(
      diagnostics.map(\.code) == [
        .wrongKind, .templateSyntax, .unknownName, .unknownName, .unknownPartial, .unsafeContext,
      ])
  }

  @Test("One mistake isn't reported again where the file is included again")
  func onceEach() {
    let (found, marked, _) = mistakes("{{>a}}{{>a}}{{#rows}}{{>a}}{{/rows}}", page, with: ["a": "{{1️⃣x}}"])
    #expect(found == marked)
  }

  @Test("A section of unknown name doesn't make its content wrong")
  func noCascade() {
    let (found, marked, _) = mistakes(
      "{{#1️⃣recrod}}{{m}}{{.}}{{#k}}{{/k}}{{^l}}{{/l}}{{a.b}}{{/recrod}}", page)
    #expect(found == marked)
  }
}

private let page: Page = [
  "name": .text("Optics"), "mark": .html("<hr>"), "won": .flag(true), "lead": .record(["name": .text("Lin")]),
  "rows": .list([["n": .text("1")]]), "tags": .texts(["a"]), "award": .optional(["prize": .text("cup")]),
]

private let syntaxMistakes = [
  Mistake("a tag that never ends", .templateSyntax, "a\n {{1️⃣name\nb", hint: "}}"),
  Mistake("a tag that runs into the next", .templateSyntax, "{{1️⃣name} and {{name}}", hint: "}}"),
  Mistake("three braces closed by two", .templateSyntax, "{{{1️⃣mark}} and {{name}}", hint: "}}}"),
  Mistake("a tag without a name", .templateSyntax, "x{{1️⃣}}", hint: "{{branch.title}}"),
  Mistake("a name with a space", .templateSyntax, "{{1️⃣first name}}", hint: "{{branch.title}}"),
  Mistake("a name with two dots", .templateSyntax, "{{1️⃣lead..name}}", hint: "{{branch.title}}"),
  Mistake("a section that isn't closed", .templateSyntax, "{{#1️⃣rows}}{{n}}", hint: "{{/rows}}"),
  Mistake(
    "an inner section that isn't closed", .templateSyntax, "{{#rows}}{{#1️⃣won}}{{n}}{{/rows}}{{name}}", hint: "{{/won}}"),
  Mistake("a parent that isn't closed", .templateSyntax, "{{<1️⃣p}}{{$a}}{{/a}}", ["p": "{{$a}}{{/a}}"], hint: "{{/p}}"),
  Mistake("a closing tag for nothing", .templateSyntax, "{{#won}}{{/1️⃣one}}{{/won}}", hint: "{{/won}}"),
  Mistake("one delimiter alone", .templateSyntax, "{{=1️⃣<% =}}", hint: "{{=<% %>=}}"),
  Mistake("text in a parent, outside its blocks", .templateSyntax, "{{<p}} 1️⃣lost {{/p}}", ["p": ""], hint: "{{$"),
  Mistake("a tag in a parent, outside its blocks", .templateSyntax, "{{<p}}{{1️⃣name}}{{/p}}", ["p": ""], hint: "{{$"),
  Mistake(
    "a block given twice", .templateSyntax, "{{<p}}{{$a}}{{/a}}{{$1️⃣a}}{{/a}}{{/p}}", ["p": "{{$a}}{{/a}}"], hint: ""),
]

private let nameMistakes = [
  Mistake("a misspelt name, behind Chinese text", .unknownName, "支部：\n  名称 {{ 1️⃣nmae }}", hint: "name"),
  Mistake("a name like no other", .unknownName, "{{1️⃣zzzzzz}}", hint: "name"),
  Mistake("a misspelt section", .unknownName, "{{#1️⃣rwos}}{{n}}{{/rwos}}", hint: "rows"),
  Mistake("a misspelt inverted section", .unknownName, "{{^1️⃣rwos}}-{{/rwos}}", hint: "rows"),
  Mistake("an unknown field behind a dot", .unknownName, "{{1️⃣lead.nam}}", hint: "name"),
  Mistake("a name of a list's element outside the list", .unknownName, "{{1️⃣n}}", hint: "name"),
  Mistake(
    "a block that the parent doesn't have", .unknownName, "{{<p}}{{$1️⃣mian}}x{{/mian}}{{/p}}",
    ["p": "{{$main}}{{/main}}"], hint: "main"),
  Mistake(
    "a mistake in an argument", .unknownName, "{{<p}}{{$a}}{{1️⃣nmae}}{{/a}}{{/p}}", ["p": "{{$a}}{{/a}}"], hint: "name"),
  Mistake("a mistake in a partial", .unknownName, "{{#lead}}{{>p}}{{/lead}}", ["p": "\n  {{1️⃣nmae}}"], hint: "name"),
]

private let kindMistakes = [
  Mistake("markup printed as text", .wrongKind, "{{1️⃣mark}}", hint: "{{{mark}}}"),
  Mistake("text printed as markup", .wrongKind, "{{{ 1️⃣name }}}", hint: "{{name}}"),
  Mistake("text printed by an ampersand", .wrongKind, "{{&1️⃣lead.name}}", hint: "{{lead.name}}"),
  Mistake("a flag printed", .wrongKind, "{{1️⃣won}}", hint: "{{#won}}"),
  Mistake("a list printed", .wrongKind, "{{1️⃣rows}}", hint: "{{#rows}}"),
  Mistake("texts printed without a section", .wrongKind, "{{1️⃣tags}}", hint: "{{#tags}}{{.}}{{/tags}}"),
  Mistake("a text as a section", .wrongKind, "{{#1️⃣name}}x{{/name}}", hint: "{{name}}"),
  Mistake("what is always there, inverted", .wrongKind, "{{^1️⃣lead}}x{{/lead}}", hint: "{{#lead}}"),
  Mistake("a dot into an optional", .wrongKind, "{{1️⃣award.prize}}", hint: "{{#award}}"),
  Mistake("a dot into a list", .wrongKind, "{{1️⃣rows.n}}", hint: "{{#rows}}"),
  Mistake("the element printed where it has names", .wrongKind, "{{#rows}}{{1️⃣.}}{{/rows}}", hint: "{{.}}"),
  Mistake("the element printed as markup", .wrongKind, "{{#tags}}{{{1️⃣.}}}{{/tags}}", hint: "{{.}}"),
]

private let inclusionMistakes = [
  Mistake("a misspelt partial", .unknownPartial, "{{>1️⃣parts/nva}}", ["parts/nav": ""], hint: "parts/nav"),
  Mistake(
    "a parent that doesn't exist", .unknownPartial, "{{<1️⃣base}}{{$a}}{{name}}{{/a}}{{/base}}",
    hint: "templates/base.mustache"),
  Mistake("a partial that includes itself", .recursionTooDeep, "{{>p}}", ["p": "x{{>1️⃣p}}"], hint: "{{#"),
  Mistake("two that include one another", .recursionTooDeep, "{{>p}}", ["p": "{{>q}}", "q": "{{>1️⃣p}}"], hint: "{{#"),
  Mistake(
    "itself in a list that is found again and again", .recursionTooDeep, "{{>p}}", ["p": "{{#rows}}{{>1️⃣p}}{{/rows}}"],
    hint: "{{#"),
  Mistake("a page that includes itself", .recursionTooDeep, "{{>1️⃣page}}", hint: "{{#"),
  Mistake(
    "an argument that holds its own block", .recursionTooDeep, "{{<p}}{{$1️⃣a}}{{$a}}{{/a}}{{/a}}{{/p}}",
    ["p": "{{$a}}{{/a}}"], hint: "{{#"),
]
