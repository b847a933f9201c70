import Addressing
import Texts

/// What prose can lead to: the pages that are made of texts, and the files that stand beside the stories and free pages.
struct LinkTargets {
  private let tree: SourceTree
  private let refused: Set<String>
  private let stamp: String?
  /// Texts and files of the content, sorted.
  let names: [String]
  /// Files of the content that are published if something refers to them, sorted.
  let assets: [String]
  /// Pictures by the folder they stand in.
  private let pictures: [String: [String]]
  /// All texts, and those that tell stories, whether they can be read or not.
  let textCount: Int
  let storyCount: Int

  init(_ tree: SourceTree) {
    self.tree = tree
    refused = Set(tree.refused)
    stamp = tree.stampPicture?.path
    assets = tree.assets.map(\.path).filter { $0.begins(with: "content/campaigns/") || $0.begins(with: OwnPage.root) }
    pictures = Dictionary(grouping: assets.filter { !Self.isDocument($0) }) { path in
      path.parts(at: "/").dropLast().joined(separator: "/")
    }
    let texts = tree.files.map(\.path).filter(Self.isText)
    textCount = texts.count
    storyCount = texts.count { $0.begins(with: "content/campaigns/") && !$0.ends(with: "/index.md") }
    names = (texts + assets).sorted()
  }

  /// The file at a path, as the disk spells its name; the office's stamp is never published, so nothing leads to it.
  func asset(at path: String) -> String? {
    guard let found = tree.asset(at: path)?.path, found != stamp else { return nil }
    return found
  }

  /// The pictures that stand in a folder; `nil` where there are none.
  func pictures(in folder: String) -> [String]? { pictures[folder] }

  func page(at path: String) -> String? {
    Self.isText(path) && !isPageless(path) ? tree.index(of: path).map { tree.files[Int($0)].path } : nil
  }

  /// A text that is printed but has no page of the site: the committee's message.
  func isPageless(_ path: String) -> Bool {
    path.begins(with: "content/years/") && !isReport(path) && Self.isText(path) && tree.index(of: path) != nil
  }

  func isFile(_ path: String) -> Bool { asset(at: path) != nil || page(at: path) != nil }

  /// A file that was refused exists: what is wrong with it, or with its folder, was reported.
  func isExcused(_ path: String) -> Bool {
    guard !refused.isEmpty else { return false }
    if refused.contains(path) { return true }
    return path.utf8.indices.contains { path.utf8[$0] == UInt8(ascii: "/") && refused.contains(String(path[..<$0])) }
  }

  /// What a browser shows in a window of its own, or keeps, and never shows as a picture.
  static func isDocument(_ path: String) -> Bool { AttachmentKind(path: path) != nil }

  private static func isText(_ path: String) -> Bool {
    path.begins(with: "content/") && path.utf8.suffix(3).elementsEqual(".md".utf8)
  }
}

extension SourceTree {
  /// The file that a name written in front matter or in a chart means, seen from the text's own: a name first, since `#`
  /// and `%` may belong to it, and else as a link would be read.
  func fileNamed(
    _ name: String, from file: SitePath, exists: (String) -> Bool
  ) throws(SitePath.Refusal) -> String {
    let literal = try file.resolving(name: name, floor: 1).text
    if exists(literal) { return literal }
    return try file.resolving(name: String(decoding: percentDecoded(name.utf8), as: UTF8.self), floor: 1).text
  }
}
