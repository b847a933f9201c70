import Diagnostics
import Templating
import Texts

/// A page of the preview in the site's place: mistakes, an address without a page, a failing environment. Never published.
///
/// Its template stands here and not in `templates/`, since it has to be shown when those are broken. It has the site's
/// look by the site's stylesheet, and stays readable without.
struct PreviewNotice: Fillable {
  /// A mistake as the terminal tells it.
  struct Entry: Fillable {
    struct Place: Fillable {
      /// The line, or the row of a sheet.
      var line: Int
      var before: String
      /// The character at fault, empty at a line's end.
      var at: String
      var after: String
    }

    var code: String
    /// The file with the place in it, if there is one.
    var location: String
    var place: Place?
    var message: String
    var remedy: String

    static let specimen = Entry(
      code: "malformed-date", location: "content/a.csv:3:2", place: Place(line: 3, before: "a", at: "b", after: "c"),
      message: "m", remedy: "r")
  }

  @Unprinted var language: Language
  var lang: String { language == .chinese ? "zh-Hans" : "en" }
  var isChinese: Bool { language == .chinese }
  var title: String
  var lede: String
  var entries: [Entry] = []
  /// What isn't listed, in words.
  var rest: String = ""
  var hasWayHome = false

  static let specimen = PreviewNotice(
    language: .chinese, title: "t", lede: "l", entries: [.specimen], rest: "r", hasWayHome: true)
  static let stylesheet = ".dualpoints/notice.css"

  fileprivate static let template: Template = {
    let source = SourceFile(path: "templates/notice.mustache", text: text)
    let (template, mistakes) = TemplateSet(tree: SourceTree(files: [source]))
      .compile("notice", for: Schema(specimen: specimen), as: .page)
    guard let template else { preconditionFailure("\(mistakes)") }
    return template
  }()

  private static let text = """
    <!doctype html>
    <html lang="{{lang}}">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'">
      <title>{{title}}</title>
      <link rel="stylesheet" href="/\(stylesheet)">
      <link rel="stylesheet" href="/style.css">
    </head>
    <body>
    <header class="masthead"><div class="wrap"><span class="brand"><b>{{#isChinese}}预览{{/isChinese}}{{^isChinese}}Preview{{/isChinese}}</b></span></div></header>
    <main class="wrap">
      <header class="pagehead"><h1>{{title}}</h1><p class="lede">{{lede}}</p></header>
      {{#hasWayHome}}<p><a href="/">{{#isChinese}}回到首页{{/isChinese}}{{^isChinese}}To the home page{{/isChinese}}</a></p>{{/hasWayHome}}
      {{#entries}}
      <section class="topic mistake">
        <h2>{{message}}</h2>
        <p class="note"><code>{{location}}</code> · {{code}}</p>
        {{#place}}<pre><code><span>{{line}}</span> {{before}}<mark>{{at}}</mark>{{after}}</code></pre>{{/place}}
        <p>{{#isChinese}}改法：{{/isChinese}}{{^isChinese}}Help: {{/isChinese}}{{remedy}}</p>
      </section>
      {{/entries}}
      <p class="note">{{rest}}</p>
    </main>
    </body>
    </html>

    """

  /// Before the site's own stylesheet, which has the last word; its colours where there are none.
  static let styles = """
    body { font: 1rem/1.7 sans-serif; }
    .mistake { margin-bottom: 2rem; }
    .mistake pre { margin: .75rem 0; padding: .75rem 1rem; overflow-x: auto; background: var(--paper-2, #f3ede2); border-left: 3px solid var(--red, #b3261e); }
    .mistake pre code { white-space: pre; font-size: .9375rem; }
    .mistake pre span { color: var(--ink-3, #74685d); user-select: none; }
    .mistake pre span::after { content: " |"; }
    .mistake mark { background: var(--red, #b3261e); color: var(--paper, #fbf8f2); }
    .mistake mark:empty { padding-left: .5em; }

    """
}

extension PreviewNotice {
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    Self.template.render(self, into: &bytes)
    return bytes
  }
}
