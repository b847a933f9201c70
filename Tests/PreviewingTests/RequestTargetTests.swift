import Addressing
import Testing

@testable import Previewing

@Suite("What a request may name")
struct RequestTargetTests {
  @Test("an address names a path from the site's root, without its query")
  func paths() {
    #expect(SitePath(requestTarget: "/")?.text == "")
    #expect(SitePath(requestTarget: "/stories/index.html?x=../y#z")?.text == "stories/index.html")
    #expect(SitePath(requestTarget: "/stories/")?.text == "stories/")
    #expect(SitePath(requestTarget: "/%E6%B2%B3.html")?.text == "河.html")
    #expect(SitePath(requestTarget: "/a%20b+c.csv")?.text == "a b+c.csv")
  }

  @Test(
    "what could leave the site, or hide what it names, names nothing",
    arguments: [
      "", "x", "http://127.0.0.1/", "*", "/..", "/../etc/passwd", "/a/../b", "/%2e%2e/etc/passwd", "/a/%2E%2e", "/./a",
      "/a/.", "//etc/passwd", "/a//b", "/%2fetc", "/a%2Fb", "/..%2f", "/a\\b", "/a%5cb", "/%00", "/a%00.html",
      "/a%0d%0ab",
      "/%7f", "/%", "/%4", "/%zz", "/%ff", "/%c0%ae%c0%ae/", "/%e6%b2",
    ])
  func hostile(target: String) {
    #expect(SitePath(requestTarget: target) == nil)
  }

  @Test(
    "only this machine's own names are its host",
    arguments: ["localhost", "LocalHost:8080", "127.0.0.1", "127.0.0.1:1"])
  func own(host: String) {
    #expect(isOwnHost([host]))
  }

  @Test(
    "a name that was pointed here is a stranger's",
    arguments: [
      "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "localhost:",
      "localhost:80x",
      "127.0.0.2", "0.0.0.0", "[::1]", "localhost.", "",
    ])
  func strange(host: String) {
    #expect(!isOwnHost([host]))
  }

  @Test("a request without a host, or with two, is refused")
  func count() {
    #expect(!isOwnHost([]))
    #expect(!isOwnHost(["localhost", "localhost"]))
  }

  @Test(
    "files are announced as what they are, texts as UTF-8",
    arguments: [
      ("a/b.html", "text/html; charset=utf-8"), ("style.css", "text/css; charset=utf-8"),
      ("search/a.js", "text/javascript; charset=utf-8"), ("x.JSON", "application/json; charset=utf-8"),
      ("榜.csv", "text/csv; charset=utf-8"), ("feed.xml", "application/xml; charset=utf-8"),
      ("m/a.svg", "image/svg+xml; charset=utf-8"), ("m/a.b.JPG", "image/jpeg"), ("m/a.png", "image/png"),
      ("robots.txt", "text/plain; charset=utf-8"), ("a.pdf", "application/pdf"), ("html", "application/octet-stream"),
      ("a.html/x", "application/octet-stream"),
    ])
  func types(path: String, type: String) {
    #expect(PreviewAnswer(path: path, bytes: []).type == type)
  }
}
