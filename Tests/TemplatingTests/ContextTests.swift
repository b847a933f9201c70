import Diagnostics
import Testing

@Suite("A text is printed only where escaping makes it safe")
struct ContextTests {
  @Test(arguments: [
    "<script>let a = '{{1️⃣t}}'</script>",
    "<script type=\"module\">if (a < b) {{{1️⃣h}}}</script>",
    "<SCRIPT\n>{{1️⃣t}}</script>",
    "<script>'</b>'{{1️⃣t}}</script>",
    "<style>p { color: {{1️⃣t}} }</style>",
    "<p class={{1️⃣t}}>",
    "<p class=a{{1️⃣t}}>",
    "<p class = {{1️⃣t}}>",
    "<p {{1️⃣t}}>",
    "<p class=\"a\" {{1️⃣t}}=\"b\">",
    "<{{1️⃣t}}>",
    "<h{{1️⃣t}}>",
    "</{{1️⃣t}}>",
    "<a onclick=\"go('{{1️⃣t}}')\">",
    "<a href=\"x\" ONLOAD = '{{1️⃣t}}'>",
    "<a title=\"{{{1️⃣h}}}\">",
    "<!-- {{{1️⃣h}}} -->",
    "<a href='{{t}}' x=\"'\" class={{1️⃣t}}>",
  ])
  func unsafe(_ template: String) {
    let (found, marked, diagnostics) = mistakes(template, page)
    #expect(found == marked)
    #expect(diagnostics.map(\.code) == [.unsafeContext])
  }

  @Test(arguments: [
    "{{t}} < {{t}} <3 {{t}}",
    "<a href=\"{{t}}\" title='{{t}}'>{{t}}</a>{{{h}}}",
    "<p style=\"width: {{t}}%\">{{t}}</p>",
    "<script>a('<b>')</script>{{t}}",
    "<style>a > b {}</style ><i>{{t}}</i>",
    "<!-- <script> {{t}} --><p>{{t}}</p>",
    "<!DOCTYPE html>{{t}}",
    "<scripts>{{t}}</scripts>",
    "<p data-on=\"{{t}}\" once>{{t}}",
    "<input disabled value=\"{{t}}\"/>{{t}}",
    "<a b=c>{{t}}</a>",
    "<p title=\"a > b\">{{t}}",
    "<li{{#f}} class=\"now\"{{/f}} id=\"{{t}}\">{{t}}",
    "<title>{{t}}</title>",
  ])
  func safe(_ template: String) { #expect(mistakes(template, page).found == ["accepted"]) }

  @Test(
    "Whatever way leads there through sections, blocks and partials",
    arguments: [
      "<p {{#f}}class=\"{{/f}}{{1️⃣t}}\">",
      "{{#f}}<script>{{/f}}{{1️⃣t}}",
      "{{#l}}{{1️⃣t}}<p class={{/l}}",
      "{{^f}}<style>{{/f}}<p>{{1️⃣t}}</p>",
      "<p {{#o}}onclick{{/o}}{{^o}}title{{/o}}=\"{{1️⃣t}}\">",
      "<script>{{#l}}{{#l}}{{1️⃣t}}{{/l}}{{/l}}</script>",
      "<script>{{>text}}</script>",
      "{{<frame}}{{$a}}{{1️⃣t}}{{/a}}{{/frame}}",
      "<p class={{1️⃣r.t}}>",
    ])
  func acrossTags(_ template: String) {
    let inPartial = template.contains("{{>text}}") ? "{{1️⃣t}}" : "{{t}}"
    let (found, marked, diagnostics) = mistakes(
      template, page, with: ["text": inPartial, "frame": "<script>{{$a}}{{/a}}</script>"])
    #expect(found == marked)
    #expect(diagnostics.map(\.code) == [.unsafeContext])
  }
}

private let page: Page = [
  "t": .text("x"), "h": .html("<b>x</b>"), "f": .flag(true), "l": .list([["n": .text("1")]]),
  "o": .optional(["n": .text("1")]), "r": .record(["t": .text("x")]),
]
