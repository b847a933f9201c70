/// What the preview shows from one rebuild to the next: answers in memory, found by address.
package struct PreviewSite: Sendable {
  /// Names the rebuild, in letters and digits; a page that was made by another one reloads.
  package let build: String
  /// What stands at a path from the site's root, such as `stories/index.html`; `nil` where nothing does. Called for
  /// each request, on the server's thread.
  package let answer: @Sendable (_ path: String) -> PreviewAnswer?
  /// The page that says so.
  package let missing: @Sendable (_ path: String) -> PreviewAnswer

  package init(
    build: String, answer: @escaping @Sendable (_ path: String) -> PreviewAnswer?,
    missing: @escaping @Sendable (_ path: String) -> PreviewAnswer
  ) {
    self.build = build
    self.answer = answer
    self.missing = missing
  }
}

package struct PreviewAnswer: Sendable {
  /// HTTP's: 200, 404, 500.
  package let status: Int
  /// Media type as HTTP states it.
  package let type: String
  package let bytes: [UInt8]

  /// A file of the site, its type taken from its name.
  package init(path: String, bytes: [UInt8]) {
    status = 200
    type = mediaType(of: path)
    self.bytes = bytes
  }

  /// A page in the site's place.
  package init(status: Int, html: [UInt8]) {
    self.status = status
    type = mediaType(of: ".html")
    bytes = html
  }

  var isPage: Bool { type == mediaType(of: ".html") }
}

func mediaType(of path: String) -> String {
  let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? ""[...].utf8
  let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  switch parts.count > 1 ? Substring(parts[parts.count - 1]).lowercased() : "" {
  case "html": return "text/html; charset=utf-8"
  case "css": return "text/css; charset=utf-8"
  case "js": return "text/javascript; charset=utf-8"
  case "json": return "application/json; charset=utf-8"
  case "csv": return "text/csv; charset=utf-8"
  case "txt": return "text/plain; charset=utf-8"
  case "xml": return "application/xml; charset=utf-8"
  case "atom": return "application/atom+xml; charset=utf-8"
  case "svg": return "image/svg+xml; charset=utf-8"
  case "png": return "image/png"
  case "jpg", "jpeg": return "image/jpeg"
  case "webp": return "image/webp"
  case "gif": return "image/gif"
  case "ico": return "image/x-icon"
  case "pdf": return "application/pdf"
  case "ofd": return "application/ofd"
  case "doc": return "application/msword"
  case "xls": return "application/vnd.ms-excel"
  case "ppt": return "application/vnd.ms-powerpoint"
  case "docx": return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  case "xlsx": return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  case "pptx": return "application/vnd.openxmlformats-officedocument.presentationml.presentation"
  case "zip": return "application/zip"
  case "mp4": return "video/mp4"
  case "mp3": return "audio/mpeg"
  case "woff2": return "font/woff2"
  default: return "application/octet-stream"
  }
}
