import Testing

@Suite("Blocks and parents print what the specification says")
struct InheritanceTests {
  @Test(arguments: blocksCases) func blocks(_ it: Case) { check(it) }
  @Test(arguments: linesCases) func lines(_ it: Case) { check(it) }

  private func check(_ it: Case) { #expect(rendered(it.template, it.page, with: it.others) == it.expected) }
}

private let page: Page = [
  "title": .text("Year"), "mark": .html("<hr>"), "open": .flag(true),
  "lead": .record(["title": .text("Lead")]),
]

private let blocksCases: [Case] = [
  Case("a block alone prints its default", "{{$a}}x {{title}}{{{mark}}}{{/a}}", page, is: "x Year<hr>"),
  Case("a parent prints its defaults", "{{<p}}{{/p}}", [:], ["p": "[{{$a}}x{{/a}}]"], is: "[x]"),
  Case("an argument replaces a default", "{{<p}}{{$a}}y{{/a}}{{/p}}", [:], ["p": "[{{$a}}x{{/a}}]"], is: "[y]"),
  Case(
    "other defaults stay", "{{<p}}{{$b}}y{{/b}}{{/p}}", [:], ["p": "{{$a}}x{{/a}},{{$b}}x{{/b}}"], is: "x,y"),
  Case("a block may stand twice", "{{<p}}{{$a}}y{{/a}}{{/p}}", [:], ["p": "{{$a}}{{/a}}-{{$a}}{{/a}}"], is: "y-y"),
  Case(
    "each use has its own arguments", "{{<p}}{{$a}}1{{/a}}{{/p}} {{<p}}{{$a}}2{{/a}}{{/p}} {{>p}}", [:],
    ["p": "{{$a}}0{{/a}}"], is: "1 2 0"),
  Case("a block's name is no field", "{{<p}}{{$title}}T{{/title}}{{/p}}", page, ["p": "{{$title}}{{/title}}"], is: "T"),
  Case(
    "an argument sees the context of its block", "{{<p}}{{$a}}{{title}}{{/a}}{{/p}}", page,
    ["p": "{{#lead}}{{$a}}{{/a}}{{/lead}}"], is: "Lead"),
  Case(
    "the outermost argument counts", "{{<p}}{{$a}}c{{/a}}{{/p}}", [:],
    ["p": "{{<q}}{{$a}}p{{/a}}{{/q}}", "q": "{{$a}}q{{/a}}"], is: "c"),
  Case(
    "an argument between counts otherwise", "{{<p}}{{/p}}", [:],
    ["p": "{{<q}}{{$a}}p{{/a}}{{/q}}", "q": "{{$a}}q{{/a}}"], is: "p"),
  Case(
    "arguments reach the parent's partials", "{{<p}}{{$a}}y{{/a}}{{/p}}", [:],
    ["p": "{{>head}}", "head": "<{{$a}}x{{/a}}>"], is: "<y>"),
  Case(
    "an argument may hold blocks of its own", "{{<p}}{{$b}}inner{{/b}}{{/p}}", [:],
    ["p": "{{<q}}{{$a}}[{{$b}}{{/b}}]{{/a}}{{/q}}", "q": "{{$a}}{{/a}}"], is: "[inner]"),
  Case(
    "parents that include one another end where an argument ends them", "{{<p}}{{$a}}!{{/a}}{{/p}}", [:],
    ["p": "{{$a}}{{/a}}{{$b}}{{<q}}{{/q}}{{/b}}", "q": "({{<p}}{{$b}}end{{/b}}{{/p}})"], is: "!(!end)"),
  Case(
    "comments between arguments are fine", "{{<p}}\n {{! x }}\n{{$a}}y{{/a}}\n{{/p}}", [:], ["p": "{{$a}}{{/a}}"],
    is: "y"),
  Case(
    "sections choose between arguments' content", "{{<p}}{{$a}}{{#open}}o{{/open}}{{/a}}{{/p}}", page,
    ["p": "{{$a}}{{/a}}"], is: "o"),
]

private let linesCases: [Case] = [
  Case(
    "a parent alone in its line is indented like it", "-\n  {{<p}}{{/p}}\n-\n", [:], ["p": "a\nb\n"],
    is: "-\n  a\n  b\n-\n"),
  Case(
    "a block in lines of its own leaves none", "{{$a}}\n  x\n{{/a}}\n.", is: "  x\n."),
  Case(
    "an argument is moved to the block's indentation", "{{<p}}\n{{$a}}\n      one\n        two\n{{/a}}\n{{/p}}\n", [:],
    ["p": "<ul>\n  {{$a}}\n  {{/a}}\n</ul>\n"], is: "<ul>\n  one\n    two\n</ul>\n"),
  Case(
    "the default's content decides the indentation", "{{<p}}{{$a}}\none\ntwo\n{{/a}}{{/p}}", [:],
    ["p": "<ul>\n{{$a}}\n    default\n{{/a}}\n</ul>\n"], is: "<ul>\n    one\n    two\n</ul>\n"),
  Case(
    "a block opened and closed in one line is indented", "{{<p}}{{$a}}\none\ntwo{{/a}}\n{{/p}}", [:],
    ["p": "<\n  {{$a}}{{/a}}\n>\n"], is: "<\n  one\n  two\n>\n"),
  Case(
    "an argument within a line keeps the block's line", "{{<p}}{{$a}}x{{/a}}{{/p}}", [:],
    ["p": "<\n  {{$a}}default{{/a}}\n>\n"], is: "<\n  x\n>\n"),
  Case(
    "indentation of a partial in an argument is moved along", "{{<p}}\n{{$a}}\n    {{>row}}\n{{/a}}\n{{/p}}", [:],
    ["p": "<\n  {{$a}}\n  {{/a}}\n>\n", "row": "r\ns\n"], is: "<\n  r\n  s\n>\n"),
]
