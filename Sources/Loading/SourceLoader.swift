import BuiltIn
import Diagnostics
import Disk
import Foundation
import Picturing
import Scoring
import Sheets
import Texts
import Workbooks

/// disk → SourceTree: reads `content/` and `templates/` of a project folder, and lays the program's own templates under
/// them: a file the project has at a built-in one's path stands in its place, so `templates/` may be missing.
///
/// Text files come whole and as UTF-8, workbooks as their sheets; of pictures only the size is kept, whether they are whole, and of SVG what acts or
/// reaches outside in it. Links are refused at every step of a path, so that nothing outside the project is read. What is
/// no content is passed over and counted (`PassOver`).
/// - Parameter pool: who reads the files.
/// - Throws: `EnvironmentFailure` where the project folder or a file in it can't be read.
package func loadSource(project: String, pool: some WorkPool = OneByOne()) throws -> (SourceTree, [Diagnostic]) {
  try loadAgain(project: project, after: nil, pool: pool).source
}

/// The same, reading no file again that stands there as it was read before.
/// - Parameters:
///   - earlier: what an earlier loading read; `nil` for the first one.
///   - now: the clock on the wall, in seconds since 1970.
/// - Returns: with it what the next one may be given.
/// - Throws: `EnvironmentFailure` as `loadSource`.
package func loadAgain(
  project: String, after earlier: KeptFiles?, at now: Int = time(nil), pool: some WorkPool = OneByOne()
) throws -> (source: (SourceTree, [Diagnostic]), kept: KeptFiles) {
  let folder = try rootFolder(project)
  var loader = SourceLoader(passOver: PassOver(project: folder), earlier: earlier)
  for name in sourceFolders {
    if let kind = try kind(of: name, in: folder.number, path: name) {
      try loader.enter(name, kind, in: folder, path: name, depth: 1)
    } else if name == "content" {
      loader.refuse(name, .missingFolder(name))
    }
  }
  return try withExtendedLifetime(folder) {
    try loader.read(in: folder.number, at: now, pool)
    return (loader.finish(), loader.kept)
  }
}

/// The tree with the lines again that mistakes stand in, read once more where they were let go; a file that is another by now
/// stays without.
package func regaining(_ tree: SourceTree, for diagnostics: [Diagnostic], project: String) -> SourceTree {
  let files = Set(diagnostics.compactMap { $0.place?.file }).filter { tree.files[Int($0)].isLetGo }
  guard !files.isEmpty, let folder = try? rootFolder(project) else { return tree }
  var texts: [Int32: [UInt8]] = [:]
  for index in files {
    let file = WaitingFile(tree.files[Int(index)].storedPath)
    guard case .text(let text) = try? readFile(file, in: folder.number, at: 0).matter else { continue }
    texts[index] = text.bytes
  }
  return tree.regaining(texts)
}

/// The folder of a group: the file that names its companies, and templates of its own over the program's. Whatever else
/// stands there is none of its business.
/// - Parameter file: the file's name; `nil` reads nothing but the program's templates.
/// - Throws: `EnvironmentFailure` where the folder or the file can't be read.
package func loadGroup(folder path: String, file: String?) throws -> (SourceTree, [Diagnostic]) {
  let folder = try rootFolder(path)
  var loader = SourceLoader(passOver: PassOver(), earlier: nil)
  if let file {
    if let kind = try kind(of: "templates", in: folder.number, path: "templates") {
      try loader.enter("templates", kind, in: folder, path: "templates", depth: 1)
    }
    loader.takeYAML(file)
  }
  return try withExtendedLifetime(folder) {
    try loader.read(in: folder.number, at: 0, OneByOne())
    return loader.finish()
  }
}

private func rootFolder(_ path: String) throws -> Descriptor {
  let root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard root >= 0 else { throw EnvironmentFailure.system(errno, .read, path) }
  return Descriptor(adopting: root, path: path)
}

/// A file met on the walk, to be read after it.
private struct WaitingFile: Sendable {
  let path: String
  /// How its name ends, in small letters.
  let kind: String

  init(_ path: String, kind: String? = nil) {
    self.path = path
    self.kind =
      kind ?? path.utf8.lastIndex(of: UInt8(ascii: ".")).map { path[$0...].dropFirst().lowercased() } ?? ""
  }
}

/// What one file's bytes came to.
enum ReadFile: Sendable {
  case text(DecodedText)
  case sheets([WorkbookSheet])
  case asset(Asset, [Diagnostic])
  case refused(Diagnostic)
}

private struct SourceLoader {
  private let passOver: PassOver
  private var passedOver: [PassedOver] = []
  var files: [SourceFile] = []
  var assets: [Asset] = []
  private var refused: [String] = []
  private var diagnostics: [Diagnostic] = []
  private var faults: [(path: String, fault: DecodedText.Fault)] = []
  private var waiting: [WaitingFile] = []
  private let earlier: KeptFiles?
  private(set) var kept = KeptFiles()

  static let textKinds: Set<String> = ["csv", "yaml", "yml", "md", "mustache", "css", "js", "txt"]
  static let assetKinds: Set<String> = ["svg", "png", "jpg", "jpeg", "webp", "gif", "pdf"]
  static let builtIn = Dictionary(builtInFiles.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })

  init(passOver: PassOver, earlier: KeptFiles?) { (self.passOver, self.earlier) = (passOver, earlier) }

  /// Tells the mistake, and that later stages shall not tell what follows from it.
  mutating func refuse(_ path: String, _ diagnostic: Diagnostic) {
    refused.append(path)
    diagnostics.append(diagnostic)
  }

  mutating func enter(
    _ name: String, _ kind: EntryKind, in parent: borrowing Descriptor, path: String, depth: Int
  ) throws {
    switch kind {
    case .folder where depth > deepestFolder: refuse(path, .tooDeep(path))
    case .folder:
      let folder = try Descriptor(folder: name, in: parent.number, path: path)
      for child in try entries(in: folder) {
        let inner = "\(path)/\(child.name ?? "\u{FFFD}")"
        if let name = child.name {
          guard let kind = try child.kind ?? Disk.kind(of: name, in: folder.number, path: inner) else { continue }
          if let reason = passOver.reason(name, isFolder: kind == .folder) {
            passedOver.append(PassedOver(path: inner, reason: reason))
            continue
          }
        }
        guard let name = child.name, nameFault(name) != .unwritable else {
          refuse(inner, .unreadableName(path, child.name))
          continue
        }
        if nameFault(name) == .noneOnWindows { diagnostics.append(.noneOnWindows(inner)) }
        guard let kind = try child.kind ?? Disk.kind(of: name, in: folder.number, path: inner) else { continue }
        try enter(name, kind, in: folder, path: inner, depth: depth + 1)
      }
    case .file: take(path)
    case .link: refuse(path, .link(path))
    case .other: refuse(path, .notAFile(path))
    }
  }

  private mutating func take(_ path: String) {
    let file = WaitingFile(path)
    if AttachmentKind(besideTexts: path) != nil || Self.assetKinds.contains(file.kind)
      || Self.textKinds.contains(file.kind) || workbookKinds.contains(file.kind)
    {
      waiting.append(file)
    } else {
      refuse(path, .unknownKind(path))
    }
  }

  mutating func takeYAML(_ path: String) { waiting.append(WaitingFile(path, kind: "yaml")) }

  /// Reads what the walk met, several at a time, and keeps it in the walk's order.
  mutating func read(in root: Int32, at now: Int, _ pool: some WorkPool) throws {
    // Tables first, which may be large: at the end others would wait for the last of them.
    let order = [true, false].flatMap { isTable in waiting.indices.filter { (waiting[$0].kind == "csv") == isTable } }
    let results = pool.map(begun: order) { [waiting, earlier] index in
      Result { try earlier?.file(waiting[index].path, in: root) ?? readFile(waiting[index], in: root, at: now) }
    }
    for (file, result) in zip(waiting, results) {
      let one = try result.get()
      kept.keep(one, of: file.path)
      switch one.matter {
      case .text(let text):
        if !text.faults.isEmpty { refused.append(file.path) }
        faults += text.faults.map { (file.path, $0) }
        let carried = Self.builtIn[SourceFile.plain(file.path)]
        let origin: SourceFile.Origin =
          carried.map { $0.utf8.elementsEqual(text.bytes) ? .copy : .override } ?? .project
        files.append(SourceFile(path: file.path, bytes: text.bytes, origin: origin))
      case .sheets(let sheets): files += sheets.map { SourceFile(path: file.path, sheet: $0) }
      case .asset(let asset, let mistakes):
        assets.append(asset)
        diagnostics += mistakes
      case .refused(let mistake): refuse(file.path, mistake)
      }
    }
  }

  func finish() -> (SourceTree, [Diagnostic]) {
    let taken = Set(files.lazy.filter { $0.origin == .override || $0.origin == .copy }.map(\.path))
    let carried = builtInFiles.lazy.filter { !taken.contains($0.path) }.map {
      SourceFile(path: $0.path, bytes: Array($0.text.utf8), origin: .builtIn)
    }
    let tree = SourceTree(files: files + carried, assets: assets, refused: refused, passedOver: passedOver)
    let placed = faults.compactMap { path, fault in
      tree.index(of: path).map { Diagnostic.fault(fault, in: tree.files[Int($0)], file: $0) }
    }
    return (tree, (diagnostics + placed + nameClashes(in: tree) + zoneMistakes(of: tree)).inReadingOrder())
  }
}

private func readFile(_ file: WaitingFile, in root: Int32, at now: Int) throws -> StampedFile {
  let open = try Descriptor(file.path, in: root, flags: O_RDONLY | O_NONBLOCK, path: file.path, action: .read)
  let status = try open.status()
  guard EntryKind(status.st_mode) == .file else { return StampedFile(.refused(.notAFile(file.path)), status, at: now) }
  return StampedFile(try readFile(file, open, size: Int(status.st_size), in: root), status, at: now)
}

private func readFile(
  _ file: WaitingFile, _ open: borrowing Descriptor, size: Int, in root: Int32
) throws -> ReadFile {
  if let kind = AttachmentKind(besideTexts: file.path) {
    return .asset(
      Asset(path: file.path, size: size), try attachmentMistakes(open, kind, size: size, file.path))
  }
  if workbookKinds.contains(file.kind) { return try readSheets(file, in: root) }
  let isPhotograph = pictureKind(of: file.path) != nil && file.kind != "svg"
  let limit = file.kind == "csv" || isPhotograph ? 64 << 20 : 4 << 20
  let asset = { Asset(path: file.path, size: size, pixels: $0) }
  if file.kind == "pdf" { return .asset(asset(nil), []) }
  let isAsset = SourceLoader.assetKinds.contains(file.kind)
  guard size <= limit else {
    let mistake = Diagnostic.tooLarge(file.path, size: size, limit: limit, isPicture: isAsset)
    return isAsset ? .asset(asset(nil), [mistake]) : .refused(mistake)
  }
  let bytes = try open.read(upTo: size)
  guard isAsset else { return readText(bytes, file) }
  if file.kind == "svg" {
    let drawing = readDrawing(bytes)
    let numbers = personalNumbers(ofDrawing: drawing, file.path)
    let shown = Asset(path: file.path, size: size, pixels: drawingSize(bytes), showsWords: drawing.showsWords)
    return .asset(shown, drawing.faults.map { .unsafeDrawing(file.path, $0) } + numbers)
  }
  return readPhotograph(bytes, file)
}

/// Read whole: whatever isn't understood of a photograph isn't published, and that is reported here, not when it is missed.
/// Which sizes it is published in its head says; nothing is decoded.
private func readPhotograph(_ bytes: [UInt8], _ file: WaitingFile) -> ReadFile {
  let published = publishedPicture(bytes)
  guard case .size(let pixels) = pictureHead(bytes, kind: file.kind, isWhole: true) else {
    return .asset(Asset(path: file.path, size: bytes.count), [.damagedPicture(file.path)])
  }
  let forms = pictureForms(published.bytes)
  let mistakes =
    forms?.isTooLarge == true
    ? [Diagnostic.tooManyPixels(file.path, pixels)]
    : published.isDamaged ? [.damagedPicture(file.path)] : []
  // What is damaged is offered as it is, and not in sizes that nobody could draw.
  return .asset(
    Asset(
      path: file.path, size: bytes.count, pixels: forms?.full ?? pixels,
      smaller: mistakes.isEmpty ? forms?.smaller ?? [] : []), mistakes)
}

private func readText(_ bytes: [UInt8], _ file: WaitingFile) -> ReadFile {
  let text = decode(bytes, allowsGB18030: file.kind == "csv")
  if file.kind == "csv", let wrong = text.wrongEncoding(from: bytes) {
    return .refused(.wrongEncoding(wrong, in: file.path))
  }
  return .text(text)
}

/// The sheets of a workbook, whatever its name says it is.
private func readSheets(_ file: WaitingFile, in root: Int32) throws -> ReadFile {
  let look = {
    let open = try Descriptor(file.path, in: root, flags: O_RDONLY | O_NONBLOCK, path: file.path, action: .read)
    let before = FileMoment(try open.status())
    let result = try readWorkbook(of: open)
    return WorkbookLook(result: result, before: before, after: FileMoment(try open.status()))
  }
  let isOpen = try isLocked(file.path, in: root)
  return switch try settledWorkbook(isOpen: isOpen, look: look, wait: { _ = usleep(150_000) }) {
  case .success(let workbook): .sheets(workbook.sheets)
  case .failure(let trouble): .refused(.trouble(trouble, with: file.path))
  }
}

/// Whether the mark that Excel and WPS leave beside an open workbook stands there; of a long name its first two letters are
/// written over.
private func isLocked(_ path: String, in root: Int32) throws -> Bool {
  let name = path.parts(at: "/").last.map { String($0) } ?? path
  let folder = String(path.utf8.dropLast(name.utf8.count)) ?? ""
  let shortened = String(String.UnicodeScalarView(name.unicodeScalars.dropFirst(2)))
  return try [name, shortened].contains { mark in
    try kind(of: "\(folder)~$\(mark)", in: root, path: path) == .file
  }
}
