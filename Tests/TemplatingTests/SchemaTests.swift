import Diagnostics
import Templating
import Testing

@Suite("The schema is what the specimen states")
struct SchemaTests {
  @Test("Documentation sees names, kinds, samples and nesting in the page's order")
  func fields() {
    let schema = Schema(
      specimen: [
        "title": .text("A & B"), "count": .number(12), "won": .flag(true), "tags": .texts(["a", "b"]),
        "rows": .list([["mark": .html("<hr>")]]),
      ] as Page)
    #expect(schema.fields.map(\.name) == ["title", "count", "won", "tags", "rows"])
    #expect(schema.fields.map(\.kind) == [.text, .number, .flag, .texts, .list])
    #expect(schema.fields.map(\.sample) == ["A & B", "12", "true", "a", ""])
    #expect(schema.fields.last?.children.map(\.name) == ["mark"])
    #expect(schema.fields.last?.children.map(\.sample) == ["<hr>"])
  }

  @Test("Elements of a list add what the first lacks")
  func union() {
    let page: Page = [
      "rows": .list([
        ["awards": .list([]), "note": .optional(["text": .text("n")])],
        ["awards": .list([["points": .number(3)]]), "note": .optional(nil)],
      ])
    ]
    #expect(
      rendered("{{#rows}}{{#awards}}{{points}}{{/awards}}{{#note}}{{text}}{{/note}};{{/rows}}", page) == "n;3;")
  }

  @Test("Values of other sizes than the specimen's are printed whole")
  func otherValues() {
    let specimen: Page = ["rows": .list([["n": .number(0)]]), "note": .optional(["t": .text("")]), "l": .texts(["x"])]
    let template = "{{#rows}}{{n}} {{/rows}}{{#note}}{{t}}{{/note}}{{^note}}-{{/note}}{{#l}}{{.}}{{/l}}{{^l}}none{{/l}}"
    let full: Page = [
      "rows": .list((1...5).map { ["n": .number($0)] }), "note": .optional(["t": .text("t")]), "l": .texts(["a", "b"]),
    ]
    let empty: Page = ["rows": .list([]), "note": .optional(nil), "l": .texts([])]
    #expect(rendered(template, full, specimen: specimen) == "1 2 3 4 5 tab")
    #expect(rendered(template, empty, specimen: specimen) == "-none")
  }

  @Test("Chinese names serve for fields, templates and blocks")
  func chineseNames() {
    let page: Page = ["支部": .record(["名称": .text("光学支部")]), "名次": .list([["分": .number(86)]])]
    let page2 = rendered(
      "{{<布局}}{{$正文}}{{支部.名称}}：{{#名次}}{{分}}{{/名次}}{{/正文}}{{/布局}}", page,
      with: ["布局": "〔{{$正文}}{{/正文}}{{>部件/页脚}}〕", "部件/页脚": "。"])
    #expect(page2 == "〔光学支部：86。〕")
  }

  @Test("A partial may include itself as deep as the specimen goes")
  func recursion() {
    let page: Page = [
      "t": .text("1"),
      "parts": .list([["t": .text("2"), "parts": .list([["t": .text("3"), "parts": .list([])]])]]),
    ]
    let node = "<li>{{t}}{{#parts}}{{>node}}{{/parts}}</li>"
    #expect(rendered("{{>node}}", page, with: ["node": node]) == "<li>1<li>2<li>3</li></li></li>")
  }

  @Test(
    "Partials that double without end are refused, not compiled for hours", .timeLimit(.minutes(1)),
    arguments: ["", "-", "{{t}}"])
  func doubling(_ text: String) {
    var others: [String: String] = ["p40": "x"]
    for level in 0..<40 { others["p\(level)"] = "{{>p\(level + 1)}}{{>p\(level + 1)}}\(text)" }
    let (_, _, diagnostics) = mistakes("{{>p0}}", ["t": .text("")], with: others)
    #expect(!diagnostics.isEmpty && diagnostics.allSatisfy { $0.code == .recursionTooDeep })
  }

  @Test("Sections a hundred deep are refused with a place")
  func nesting() {
    let template = String(repeating: "{{#f}}", count: 100) + String(repeating: "{{/f}}", count: 100)
    let (found, _, diagnostics) = mistakes(template, ["f": .flag(true)])
    #expect(diagnostics.map(\.code) == [.recursionTooDeep])
    // The 65th opening tag: 64 times six columns before it, its name in the fourth of its own.
    #expect(found == ["page:1:388"])
  }
}
