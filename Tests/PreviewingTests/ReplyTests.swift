import NIOHTTP1
import Testing

@testable import Previewing

@Suite("What a request gets")
struct ReplyTests {
  private let site = PreviewSite(build: "b1") { path in
    switch path {
    case "index.html", "stories/index.html": PreviewAnswer(path: path, bytes: Array("<p>\(path)</p>".utf8))
    case "style.css": PreviewAnswer(path: path, bytes: Array("p {}".utf8))
    default: nil
    }
  } missing: { path in
    PreviewAnswer(status: 404, html: Array("<p>no \(path)</p>".utf8))
  }

  private func reply(
    _ target: String, method: HTTPMethod = .GET, headers: HTTPHeaders = ["Host": "localhost:8080"]
  ) -> Reply {
    Reply(to: HTTPRequestHead(version: .http1_1, method: method, uri: target, headers: headers), from: site)
  }

  private func text(_ reply: Reply) -> String {
    guard case .bytes(let bytes) = reply.body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("a folder shows its index page; without its slash it leads there, since links are relative")
  func folders() {
    #expect(text(reply("/")).hasPrefix("<p>index.html</p>"))
    #expect(text(reply("/stories/")).hasPrefix("<p>stories/index.html</p>"))
    let redirect = reply("/stories?tag=a#top")
    #expect(redirect.status == .found)
    #expect(redirect.headers["Location"] == ["/stories/?tag=a"])
  }

  @Test("pages get the script of live reload, other files are served as they are")
  func script() {
    #expect(text(reply("/")).contains("data-build=\"b1\" defer"))
    #expect(text(reply("/style.css")) == "p {}")
    #expect(text(reply("/nothing.html")).contains("data-notice"))
    #expect(reply("/nothing.html").status == .notFound)
  }

  @Test("nothing is kept by the browser, and nothing may be read by another site")
  func headers() {
    for target in ["/", "/style.css", "/nothing", "/.dualpoints/reload.js", "/.dualpoints/events", "/%00"] {
      #expect(reply(target).headers["Cache-Control"] == ["no-store"], "\(target)")
      #expect(reply(target).headers["Cross-Origin-Resource-Policy"] == ["same-origin"], "\(target)")
      #expect(reply(target).headers["X-Content-Type-Options"] == ["nosniff"], "\(target)")
    }
  }

  @Test("a drawing that is opened by itself may do nothing, and no page stands in a frame")
  func policies() {
    #expect(policy(of: "image/svg+xml; charset=utf-8").contains("default-src 'none'"))
    #expect(policy(of: "image/svg+xml; charset=utf-8").contains("sandbox"))
    #expect(reply("/").headers["Content-Security-Policy"] == ["frame-ancestors 'none'"])
    #expect(reply("/").headers["Referrer-Policy"] == ["same-origin"])
  }

  @Test("HEAD gets the same head without the body")
  func head() {
    let full = reply("/style.css")
    let head = reply("/style.css", method: .HEAD)
    #expect(head.body == .none)
    #expect(head.headers["Content-Length"] == ["4"])
    #expect(head.headers["Content-Type"] == full.headers["Content-Type"])
    #expect(reply("/.dualpoints/events").body == .events)
    #expect(reply("/.dualpoints/events", method: .HEAD).body == .none)
  }

  @Test("who writes, or comes from elsewhere, is sent away and the connection ends")
  func refusals() {
    let refusals: [(Reply, HTTPResponseStatus)] = [
      (reply("/", method: .POST), .methodNotAllowed), (reply("/", method: .RAW(value: "BREW")), .methodNotAllowed),
      (reply("/", headers: ["Host": "evil.example"]), .misdirectedRequest),
      (reply("/", headers: [:]), .misdirectedRequest),
      (reply("/.dualpoints/events", headers: ["Host": "evil.example"]), .misdirectedRequest),
      (reply("/%2e%2e/"), .badRequest), (reply("/" + String(repeating: "a", count: 8192)), .uriTooLong),
    ]
    for (reply, status) in refusals {
      #expect(reply.status == status)
      #expect(!reply.keepsConnection)
      #expect(reply.headers["Connection"] == ["close"])
    }
    #expect(reply("/", method: .POST).headers["Allow"] == ["GET, HEAD"])
    #expect(reply("/" + String(repeating: "a", count: 8191)).status == .notFound)
    #expect(reply("/").keepsConnection)
    #expect(!reply("/", headers: ["Host": "localhost", "Connection": "close"]).keepsConnection)
  }
}
