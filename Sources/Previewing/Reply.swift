import Addressing
import NIOHTTP1

/// What a request gets: the whole of the server's judgement, without its wires.
struct Reply {
  enum Body: Equatable {
    case none
    case bytes([UInt8])
    /// A line for each build, as long as the reader stays.
    case events
  }

  private(set) var status: HTTPResponseStatus
  private(set) var headers: HTTPHeaders
  private(set) var body: Body
  private(set) var keepsConnection: Bool

  private static let longestTarget = 8192

  init(to request: HTTPRequestHead, from site: PreviewSite) {
    self.init(toGet: request, from: site)
    if request.method == .HEAD {
      // Without a length the encoder would announce and end a body in chunks.
      if body == .events { headers.add(name: "Content-Length", value: "0") }
      body = .none
    }
    keepsConnection = keepsConnection && request.isKeepAlive
    if !keepsConnection { headers.add(name: "Connection", value: "close") }
  }

  private init(toGet request: HTTPRequestHead, from site: PreviewSite) {
    guard request.method == .GET || request.method == .HEAD else {
      self.init(refusing: .methodNotAllowed, "只能读取 · only GET and HEAD")
      headers.add(name: "Allow", value: "GET, HEAD")
      return
    }
    guard isOwnHost(request.headers["host"]) else {
      self.init(refusing: .misdirectedRequest, "预览只在本机打开 · open the preview as 127.0.0.1 or localhost")
      return
    }
    guard request.uri.utf8.count <= Self.longestTarget else {
      self.init(refusing: .uriTooLong, "地址太长 · the address is too long")
      return
    }
    guard let path = SitePath(requestTarget: request.uri)?.text else {
      self.init(refusing: .badRequest, "地址写错 · not an address of this site")
      return
    }
    if path == LiveAddress.events {
      self.init(status: .ok, type: "text/event-stream; charset=utf-8", body: .events)
    } else if path == LiveAddress.script {
      self.init(PreviewAnswer(path: path, bytes: Array(reloadScript.utf8)), of: site)
    } else if path.isEmpty || path.utf8.last == UInt8(ascii: "/") {
      self.init(site.answer(path + "index.html") ?? site.missing(path), of: site)
    } else if let found = site.answer(path) {
      self.init(found, of: site)
    } else if site.answer(path + "/index.html") != nil {
      self.init(toFolderOf: request.uri)
    } else {
      self.init(site.missing(path), of: site)
    }
  }

  private init(_ answer: PreviewAnswer, of site: PreviewSite) {
    let bytes =
      answer.isPage ? listening(answer.bytes, build: site.build, isNotice: answer.status != 200) : answer.bytes
    self.init(status: HTTPResponseStatus(statusCode: answer.status), type: answer.type, body: .bytes(bytes))
  }

  /// Links of an index page are relative to its folder. The target stood the test of `SitePath`, so it stays on this host.
  private init(toFolderOf target: String) {
    let bytes = target.utf8
    let path = Substring(bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    let query = Substring(bytes.dropFirst(path.utf8.count).prefix { $0 != UInt8(ascii: "#") })
    self.init(status: .found, type: mediaType(of: ".txt"), body: .bytes([]))
    headers.add(name: "Location", value: "\(path)/\(query)")
  }

  /// Whoever asks like this isn't a reader of the site; the connection ends.
  private init(refusing status: HTTPResponseStatus, _ words: String) {
    self.init(status: status, type: mediaType(of: ".txt"), body: .bytes(Array((words + "\n").utf8)))
    keepsConnection = false
  }

  /// The pages are nobody else's: no copy is kept, and no other site may embed or read them.
  private init(status: HTTPResponseStatus, type: String, body: Body) {
    self.status = status
    self.body = body
    keepsConnection = true
    headers = [
      "Content-Type": type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
      "Referrer-Policy": "same-origin", "Content-Security-Policy": policy(of: type),
    ]
    if case .bytes(let bytes) = body { headers.add(name: "Content-Length", value: "\(bytes.count)") }
  }
}
