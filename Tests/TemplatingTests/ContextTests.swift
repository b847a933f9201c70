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
    "<a href='{{a}}' x=\"'\" class={{1️⃣t}}>",
    // A browser takes <!--> and <!---> for whole comments, and --!> for an end.
    "<!--><script>{{1️⃣t}}</script>-->",
    "<!---><script>{{1️⃣t}}</script>-->",
    "<!-- a --!><script>{{1️⃣t}}</script>-->",
    "<!-- <!--><script>{{1️⃣t}}</script>-->",
    "<!-- a --!-><script>'</script>--><style>{{1️⃣t}}</style>",
    // Comments that are none.
    "<!x --><script>{{1️⃣t}}</script>-->",
    "</ x><script>{{1️⃣t}}</script>",
    "</!--><script>{{1️⃣t}}</script>-->",
    "<?x --><style>{{1️⃣t}}</style>",
    "<!- -><script>{{1️⃣t}}</script>",
    "<![CDATA[ > <!-- ]]><p>{{1️⃣t}}</p>",
    "<!DOCTYPE html \"><script>{{1️⃣t}}</script>",
    // No comment begins where markup is text, and no script ends there.
    "<title><!--</title><script>{{1️⃣t}}</script>-->",
    "<textarea><!--</TEXTAREA ><script>{{1️⃣t}}</script>-->",
    "<style><!--</style><script>{{1️⃣t}}</script>-->",
    "<xmp><!--</xmp><script>{{1️⃣t}}</script>-->",
    "<noscript><!--</noscript><script>{{1️⃣t}}</script>-->",
    "<iframe>{{1️⃣t}}</iframe>",
    "<xmp>{{1️⃣t}}</xmp>",
    "<plaintext>{{1️⃣t}}",
    "<title>{{{1️⃣h}}}</title>",
    "<script></scripts>{{1️⃣t}}</script>",
    "<script><!--<script></script>{{1️⃣t}}--></script>",
    "<p></p title=\">\" class={{1️⃣t}}>",
    // In a drawing a title holds markup, and a style is no style.
    "<svg><style><!--</style><script>{{1️⃣t}}</script>--></style></svg>",
    "<svg><title><!--</title><script>{{1️⃣t}}</script>--></title></svg>",
    // Addresses.
    "<a href=\"{{1️⃣t}}\">",
    "<a href='{{a}}{{1️⃣t}}'>",
    "<a href=\"java{{1️⃣t}}\">",
    "<a href=\"javascript:go('{{1️⃣n}}')\">",
    "<a HREF=\"  javascript:{{1️⃣a}}\">",
    "<a href=\"data:text/html,{{1️⃣t}}\">",
    "<a href=\"&#106;avascript:{{1️⃣t}}\">",
    "<img src=\"{{1️⃣t}}\">",
    "<base href='{{1️⃣t}}'>",
    "<form action='{{1️⃣t}}'>",
    "<button formaction='{{1️⃣t}}'>",
    "<video poster='{{1️⃣t}}'>",
    "<table background='{{1️⃣t}}'>",
    "<svg><use xlink:href='{{1️⃣t}}'/></svg>",
    "<svg><animate attributeName='href' to='{{1️⃣t}}'/></svg>",
    "<img srcset='x.png 1x, {{1️⃣t}} 2x'>",
    "<iframe srcdoc='{{1️⃣a}}'>",
    "<p style='color: {{1️⃣t}}'>",
    "<meta http-equiv='refresh' content='0; url={{1️⃣a}}'>",
    "<meta content='0; url={{1️⃣a}}' http-equiv=refresh>",
    "<meta http-equiv='{{1️⃣t}}'>",
    "<a href='{{{1️⃣h}}}'>",
  ])
  func unsafe(_ template: String) {
    let (found, marked, diagnostics) = mistakes(template, page)
    #expect(found == marked)
    #expect(diagnostics.map(\.code) == [.unsafeContext])
  }

  @Test(arguments: [
    "{{t}} < {{t}} <3 {{t}}",
    "<a href=\"{{a}}\" title='{{t}}'>{{t}}</a>{{{h}}}",
    "<p style=\"width: {{n}}%\">{{t}}</p>",
    "<a href='{{a}}{{n}}/x.html#{{t}}'>{{t}}</a>",
    "<a href='#{{t}}'><img src='media/{{t}}' srcset='{{a}} 2x'></a>",
    "<a href='mailto:{{t}}'></a><a href='https://example.org/{{t}}'></a>",
    "{{#p}}<link rel=\"canonical\" href=\"{{.}}\">{{/p}}",
    "<meta name='description' content='{{t}}'>{{t}}",
    "<!-- --!x {{t}} --><!----><!-- a ---><i>{{t}}</i>",
    "<noscript><p title=\"{{t}}\">{{t}}</p></noscript>{{t}}",
    "<svg><title>{{t}}</title><text>{{t}}</text></svg><title>{{t}}</title>",
    "<svg/><style>a{}</style><textarea>{{t}}</textarea>{{t}}",
    "<scr<p>{{t}}</p>",
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
  "t": .text("x"), "a": .address("x.html"), "n": .number(1), "p": .addresses(["x.html"]), "h": .html("<b>x</b>"),
  "f": .flag(true), "l": .list([["n": .text("1")]]),
  "o": .optional(["n": .text("1")]), "r": .record(["t": .text("x")]),
]
