import Foundation
import Testing

@Suite("The preview among strangers", .serialized)
struct PreviewHostileTests {
  @Test("no address leads out of the site")
  func paths() throws {
    let project = try RunningPreview.project()
    let preview = try RunningPreview(project)
    let targets = [
      "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/../../../../etc/passwd", "//etc/passwd", "/etc/passwd",
      "/%2fetc%2fpasswd",
      "/..%2f..%2fetc/passwd", "/stories/..%5c..%5cetc", "/index.html%00.css", "/%00", "/content/site.yaml",
      "/%2e/content/site.yaml",
      "/templates/layout.mustache", "file:///etc/passwd", "http://127.0.0.1/etc/passwd",
      "/.dualpoints/../content/site.yaml",
      "/media/../../content/site.yaml", "/style.css/../content/site.yaml", "/\(String(repeating: "a/", count: 5000))",
      "/" + String(repeating: "%2e", count: 4000), "/" + String(repeating: "x", count: 40_000),
    ]
    for target in targets {
      let answer = try preview.get(target)
      #expect([400, 404, 414].contains(answer.status), "\(target.prefix(60)): \(answer.status)")
      #expect(!answer.body.contains("root:"), "\(target.prefix(60))")
      #expect(!answer.body.contains("as_of:"), "\(target.prefix(60))")
    }
    #expect(try preview.get("/").status == 200)
  }

  @Test("a foreign name that was pointed at this machine gets nothing")
  func hosts() throws {
    let preview = try RunningPreview(try RunningPreview.project())
    for host in ["evil.example", "evil.example:\(preview.port)", "127.0.0.1.evil.example", ""] {
      #expect(try RawAnswer(port: preview.port, "/", host: host).status == 421, "\(host)")
    }
    #expect(try RawAnswer(port: preview.port, "/", host: "localhost:1").status == 200)
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
      #expect(try RawAnswer(port: preview.port, "/", method: method).status == 405)
    }
  }

  @Test("what isn't HTTP is refused, and others are served meanwhile")
  func garbage() throws {
    let preview = try RunningPreview(try RunningPreview.project())
    let host = "Host: localhost\r\n"
    let requests = [
      "\u{16}\u{3}\u{1} hello\r\n\r\n", "GET / HTTP/9.9\r\n\(host)\r\n", "GET\r\n\r\n", "\r\n\r\nGET / FTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\n\(host)X: \(String(repeating: "y", count: 40_000))\r\n\r\n",
      "GET / HTTP/1.1\r\n\(String(repeating: "X: y\r\n", count: 200))\(host)\r\n",
      "GET / HTTP/1.1\r\n\(host)Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ]
    for request in requests {
      let connection = try RawConnection(port: preview.port)
      connection.say(request)
      let answer = try connection.hear()
      #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400"), "\(answer.prefix(80))")
    }
    // Several requests at once are answered in their order.
    let connection = try RawConnection(port: preview.port)
    connection.say("HEAD / HTTP/1.1\r\n\(host)\r\nGET /none HTTP/1.1\r\n\(host)Connection: close\r\n\r\n")
    let both = try connection.hear()
    #expect(both.hasPrefix("HTTP/1.1 200"))
    #expect(both.contains("\r\n\r\nHTTP/1.1 404"))
  }

  @Test("connections that say nothing, or half of something, don't keep others out")
  func crowd() throws {
    let preview = try RunningPreview(try RunningPreview.project())
    var crowd: [RawConnection] = []
    for index in 0..<200 {
      let connection = try RawConnection(port: preview.port)
      if index.isMultiple(of: 2) { connection.say("GET / HTTP/1.1\r\nHost: local") }
      crowd.append(connection)
    }
    #expect(try preview.get("/").status == 200)
    // Beyond the limit a connection is closed at once, and room is made again when the patience with silence ends.
    for _ in 0..<200 { crowd.append(try RawConnection(port: preview.port)) }
    #expect(try crowd[399].hear() == "")
    #expect(try crowd[0].hear() == "")
    for connection in crowd[1..<200] { #expect(try connection.hear() == "") }
    #expect(try preview.get("/").status == 200)
  }

  @Test("a reader who asks for much and reads nothing costs no memory")
  func greed() throws {
    let preview = try RunningPreview(try RunningPreview.project())
    #expect(try preview.get("/").status == 200)
    let before = try preview.memory()
    let greedy = try (0..<10).map { _ in try RawConnection(port: preview.port) }
    for connection in greedy {
      connection.say(String(repeating: "GET /style.css HTTP/1.1\r\nHost: localhost\r\n\r\n", count: 1000))
    }
    #expect(try preview.get("/").status == 200)
    // All answers together would be hundreds of MiB.
    let growth = try preview.memory() - before
    #expect(growth < 64, "\(growth) MiB")
  }
}
