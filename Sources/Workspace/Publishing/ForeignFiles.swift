import Diagnostics
import Foundation

/// What stands in a published folder and is not ours: kept from build to build.
struct ForeignFiles {
  private(set) var files: [String] = []
  private(set) var folders: [String] = []

  /// - Parameter ours: the paths of the earlier build's manifest.
  init(in output: String, ours: Set<String>) throws {
    let root = open(output, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if root < 0, errno == ENOENT { return }
    guard root >= 0 else { throw EnvironmentFailure.system(errno, .read, output) }
    var ourFolders: Set<String> = []
    for path in ours { ourFolders.formUnion(ancestors(of: path)) }
    try walk(Descriptor(adopting: root, path: output), prefix: "", ours, ourFolders)
  }

  private mutating func walk(
    _ folder: borrowing Descriptor, prefix: String, _ ours: Set<String>, _ ourFolders: Set<String>
  ) throws {
    for name in try names(in: folder) {
      guard let name, !name.holds("\n") else {
        throw EnvironmentFailure(
          zh: "\(folder.path) 里有一个无法读取的文件名，请先移走它", en: "a file name in \(folder.path) can't be read; move it away first"
        )
      }
      let path = prefix + name
      guard try kind(of: name, in: folder.number, path: "\(folder.path)/\(name)") == .folder else {
        if !ours.contains(path) { files.append(path) }
        continue
      }
      if !ourFolders.contains(path) { folders.append(path) }
      try walk(
        Descriptor(folder: name, in: folder.number, path: "\(folder.path)/\(name)"), prefix: path + "/", ours,
        ourFolders)
    }
  }

  /// Those that stand where the new site needs to.
  func conflicts(with entries: [Manifest.Entry]) -> [Diagnostic] {
    guard !files.isEmpty || !folders.isEmpty else { return [] }
    let needed = Set(entries.map(\.path))
    let neededFolders = needed.reduce(into: Set<String>()) { $0.formUnion(ancestors(of: $1)) }
    let blocked = files.filter { path in
      needed.contains(path) || neededFolders.contains(path) || ancestors(of: path).contains(where: needed.contains)
    }
    return blocked.map(Diagnostic.foreignFile) + folders.filter(needed.contains).map(Diagnostic.foreignFile)
  }

  /// Carries everything over by links, or copies where the file system has none.
  func carry(from output: String, to staging: String) throws {
    var known = KnownFolders(root: staging)
    for folder in folders { try known.make(for: folder + "/") }
    for file in files {
      try known.make(for: file)
      let (old, new) = ("\(output)/\(file)", "\(staging)/\(file)")
      if link(old, new) == 0 { continue }
      let source = try Descriptor(old, flags: O_RDONLY, path: old, action: .read)
      let target = try Descriptor(new, flags: O_WRONLY | O_CREAT | O_EXCL, path: new, action: .write)
      _ = try target.copy(from: source)
      fchmod(target.number, try source.status().st_mode & 0o7777)
    }
  }
}

/// `a/b/c` → `a`, `a/b`.
func ancestors(of path: String) -> [String] {
  path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
}

extension Diagnostic {
  static func foreignFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .pathConflict, at: nil, path: path,
      message: Bilingual(
        zh: "发布文件夹里的 \(path) 不是本程序写的，而网站需要这个位置",
        en: "\(path) in the published folder was not written by this program, and the site needs its place"),
      remedy: Bilingual(zh: "移走或改名这个文件，再构建一次", en: "move or rename that file, then build again"))
  }

  static func twoInputs(_ path: String, _ other: String) -> Diagnostic {
    Diagnostic(
      .pathConflict, at: nil, path: path,
      message: Bilingual(
        zh: path == other ? "两个来源要发布到同一个地址 \(path)" : "地址 \(path) 与 \(other) 只差大小写",
        en: path == other ? "two inputs would be published as \(path)" : "\(path) and \(other) differ only in case"),
      remedy: Bilingual(zh: "改其中一个的编号或文件名", en: "rename one of them"))
  }
}
