import Templating
import Testing

/// What a page's template becomes beside what it says: typeset text, and no white space that nobody sees.
@Suite("Templates of pages are composed")
struct PageCompositionTests {
  private let page: Page = [
    "n": .text("76"), "word": .text("在PK"), "on": .flag(true), "off": .flag(false), "html": .html("<b>在PK中</b>"),
    "rows": .list([["n": .text("3")], ["n": .text("4")]]), "href": .address("a.html"), "empty": .text(""),
    "blank": .text("a b"), "quote": .text("\""),
  ]

  @Test(
    "a value and the words around it are set as one text",
    arguments: [
      ("<p>已办{{n}}项</p>", "<p>已<span class=g>办</span><span class=nb>7<span class=g>6</span>项</span></p>"),
      ("<p><b>{{word}}</b>中</p>", "<p><b><span class=g>在</span>P<span class=g>K</span></b>中</p>"),
      (
        "<p>{{#on}}已办{{/on}}{{n}}{{^off}}项{{/off}}</p>",
        "<p>已<span class=g>办</span><span class=nb>7<span class=g>6</span>项</span></p>"
      ),
      ("<p>在PK中</p>", "<p><span class=g>在</span>P<span class=g>K</span>中</p>"),
      // A drawing stands in the line.
      (
        "<dd><svg id=\"{{n}}\"><path d=\"a\"/><text>在PK</text></svg>{{n}}个，各有一张图</dd>",
        "<dd><svg id=76><path d=\"a\"/><text>在PK</text></svg><span class=nb>7<span class=g>6</span>个，</span>各有<span class=nb>一张图</span></dd>"
      ),
      ("<td>{{word}}中</td>", "<td>在PK中</td>"),
      (
        "<td>{{#rows}}满{{n}}次以上的，{{/rows}}</td>",
        "<td>满<span class=nb>3次</span>以上的，满<span class=nb>4次</span>以上的，</td>"
      ),
      (
        "{{#rows}}<h2>{{n}}，甲</h2>{{/rows}}",
        "<h2><span class=ph>3<span class=hc>，</span></span><span class=ph>甲</span></h2>"
          + "<h2><span class=ph>4<span class=hc>，</span></span><span class=ph>甲</span></h2>"
      ),
    ])
  func texts(_ template: String, _ expected: String) {
    #expect(rendered(template, page, as: .page) == expected)
  }

  @Test(
    "attributes, titles, controls, scripts, markup and what stands in no text stay",
    arguments: [
      "<p title=\"在PK中 {{word}}中\">甲</p>", "<title>{{word}}中</title>", "<option>{{word}}中</option>",
      "<script>在PK中</script>",
      "<textarea>{{word}}中</textarea>", "<ul>{{word}}中</ul>", "{{word}}中", "<p>{{{html}}}</p>",
      "<a title=\"a {{href}}\">在PK中</a>",
    ])
  func untouched(_ template: String) {
    #expect(rendered(template, page, as: .page) == rendered(template, page))
  }

  @Test("a text that ends otherwise than it began is ended by the next block")
  func crossed() {
    let template = "{{#on}}<p>{{/on}}{{^on}}<h2>{{/on}}{{word}}中{{#on}}</p>{{/on}}{{^on}}</h2>{{/on}}<ul>在PK中</ul>"
    #expect(
      rendered(template, page, as: .page)
        == "<p><span class=g>在</span>P<span class=g>K</span>中</p><ul>在PK中</ul>")
  }

  @Test(
    "of white space a character stays where it could be seen, and none in the frame of a table",
    arguments: [
      ("<ul>\n    <li>a</li>\n\n    <li>b  c</li>\n</ul>\n", "<ul><li>a<li>b c</ul>"),
      (
        "<table>\n  <tr>\n    <td> a </td> <td>{{n}} </td>\n  </tr>\n{{#rows}}\n  <tr><td>{{n}}</td></tr>\n{{/rows}}\n</table>",
        "<table><tr><td>a<td>76<tr><td>3<tr><td>4</table>"
      ),
      ("<pre>\n  a\n    b</pre>  <b>c</b>", "<pre>\n  a\n    b</pre> <b>c</b>"),
      ("<textarea>  a\n  b</textarea>", "<textarea>  a\n  b</textarea>"),
      ("<p title=\"a  b\">{{n}}  {{n}}</p>", "<p title=\"a  b\">76 76</p>"),
      ("<b>a</b>   <b>b</b>", "<b>a</b> <b>b</b>"),
      ("<p>\n  一，\n  {{#on}}\n  二。\n  {{/on}}\n  三； 四\n五</p>", "<p>一，二。三； 四\n五</p>"),
    ])
  func blanks(_ template: String, _ expected: String) {
    #expect(rendered(template, page, as: .page) == expected)
  }

  @Test("white space behind a tag goes where a section states the tag's attributes, and before one too")
  func blanksBesideSections() {
    let template =
      "<table>\n {{#rows}}\n <tr{{#on}} id=\"a\"{{/on}}{{#off}} class=\"b\"{{/off}}>\n  <td>{{n}}</td>\n </tr>\n {{/rows}}\n</table>"
    #expect(rendered(template, page, as: .page) == "<table><tr id=a><td>3<tr id=a><td>4</table>")
  }

  @Test(
    "an end tag goes where the standard lets it, whatever sections follow, and stays elsewhere",
    arguments: [
      ("<ul>{{#rows}}<li>{{n}}</li>{{/rows}}</ul>", "<ul><li>3<li>4</ul>"),
      ("<ul><li>a</li>{{#off}}b{{/off}}</ul>", "<ul><li>a</li></ul>"),
      ("<div><p>a</p>{{#on}}<div>b</div>{{/on}}</div>", "<div><p>a<div>b</div></div>"),
      ("<div><p>a</p>{{word}}</div>", "<div><p>a</p>在PK</div>"),
      ("<a><p>a</p></a>", "<a><p>a</p></a>"),
      ("<p>a</p>", "<p>a</p>"),
      ("<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>", "<dl><dt>a<dd>b<dt>c<dd>d</dl>"),
      ("<select><option>a</option><option>b</option></select>", "<select><option>a<option>b</select>"),
      (
        "<table><caption>a</caption><thead><tr><th>b</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>",
        "<table><caption>a<thead><tr><th>b<tbody><tr><td>c</table>"
      ),
      ("<table><tr><td><p>a</p></td></tr></table><b>b</b>", "<table><tr><td><p>a</table><b>b</b>"),
    ])
  func endTags(_ template: String, _ expected: String) {
    #expect(rendered(template, page, as: .page) == expected)
    #expect(rendered(template, page, as: .paper) == rendered(template, page), "the program reads paper once more")
  }

  @Test(
    "a value has marks only if it needs them",
    arguments: [
      ("<b class=\"a\" id=\"{{n}}\">", "<b class=a id=76>"), ("<b title=\"{{empty}}\">", "<b title=\"\">"),
      ("<b title=\"{{blank}}\" class=\"a b\">", "<b title=\"a b\" class=\"a b\">"),
      ("<b title=\"第{{n}}=\">", "<b title=\"第76=\">"), ("<b title=\"{{quote}}\">", "<b title=&quot;>"),
      ("<path d=\"a\"/>", "<path d=\"a\"/>"), ("<b title=\"{{#on}}a{{/on}}\">", "<b title=\"a\">"),
      ("<b{{#on}} title=\"{{n}}\"{{/on}}>", "<b title=76>"),
      ("<p class=\"a\">在PK</p>", "<p class=a><span class=g>在</span>PK</p>"),
      ("<p>在<b id=\"{{n}}\">PK</b></p>", "<p><span class=g>在</span><b id=76>PK</b></p>"),
    ])
  func marks(_ template: String, _ expected: String) {
    #expect(rendered(template, page, as: .page) == expected)
  }

  @Test("what is marked as written is, and the mark goes")
  func asWritten() {
    let template =
      "<table><tr><td data-as-written>共{{n}}项，每一项都要写清楚</td><td class=\"n\" data-as-written>{{n}}</td></tr></table>"
    #expect(
      rendered(template, page, as: .page) == "<table><tr><td>共76项，每一项都要写清楚<td class=n>76</table>")
    #expect(!rendered(template, page, as: .paper).contains("data-as-written"))
  }

  @Test(
    "an address of the site is the shortest from the page",
    arguments: [
      ("2025/members/a.html", "2025/rulebook.html#x", "../rulebook.html#x"),
      ("2025/members/a.html", "2025/members/b.html", "b.html"),
      ("2025/members/a.html", "2024/members/a.html", "../../2024/members/a.html"),
      ("2025/members/a.html", "index.html", "../../index.html"), ("index.html", "2025/a.html", "2025/a.html"),
      // What would mean something else stays as it is.
      ("2025/members/a.html", "2025/members/", "../../2025/members/"),
      ("2025/members/a.html", "2025/members/a:b.html", "../../2025/members/a:b.html"),
      ("2025/members/a.html", "2025/a:b.html", "../a:b.html"),
    ])
  func addresses(_ path: String, _ target: String, _ expected: String) {
    let root = String(repeating: "../", count: path.split(separator: "/").count - 1)
    let page: Page = ["root": .address(root), "href": .address(target)]
    #expect(rendered("<a href=\"{{root}}{{href}}\">", page, as: .page, at: path) == "<a href=\(expected)>")
    #expect(rendered("<a href=\"{{root}}{{href}}\">", page, as: .page) == "<a href=\(root)\(target)>")
  }
}
