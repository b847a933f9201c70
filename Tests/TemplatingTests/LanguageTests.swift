import Testing

/// One behaviour of the language: a template, what it is filled with, and what a reader then sees.
struct Case: Sendable, CustomTestStringConvertible {
  let behaviour: String
  let template: String
  let page: Page
  let others: [String: String]
  /// Where it says more than the page does.
  let specimen: Page?
  let expected: String

  init(
    _ behaviour: String, _ template: String, _ page: Page = [:], _ others: [String: String] = [:],
    specimen: Page? = nil, is expected: String
  ) {
    self.behaviour = behaviour
    self.template = template
    self.page = page
    self.others = others
    self.specimen = specimen
    self.expected = expected
  }

  var testDescription: String { behaviour }
}

@Suite("The Mustache language prints what its specification says")
struct LanguageTests {
  @Test(arguments: interpolationCases) func interpolation(_ it: Case) { check(it) }
  @Test(arguments: sectionsCases) func sections(_ it: Case) { check(it) }
  @Test(arguments: invertedCases) func inverted(_ it: Case) { check(it) }
  @Test(arguments: commentsCases) func comments(_ it: Case) { check(it) }
  @Test(arguments: delimitersCases) func delimiters(_ it: Case) { check(it) }
  @Test(arguments: partialsCases) func partials(_ it: Case) { check(it) }

  private func check(_ it: Case) {
    #expect(rendered(it.template, it.page, with: it.others, specimen: it.specimen) == it.expected)
  }
}

private let branch: Page = [
  "name": .text("Optics"), "points": .number(-7), "mark": .html("<b>red</b>"), "won": .flag(true), "lost": .flag(false),
  "lead": .record(["name": .text("Lin"), "office": .record(["room": .text("B7")])]),
  "rows": .list([["n": .text("1")], ["n": .text("2")], ["n": .text("3")]]), "tags": .texts(["a", "b"]),
]

private let listed: Page = ["l": .list([["n": .text("")]]), "x": .text("")]

private let interpolationCases: [Case] = [
  Case("text without tags stays", "Hello {world} } {\n", is: "Hello {world} } {\n"),
  Case("an empty template is an empty page", "", is: ""),
  Case("a name prints its text", "Branch {{name}}.", branch, is: "Branch Optics."),
  Case("a number prints its digits, sign included", "{{points}}", branch, is: "-7"),
  Case("zero has a digit", "{{n}}", ["n": .number(0)], is: "0"),
  Case("blanks inside a tag mean nothing", "|{{  name  }}|{{\tname\t}}|", branch, is: "|Optics|Optics|"),
  Case(
    "five characters are escaped", "{{t}}", ["t": .text("a&b <i> \"q\" 'x'")],
    is: "a&amp;b &lt;i&gt; &quot;q&quot; &#39;x&#39;"),
  Case("an escaped text is not escaped twice", "{{t}}", ["t": .text("&amp;")], is: "&amp;amp;"),
  Case("an empty text prints nothing", "[{{t}}]", ["t": .text("")], is: "[]"),
  Case("three braces print markup as it is", "{{{mark}}}", branch, is: "<b>red</b>"),
  Case("an ampersand prints markup as it is", "{{& mark }}", branch, is: "<b>red</b>"),
  Case("dots go into records", "{{lead.name}} {{lead.office.room}}", branch, is: "Lin B7"),
  Case("a tag in a line of its own keeps its line", "  {{name}}\n", branch, is: "  Optics\n"),
  Case("printed tags are not read as tags", "{{t}}", ["t": .text("{{name}}")], is: "{{name}}"),
  Case("printed line ends don't make lines", "  {{t}}|", ["t": .text("a\nb")], is: "  a\nb|"),
]

private let sectionsCases: [Case] = [
  Case("a true flag shows its section", "{{#won}}yes{{/won}}", branch, is: "yes"),
  Case("a false flag hides it", "[{{#lost}}yes{{/lost}}]", branch, is: "[]"),
  Case("a record becomes the context", "{{#lead}}{{name}}{{/lead}} {{name}}", branch, is: "Lin Optics"),
  Case("names climb to the page", "{{#lead}}{{points}}{{#office}}{{name}}{{/office}}{{/lead}}", branch, is: "-7Lin"),
  Case("a list shows each element", "{{#rows}}{{n}},{{/rows}}", branch, is: "1,2,3,"),
  Case("an empty list shows none", "[{{#l}}x{{/l}}]", ["l": .list([]), "x": .text("")], specimen: listed, is: "[]"),
  Case("texts print by a dot", "{{#tags}}({{.}}){{/tags}}", branch, is: "(a)(b)"),
  Case("texts are escaped", "{{#t}}{{.}}{{/t}}", ["t": .texts(["<", "&"])], is: "&lt;&amp;"),
  Case("names climb out of texts", "{{#tags}}{{.}}{{name}} {{/tags}}", branch, is: "aOptics bOptics "),
  Case("a present optional shows", "{{#o}}{{x}}{{/o}}", ["o": .optional(["x": .text("1")])], is: "1"),
  Case("dots lead to sections", "{{#lead.office}}{{room}}{{name}}{{/lead.office}}", branch, is: "B7Optics"),
  Case(
    "lists stand in lists", "{{#a}}{{x}}:{{#b}}{{x}}{{y}} {{/b}};{{/a}}",
    [
      "a": .list([
        ["x": .text("1"), "b": .list([["y": .text("p")], ["y": .text("q")]])],
        ["x": .text("2"), "b": .list([["y": .text("r")]])],
      ])
    ], is: "1:1p 1q ;2:2r ;"),
  Case("one section twice in a row", "{{#won}}a{{/won}}{{#won}}b{{/won}}", branch, is: "ab"),
  Case("a section of the same name inside", "{{#won}}a{{#won}}b{{/won}}c{{/won}}", branch, is: "abc"),
  Case("tags alone in their lines leave no line", "|\n{{#won}}\n-\n{{/won}}\n|\n", branch, is: "|\n-\n|\n"),
  Case("indented too", "|\n  {{#won}}\n  -\n  {{/won}}\n|", branch, is: "|\n  -\n|"),
  Case("line ends of Windows too", "|\r\n{{#won}}\r\n{{/won}}\r\n|", branch, is: "|\r\n|"),
  Case("on the first line", "  {{#won}}\nx{{/won}}", branch, is: "x"),
  Case("on the last line without end", "x{{#won}}\n  {{/won}}", branch, is: "x\n"),
  Case("tags within a line leave blanks as they are", " {{#won}} a {{/won}} \n", branch, is: "  a  \n"),
  Case("two tags in one line keep it", "{{#won}}{{/won}}\n.", branch, is: "\n."),
  Case("empty lines stay", "{{#won}}\n\n  \n{{/won}}\n", branch, is: "\n  \n"),
]

private let invertedCases: [Case] = [
  Case("shown for a false flag", "{{^lost}}no{{/lost}}", branch, is: "no"),
  Case("hidden for a true flag", "[{{^won}}no{{/won}}]", branch, is: "[]"),
  Case(
    "shown for an empty list, in the page's context", "{{^l}}{{x}}{{/l}}", ["l": .list([]), "x": .text("1")],
    specimen: listed, is: "1"),
  Case("hidden for a list with elements", "[{{^rows}}none{{/rows}}]", branch, is: "[]"),
  Case(
    "shown for an absent optional", "{{^o}}none{{/o}}", ["o": .optional(nil)],
    specimen: ["o": .optional(["x": .text("")])], is: "none"),
  Case("hidden for a present optional", "[{{^o}}none{{/o}}]", ["o": .optional(["x": .text("")])], is: "[]"),
  Case("shown for no texts", "{{^t}}none{{/t}}", ["t": .texts([])], is: "none"),
  Case("asked by dots", "{{^a.b}}no{{/a.b}}", ["a": .record(["b": .flag(false)])], is: "no"),
  Case("leaves no line of its own", "|\n  {{^lost}}\n-\n  {{/lost}}\n|", branch, is: "|\n-\n|"),
]

private let commentsCases: [Case] = [
  Case("vanish in a line", "a{{! no }}b", is: "ab"),
  Case("may hold anything but their end", "a{{! {{#x }}b", is: "ab"),
  Case("take their line along", "a\n  {{! no }}\nb\n", is: "a\nb\n"),
  Case("may span lines", "a\n  {{! one\n  two }}\nb\n", is: "a\nb\n"),
  Case("leave a shared line alone", "  12 {{! no }}\n", is: "  12 \n"),
]

private let delimitersCases: [Case] = [
  Case(
    "can be changed and changed back", "{{=<% %>=}}<%name%>{{name}}<%={{ }}=%>{{name}}", branch,
    is: "Optics{{name}}Optics"),
  Case("may be single characters", "{{=| |=}}|name|", branch, is: "Optics"),
  Case("work for all tags", "{{=[ ]=}}[#won][&mark][/won][^lost]-[/lost][!x]", branch, is: "<b>red</b>-"),
  Case("print markup with braces of their own", "{{=<% %>=}}<%{mark}%>", branch, is: "<b>red</b>"),
  Case("leave no line of their own", "a\n  {{=<% %>=}}\nb", is: "a\nb"),
  Case("allow blanks around", "{{= <%   %> =}}<% name %>", branch, is: "Optics"),
  Case("end with their file", "{{=<% %>=}}<%>p%>", branch, ["p": "{{name}}<%name%>"], is: "Optics<%name%>"),
  Case("outlive the section they change in", "{{#won}}{{=<% %>=}}<%/won%><%name%>", branch, is: "Optics"),
]

private let partialsCases: [Case] = [
  Case("stand where they are named", "[{{>p}}]", branch, ["p": "{{name}}"], is: "[Optics]"),
  Case(
    "see the context of their place", "{{#rows}}{{> row }}{{/rows}}", branch, ["row": "{{n}}{{name}} "],
    is: "1Optics 2Optics 3Optics "),
  Case("are found in folders", "{{>parts/nav}}", branch, ["parts/nav": "nav"], is: "nav"),
  Case("include others", "{{>a}}", branch, ["a": "a{{>b}}", "b": "b"], is: "ab"),
  Case("keep the blanks around them", "| {{>p}} |", [:], ["p": "x"], is: "| x |"),
  Case("alone in a line are indented like it", "<\n  {{>p}}\n>\n", [:], ["p": "a\n b\n"], is: "<\n  a\n   b\n>\n"),
  Case(
    "are indented before tags too", "  {{>p}}\n", branch, ["p": "{{name}}\n{{#won}}\nx\n{{/won}}\n"],
    is: "  Optics\n  x\n"),
  Case("add up their indentation", " {{>a}}\n", [:], ["a": "a\n {{>b}}\n", "b": "b\nc\n"], is: " a\n  b\n  c\n"),
  Case("within a line are not indented", "  {{name}} {{>p}}\n", branch, ["p": ">\n>"], is: "  Optics >\n>\n"),
  Case("don't indent what is printed", "  {{>p}}\n", ["t": .text("a\nb")], ["p": "[{{t}}]\n"], is: "  [a\nb]\n"),
  Case("swallow their line end", "{{>p}}\n>", [:], ["p": ">"], is: ">>"),
]
