import Composing
import Diagnostics
import Reading
import Texts

/// Who asks to be published where: two texts, or a text and a page that every site has, may want one address. Windows and USB
/// sticks know no capitals, and no disk a folder with the name of a file.
struct Claims {
  let pages: [PagePlan]
  let files: [FilePlan]
  let assets: [AssetPlan]
  let content: Content

  func conflicts() -> [Diagnostic] {
    // A site has a hundred thousand addresses, of which few have to be looked at twice.
    var seen: Set<String> = []
    seen.reserveCapacity(2 * pages.count + files.count)
    var asked: Set<String> = []
    forEach { claim in
      let key = claim.path.inSmallLetters
      if !seen.insert(key).inserted { asked.insert(key) }
    }
    forEach { claim in asked.formUnion(claim.dottedFolders.filter(seen.contains)) }
    let owners = owners(of: asked)
    var twice: [Diagnostic] = []
    var others: [Diagnostic] = []
    var met: Set<String> = []
    forEach { claim in
      let key = claim.path.inSmallLetters
      // Of twins the loader said so.
      if let first = owners[key], !met.insert(key).inserted, !areTwins(first.by, claim.by) {
        twice.append(claim.conflict(with: first))
      }
      if !hasRoom(forPath: claim.path) { others.append(.longPath(claim.path, by: claim.by, at: claim.origin)) }
      for folder in claim.dottedFolders {
        if let file = owners[folder] { others.append(claim.conflict(with: file)) }
      }
    }
    return twice + others
  }

  /// Who asked first for some addresses.
  private func owners(of keys: Set<String>) -> [String: Claim] {
    var owners: [String: Claim] = [:]
    guard !keys.isEmpty else { return owners }
    forEach { claim in
      let key = claim.path.inSmallLetters
      if keys.contains(key), owners[key] == nil { owners[key] = claim }
    }
    return owners
  }

  private func forEach(_ body: (Claim) -> Void) {
    for page in pages {
      // A tag's page is nobody's text, though one asked for it.
      let text = page.template == TagPage.template ? nil : page.origin.map(content.tree.path)
      body(Claim(path: page.path, by: text ?? page.template, origin: page.origin))
    }
    for page in pages { for file in page.files { body(Claim(path: file, by: "dualpoints", origin: nil)) } }
    for file in files {
      body(Claim(path: file.path, by: file.source, origin: file.origin, isFormer: file.origin != nil))
    }
    for asset in assets { for file in asset.files { body(Claim(path: file.path, by: asset.source, origin: nil)) } }
    claimsToCome(content).forEach(body)
  }
}

extension String {
  /// Most addresses have no others.
  var inSmallLetters: String {
    utf8.contains { $0 >= 0x80 || (0x41...0x5A).contains($0) } ? lowercased() : self
  }

  fileprivate var hasDottedFolder: Bool {
    guard let end = utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
    return utf8[..<end].contains(UInt8(ascii: "."))
  }
}

/// What texts that wait for their day will ask for: whoever writes one is told now, not on the day it is published.
private func claimsToCome(_ content: Content) -> [Claim] {
  let texts =
    content.heldPages.map { (address: Address.page($0), path: $0.path, place: $0.place, former: $0.formerly) }
    + content.heldStories.map { (address: Address.story($0), path: $0.path, place: $0.place, former: $0.formerly) }
  return texts.map { Claim(path: $0.address, by: $0.path, origin: $0.place) }
    + texts.flatMap { text in
      text.former.map { Claim(path: $0.path, by: text.path, origin: $0.place, isFormer: true) }
    }
}

/// Who asks to be published where.
private struct Claim {
  let path: String
  /// A file of the project, a template, or the program.
  let by: String
  /// What in a text asks for it.
  let origin: Place?
  /// Whether it only leads on from an address that was somebody's once.
  var isFormer = false

  /// The folders above it that are called like a file, in small letters; few are.
  var dottedFolders: [String] {
    guard path.hasDottedFolder else { return [] }
    let folders = path.lowercased().parts(at: "/").dropLast()
    return folders.indices.filter { folders[$0].utf8.contains(UInt8(ascii: ".")) }.map {
      folders[...$0].joined(separator: "/")
    }
  }

  func conflict(with first: Claim) -> Diagnostic {
    guard isFormer, let origin else { return .pathConflict(path, first.by, by, at: origin ?? first.origin) }
    return .formerAddressTaken(path, by: first.by, isFormer: first.isFormer, at: origin)
  }
}

extension Diagnostic {
  /// - Parameter isFormer: whether the owner only had it once, too.
  fileprivate static func formerAddressTaken(
    _ path: String, by owner: String, isFormer: Bool, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .pathConflict, at: place,
      message: isFormer
        ? Bilingual(
          zh: "旧网址 \(path) 也写在 \(owner) 的 formerly 里", en: "\(path) is a former address of \(owner) too")
        : Bilingual(zh: "旧网址 \(path) 现在是 \(owner) 的", en: "the former address \(path) belongs to \(owner)"),
      remedy: Bilingual(zh: "从 formerly 里删去它", en: "Take it out of formerly"))
  }

  fileprivate static func longPath(_ path: String, by owner: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: place, path: place == nil ? owner : nil,
      message: Bilingual(
        zh: "网址有 \(path.utf8.count) 字节，文件夹或文件的名字太长，磁盘上放不下",
        en: "an address of \(path.utf8.count) bytes: its folders or its file have names too long for a disk"),
      remedy: Bilingual(zh: "把文件名或文件夹名改短", en: "Shorten the names of its file or folders"))
  }

  package static func pathConflict(
    _ path: String, _ first: String, _ second: String, at place: Place? = nil
  ) -> Diagnostic {
    Diagnostic(
      .pathConflict, at: place, path: place == nil ? path : nil,
      message: Bilingual(
        zh: "两个来源要发布到同一个地址 \(path)：\(first) 与 \(second)",
        en: "two inputs would be published as \(path): \(first) and \(second)"),
      remedy: Bilingual(zh: "改其中一个的编号或文件名", en: "rename one of them"))
  }
}
