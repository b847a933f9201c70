import Diagnostics
import Foundation

/// What stands in a published folder and is not ours: kept from build to build.
struct ForeignFiles {
  private(set) var files: [String] = []
  private(set) var folders: [String] = []
  /// Those of `files` that a build of ours wrote and somebody changed since.
  private var changed: Set<String> = []

  init(in output: String, ours: OwnFiles) throws {
    let root = open(output, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if root < 0, errno == ENOENT { return }
    guard root >= 0 else { throw EnvironmentFailure.system(errno, .read, output) }
    try walk(Descriptor(adopting: root, path: output), prefix: "", ours)
  }

  private mutating func walk(_ folder: borrowing Descriptor, prefix: String, _ ours: OwnFiles) throws {
    for entry in try unsortedEntries(in: folder) {
      guard let name = entry.name, !name.utf8.contains(0x0A) else {
        throw EnvironmentFailure(.unreadableName(folder: folder.path))
      }
      let (path, place, number) = (prefix + name, "\(folder.path)/\(name)", folder.number)
      let kind = try entry.kind ?? Disk.kind(of: name, in: number, path: place)
      if kind == .folder {
        if !ours.folders.contains(path) { folders.append(path) }
        try walk(Descriptor(folder: name, in: number, path: place), prefix: path + "/", ours)
        continue
      }
      let verdict =
        kind != .file
        ? .foreign
        : try ours.verdict(path) {
          try Descriptor(name, in: number, flags: O_RDONLY | O_NONBLOCK, path: place, action: .read)
        }
      if verdict != .ours { files.append(path) }
      if verdict == .changedSince { changed.insert(path) }
    }
  }

  /// Those that stand where the new site needs to.
  func conflicts(with paths: @autoclosure () -> [String]) -> [Diagnostic] {
    guard !files.isEmpty || !folders.isEmpty else { return [] }
    let needed = Set(paths())
    let neededFolders = needed.reduce(into: Set<String>()) { $0.formUnion(ancestors(of: $1)) }
    let blocked = files.filter { path in
      needed.contains(path) || neededFolders.contains(path) || ancestors(of: path).contains(where: needed.contains)
    }
    return blocked.map { changed.contains($0) ? .changedFile($0) : .foreignFile($0) }
      + folders.filter(needed.contains).map(Diagnostic.foreignFile)
  }

  /// Carries everything over by links, or copies where the file system has none or whose it is forbids them.
  func carry(from output: String, to staging: String) throws {
    var known = KnownFolders(root: staging, model: output)
    for folder in folders { try known.make(for: folder + "/") }
    for file in files {
      try known.make(for: file)
      let (old, new) = ("\(output)/\(file)", "\(staging)/\(file)")
      if link(old, new) == 0 { continue }
      guard try kind(of: old, in: AT_FDCWD, path: old) == .file else {
        throw EnvironmentFailure(.foreignLinkNotKept(old))
      }
      let source = try Descriptor(old, flags: O_RDONLY | O_NONBLOCK, path: old, action: .read)
      let status = try source.status()
      let target = try Descriptor(new, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o600, path: old, action: .write)
      try source.readPieces { try target.write($0) }
      // What can't stay whose it is stays where it is.
      try target.take(Rights(status))
      var times = [status.st_atim, status.st_mtim]
      futimens(target.number, &times)
    }
  }
}

/// `a/b/c` → `a`, `a/b`.
func ancestors(of path: String) -> [String] {
  path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
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

  static func changedFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .pathConflict, at: nil, path: path,
      message: Bilingual(
        zh: "发布文件夹里的 \(path) 在发布之后被改过，重新发布会丢掉这些改动",
        en: "\(path) in the published folder was changed after it was published; publishing again would lose that"),
      remedy: Bilingual(
        zh: "要留就移到别处，不要就删去，再构建一次；要改网站请改 content 或 templates",
        en:
          "move it away to keep it or delete it, then build again; what the site says is changed in content or templates"
      ))
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
