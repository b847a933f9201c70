import Diagnostics
import Markup

extension SourceTree {
  func hasAsset(_ path: String) -> Bool { asset(at: path) != nil }
}

/// The path a relative destination leads to from a folder such as `content/campaigns/x/`, percent signs decoded;
/// `nil` where it is absolute or leaves content/.
func resolve(_ destination: String, from folder: String) -> String? {
  guard let decoded = percentDecoded(destination), !decoded.hasPrefix("/"), !decoded.contains("\\") else { return nil }
  var parts = folder.split(separator: "/").map(String.init)
  for part in decoded.split(separator: "/", omittingEmptySubsequences: true) {
    switch part {
    case ".": continue
    case "..":
      guard parts.count > 1 else { return nil }
      parts.removeLast()
    default: parts.append(String(part))
    }
  }
  return parts.first == "content" ? parts.joined(separator: "/") : nil
}

private func percentDecoded(_ text: String) -> String? {
  guard text.utf8.contains(0x25) else { return text }
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == 0x25 else {
      bytes.append(byte)
      continue
    }
    let hex = String(decoding: rest.prefix(2), as: UTF8.self)
    guard rest.count >= 2, let value = UInt8(hex, radix: 16), value != 0 else { return nil }
    bytes.append(value)
    rest = rest.dropFirst(2)
  }
  return String(validating: bytes, as: UTF8.self)
}

/// Every relative link leads to a page of the content or to a file beside the stories, and every picture exists.
func checkLinks(_ draft: Draft) {
  var pages: [String: MarkupDocument] = [:]
  for page in draft.pages { pages[page.path] = page.text }
  // A page that couldn't be read has been reported: it exists, and its headings are unknown.
  let files = Set(draft.tree.files.lazy.map(\.path).filter { $0.hasSuffix(".md") })
  for page in draft.pages {
    let folder = page.path.lastIndex(of: "/").map { String(page.path[...$0]) } ?? ""
    for link in page.text.links where !isAddress(link.destination) {
      let (path, fragment) = split(link.destination)
      guard let target = path.isEmpty ? page.path : resolve(path, from: folder) else {
        draft.findings.report(.unsafePath(link.destination, at: link.place, path: nil))
        continue
      }
      if !files.contains(target), !draft.tree.hasAsset(target) {
        let near = nearest(to: target, in: files.sorted())
        draft.findings.report(.deadLink(link.destination, suggestion: near, at: link.place))
      } else if let fragment, let text = pages[target], !text.outline.contains(where: { $0.id == fragment }) {
        let near = nearest(to: fragment, in: text.outline.map(\.id))
        draft.findings.report(.deadFragment(fragment, in: target, suggestion: near, at: link.place))
      }
    }
    for image in page.text.images {
      guard !isAddress(image.destination), let target = resolve(split(image.destination).path, from: folder) else {
        draft.findings.report(.unsafePath(image.destination, at: image.place, path: nil))
        continue
      }
      if !draft.tree.hasAsset(target) { draft.findings.report(.missingImage(image.destination, at: image.place)) }
    }
  }
}

/// Whether a destination has a scheme (`https:`, `mailto:`) or a host: those lead out of the site.
private func isAddress(_ destination: String) -> Bool {
  if destination.hasPrefix("//") { return true }
  guard let colon = destination.firstIndex(of: ":") else { return false }
  return destination[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
}

private func split(_ destination: String) -> (path: String, fragment: String?) {
  let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
  let path = parts.first.map { String($0.prefix { $0 != "?" }) } ?? ""
  return (path, parts.count > 1 ? percentDecoded(String(parts[1])) : nil)
}

extension Diagnostic {
  static func unsafePath(_ text: String, at place: Place?, path: String?) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: place, path: path,
      message: Bilingual(zh: "“\(text)”指向 content/ 之外", en: "“\(text)” leads out of content/"),
      remedy: Bilingual(
        zh: "用相对路径指向 content/ 里的文件；图片放在文章旁边",
        en: "Use a relative path to a file in content/; keep pictures beside the story"))
  }

  static func deadLink(_ destination: String, suggestion: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .deadLink, at: place,
      message: Bilingual(zh: "链接“\(destination)”没有对应的文件", en: "the link “\(destination)” leads to no file"),
      remedy: suggestion.map { Bilingual(zh: "是不是 \($0)？", en: "Did you mean \($0)?") }
        ?? Bilingual(
          zh: "写相对于本文件的路径，如 ../../works/w101.md", en: "Write a path relative to this file, such as ../../works/w101.md")
    )
  }

  static func deadFragment(_ id: String, in path: String, suggestion: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .deadLink, at: place,
      message: Bilingual(zh: "\(path) 里没有小标题“#\(id)”", en: "\(path) has no heading “#\(id)”"),
      remedy: suggestion.map { Bilingual(zh: "是不是“#\($0)”？", en: "Did you mean “#\($0)”?") }
        ?? Bilingual(zh: "改成那一页的小标题，或删去 # 之后的部分", en: "Name one of its headings, or remove what follows #"))
  }

  static func missingImage(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingImage, at: place,
      message: Bilingual(zh: "找不到图片“\(name)”", en: "there is no picture “\(name)”"),
      remedy: Bilingual(
        zh: "把图片放到文章所在的文件夹，核对文件名的大小写", en: "Put it into the story's folder; check capital letters in its name"))
  }
}
