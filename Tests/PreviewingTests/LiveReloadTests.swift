import Testing

@testable import Previewing

@Suite("Live reload in a served page")
struct LiveReloadTests {
  private func served(_ html: String, isNotice: Bool = false) -> String {
    String(decoding: listening(Array(html.utf8), build: "b1", isNotice: isNotice), as: UTF8.self)
  }

  @Test("the script stands at the end of the body, and nothing else changes")
  func script() {
    let page = "<html><head></head><body><p>河</p></BODY></html>\n"
    let script = "<script src=\"/.dualpoints/reload.js\" data-build=\"b1\" defer></script>\n"
    #expect(served(page) == "<html><head></head><body><p>河</p>\(script)</BODY></html>\n")
    // A template of somebody's own may leave the body's end out.
    #expect(served("<p>河") == "<p>河" + script)
    #expect(served("<p>河", isNotice: true).contains(" data-notice defer>"))
  }

  @Test(
    "a policy is widened by its own address for the script and its connection, and by nothing else",
    arguments: [
      ("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self'"),
      (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'none'",
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
      ),
      ("script-src 'sha256-abc'; img-src data:", "script-src 'sha256-abc' 'self'; img-src data:"),
      (
        "Default-Src https://a.example;Script-Src-Elem 'none'",
        "Default-Src https://a.example; Script-Src-Elem 'self'; script-src https://a.example 'self'; connect-src https://a.example 'self'"
      ),
      ("style-src 'self'", "style-src 'self'"),
      ("", ""),
    ])
  func policy(published: String, served: String) {
    #expect(allowingSelf(published) == served)
  }

  @Test("the policy is found however the element is written")
  func element() {
    func page(_ meta: String) -> String {
      String(decoding: allowingReload(Array("<head>\(meta)<title>河</title></head>".utf8)), as: UTF8.self)
    }
    let widened = "content=\"default-src 'none'; script-src 'self'; connect-src 'self'\""
    #expect(
      page("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">")
        == "<head><meta http-equiv=\"Content-Security-Policy\" \(widened)><title>河</title></head>")
    #expect(
      page("<META\n content = 'default-src &#39;none&#39;' http-equiv=content-security-policy />")
        == "<head><META\n content = \(widened.dropFirst("content=".count)) http-equiv=content-security-policy /><title>河</title></head>"
    )
    // Two policies both hold, so both are widened; other elements stay as they are.
    let two = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">"
    #expect(page(two + "<meta name=\"a>b\" content=\"x\">" + two).components(of: widened) == 2)
    let other = "<meta name=\"description\" content=\"default-src 'none'\">"
    #expect(page(other) == "<head>\(other)<title>河</title></head>")
    #expect(
      page("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        == "<head><meta http-equiv=\"Content-Security-Policy\" content=\"<title>河</title></head>")
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
