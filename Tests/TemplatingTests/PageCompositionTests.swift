import Templating
import Testing

/// What a page's template becomes beside what it says: typeset text, and no white space that nobody sees.
@Suite("Templates of pages are composed")
struct PageCompositionTests {
  private let page: Page = [
    "n": .text("76"), "word": .text("在PK"), "on": .flag(true), "off": .flag(false), "html": .html("<b>在PK中</b>"),
    "rows": .list([["n": .text("3")], ["n": .text("4")]]), "href": .address("a.html"),
  ]

  @Test(
    "a value and the words around it are set as one text",
    arguments: [
      ("<p>已办{{n}}项</p>", "<p>已<span class=\"g\">办</span><span class=\"nb\"><span class=\"g\">76</span>项</span></p>"),
      ("<p><b>{{word}}</b>中</p>", "<p><b><span class=\"g\">在</span><span class=\"g\">PK</span></b>中</p>"),
      (
        "<p>{{#on}}已办{{/on}}{{n}}{{^off}}项{{/off}}</p>",
        "<p>已<span class=\"g\">办</span><span class=\"nb\"><span class=\"g\">76</span>项</span></p>"
      ),
      ("<p>在PK中</p>", "<p><span class=\"g\">在</span><span class=\"g\">PK</span>中</p>"),
      ("<td>{{word}}中</td>", "<td>在PK中</td>"),
      (
        "<td>{{#rows}}满{{n}}次以上的，{{/rows}}</td>",
        "<td>满<span class=\"nb\">3次</span>以上的，满<span class=\"nb\">4次</span>以上的，</td>"
      ),
      (
        "{{#rows}}<h2>{{n}}，甲</h2>{{/rows}}",
        "<h2><span class=\"ph\">3，</span><span class=\"ph\">甲</span></h2><h2><span class=\"ph\">4，</span><span class=\"ph\">甲</span></h2>"
      ),
    ])
  func texts(_ template: String, _ expected: String) {
    #expect(rendered(template, page, as: .page) == expected)
  }

  @Test(
    "attributes, titles, controls, scripts, markup and what stands in no text stay",
    arguments: [
      "<p title=\"在PK中{{word}}中\">甲</p>", "<title>{{word}}中</title>", "<option>{{word}}中</option>",
      "<script>在PK中</script>",
      "<textarea>{{word}}中</textarea>", "<ul>{{word}}中</ul>", "{{word}}中", "<p>{{{html}}}</p>",
      "<a href=\"{{href}}\">在PK中</a>",
    ])
  func untouched(_ template: String) {
    #expect(rendered(template, page, as: .page) == rendered(template, page))
  }

  @Test("a text that ends otherwise than it began is ended by the next block")
  func crossed() {
    let template = "{{#on}}<p>{{/on}}{{^on}}<h2>{{/on}}{{word}}中{{#on}}</p>{{/on}}{{^on}}</h2>{{/on}}<ul>在PK中</ul>"
    #expect(
      rendered(template, page, as: .page)
        == "<p><span class=\"g\">在</span><span class=\"g\">PK</span>中</p><ul>在PK中</ul>")
  }

  @Test(
    "of white space a character stays where it could be seen, and none in the frame of a table",
    arguments: [
      ("<ul>\n    <li>a</li>\n\n    <li>b  c</li>\n</ul>\n", "<ul>\n<li>a</li>\n<li>b c</li>\n</ul>\n"),
      (
        "<table>\n  <tr>\n    <td> a </td> <td>{{n}} </td>\n  </tr>\n{{#rows}}\n  <tr><td>{{n}}</td></tr>\n{{/rows}}\n</table>",
        "<table><tr><td>a</td><td>76</td></tr><tr><td>3</td></tr><tr><td>4</td></tr></table>"
      ),
      ("<pre>\n  a\n    b</pre>  <b>c</b>", "<pre>\n  a\n    b</pre> <b>c</b>"),
      ("<textarea>  a\n  b</textarea>", "<textarea>  a\n  b</textarea>"),
      ("<p title=\"a  b\">{{n}}  {{n}}</p>", "<p title=\"a  b\">76 76</p>"),
      ("<b>a</b>   <b>b</b>", "<b>a</b> <b>b</b>"),
      ("<p>\n  一，\n  {{#on}}\n  二。\n  {{/on}}\n  三； 四\n五</p>", "<p>\n一，二。三； 四\n五</p>"),
    ])
  func blanks(_ template: String, _ expected: String) {
    #expect(rendered(template, page, as: .page) == expected)
  }
}
