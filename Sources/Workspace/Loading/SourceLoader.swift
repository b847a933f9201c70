import Diagnostics
import Foundation

/// disk → SourceTree: reads `content/` and `templates/` of a project folder.
///
/// Text files come whole and as UTF-8; pictures are only measured, and SVG is checked for anything that acts. Links are
/// refused at every step of a path, so that nothing outside the project is read. Hidden files are passed over.
/// - Throws: `EnvironmentFailure` where the project folder or a file in it can't be read.
package func loadSource(project: String) throws -> (SourceTree, [Diagnostic]) {
  let root = open(project, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard root >= 0 else { throw EnvironmentFailure.system(errno, .read, project) }
  let folder = Descriptor(adopting: root, path: project)
  var loader = SourceLoader()
  for name in sourceFolders {
    if try kind(of: name, in: folder.number, path: name) == nil {
      loader.refuse(name, .missingFolder(name))
    } else {
      try loader.enter(name, in: folder, path: name, depth: 1)
    }
  }
  return loader.finish()
}

/// The folders of a project that are read.
let sourceFolders = ["content", "templates"]

/// Hidden files and the lock files of office programs: theirs, not the project's.
func isPassedOver(_ name: String) -> Bool { name.hasPrefix(".") || name.hasPrefix("~$") }

private struct SourceLoader {
  var files: [SourceFile] = []
  var assets: [Asset] = []
  private var refused: [String] = []
  private var diagnostics: [Diagnostic] = []
  private var faults: [(path: String, fault: DecodedText.Fault)] = []

  static let textKinds: Set<String> = ["csv", "yaml", "yml", "md", "mustache", "css", "js", "txt"]
  static let assetKinds: Set<String> = ["svg", "png", "jpg", "jpeg", "webp", "gif", "pdf"]
  static let deepest = 32

  /// Tells the mistake, and that later stages shall not tell what follows from it.
  mutating func refuse(_ path: String, _ diagnostic: Diagnostic) {
    refused.append(path)
    diagnostics.append(diagnostic)
  }

  mutating func enter(_ name: String, in parent: borrowing Descriptor, path: String, depth: Int) throws {
    let number = openat(parent.number, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else {
      let code = errno
      guard code == ELOOP || code == ENXIO else { throw EnvironmentFailure.system(code, .read, path) }
      refuse(path, code == ELOOP ? .link(path) : .notAFile(path))
      return
    }
    let entry = Descriptor(adopting: number, path: path)
    let status = try entry.status()
    switch EntryKind(status.st_mode) {
    case .folder where depth > Self.deepest: refuse(path, .tooDeep(path))
    case .folder:
      for child in try names(in: entry) {
        guard let child, !child.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" })
        else {
          refuse("\(path)/\(child ?? "\u{FFFD}")", .unreadableName(path, child))
          continue
        }
        if isPassedOver(child) { continue }
        try enter(child, in: entry, path: "\(path)/\(child)", depth: depth + 1)
      }
    case .file: try take(entry, size: Int(status.st_size), path: path)
    case .link, .other: refuse(path, .notAFile(path))
    }
  }

  private mutating func take(_ file: borrowing Descriptor, size: Int, path: String) throws {
    let kind = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if Self.assetKinds.contains(kind) {
      var pixels: PixelSize?
      switch kind {
      case "svg": pixels = try checkDrawing(file, size: size, path: path)
      case "pdf": break
      default: pixels = try measure(file, size: size, kind: kind, path: path)
      }
      assets.append(Asset(path: path, size: size, pixels: pixels))
      return
    }
    guard Self.textKinds.contains(kind) else {
      refuse(path, .unknownKind(path))
      return
    }
    let limit = kind == "csv" ? 64 << 20 : 4 << 20
    guard size <= limit else {
      refuse(path, .tooLarge(path, size: size, limit: limit))
      return
    }
    let text = decode(try file.read(upTo: size), allowsGB18030: kind == "csv")
    if !text.faults.isEmpty { refused.append(path) }
    faults += text.faults.map { (path, $0) }
    files.append(SourceFile(path: path, bytes: text.bytes))
  }

  /// - Returns: the picture's size, if its head says one; a damaged head is told.
  private mutating func measure(_ file: borrowing Descriptor, size: Int, kind: String, path: String) throws
    -> PixelSize?
  {
    var bytes = try file.read(upTo: min(size, 4096))
    var head = pictureHead(bytes, kind: kind, isWhole: bytes.count >= size)
    // A camera's notes and preview stand before the frame of its photograph.
    for limit in [256 << 10, 8 << 20] where head == .beyond {
      bytes += try file.read(upTo: min(size, limit) - bytes.count)
      head = pictureHead(bytes, kind: kind, isWhole: bytes.count >= size)
    }
    if head == .damaged { diagnostics.append(.damagedPicture(path)) }
    return if case .size(let pixels) = head { pixels } else { nil }
  }

  /// - Returns: the drawing's size, if it says one.
  private mutating func checkDrawing(_ file: borrowing Descriptor, size: Int, path: String) throws -> PixelSize? {
    let limit = 4 << 20
    guard size <= limit else {
      diagnostics.append(.tooLarge(path, size: size, limit: limit))
      return nil
    }
    let bytes = try file.read(upTo: size)
    diagnostics += drawingFaults(bytes).map { .unsafeDrawing(path, $0) }
    return drawingSize(bytes)
  }

  func finish() -> (SourceTree, [Diagnostic]) {
    let tree = SourceTree(files: files, assets: assets, refused: refused)
    let placed = faults.compactMap { path, fault in
      tree.index(of: path).map { Diagnostic.fault(fault, in: tree.files[Int($0)], file: $0) }
    }
    return (tree, (diagnostics + placed + clashes(of: tree)).inReadingOrder())
  }

  /// Names that differ only in case are one file on Windows and macOS, and on a USB stick.
  private func clashes(of tree: SourceTree) -> [Diagnostic] {
    var first: [String: String] = [:]
    var clashes: [Diagnostic] = []
    var before: [Substring] = []
    for path in (tree.files.map(\.path) + tree.assets.map(\.path)).sorted() {
      let parts = path.split(separator: "/")
      // Folders shared with the path before were looked at then.
      let shared = zip(parts, before).prefix { $0 == $1 }.count
      before = parts
      for depth in min(shared + 1, parts.count)...parts.count {
        let part = parts.prefix(depth).joined(separator: "/")
        let known = first[part.lowercased(), default: part]
        first[part.lowercased()] = known
        if known != part { clashes.append(.caseClash(part, known)) }
      }
    }
    return clashes
  }
}
