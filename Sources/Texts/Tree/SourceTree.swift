import Sheets

/// A text file as loaded: UTF-8, without a byte order mark, whatever it was on disk; or one sheet of a workbook.
package struct SourceFile: Sendable {
  /// Path from the project folder, `/`-separated, such as `content/years/2025/records/b07.csv`; of a text with its kind
  /// in small letters, whatever the disk says: Windows programs write `B07.CSV` for the same. The sheets of a workbook
  /// share its path.
  package let path: String
  /// As it stands on the disk, and as people are shown it.
  package let storedPath: String
  /// The text; empty for a sheet, and where it was let go.
  package private(set) var bytes: [UInt8]
  /// What tells the bytes that were let go from others; `nil` while they are here.
  private var letGo: UInt64?

  /// Whether it had bytes, which were let go.
  package var isLetGo: Bool { letGo != nil }
  package let origin: Origin
  /// `nil` for a text.
  package let sheet: WorkbookSheet?

  /// Who wrote a file: the project, also where it stands in place of one that the program carries, or the program.
  package enum Origin: Sendable {
    case project, override, builtIn
    /// The project's, and byte for byte what it stands in place of.
    case copy
  }

  package init(path: String, bytes: [UInt8], origin: Origin = .project) {
    self.path = Self.plain(path)
    storedPath = path
    self.bytes = bytes
    self.origin = origin
    sheet = nil
  }

  package init(path: String, sheet: WorkbookSheet) {
    self.path = path
    storedPath = path
    bytes = []
    origin = .project
    self.sheet = sheet
  }

  /// A path with the kind of a text in small letters.
  package static func plain(_ path: String) -> String {
    let kind = path.utf8.reversed().prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "/") }
    guard kind.count <= 8, kind.contains(where: { (0x41...0x5A).contains($0) }) else { return path }
    let plain = String(decoding: Array(path.utf8.suffix(kind.count)), as: UTF8.self).lowercased()
    return ["csv", "yaml", "md", "mustache"].contains(plain)
      ? String(path.utf8.dropLast(kind.count)).map { $0 + plain } ?? path : path
  }

  package init(path: String, text: String, origin: Origin = .project) {
    self.init(path: path, bytes: Array(text.utf8), origin: origin)
  }

  fileprivate func lettingGo() -> SourceFile {
    var file = self
    (file.bytes, file.letGo) = ([], letGo ?? mark(of: bytes))
    return file
  }

  fileprivate func regaining(_ bytes: [UInt8]) -> SourceFile {
    guard letGo == mark(of: bytes) else { return self }
    var file = self
    (file.bytes, file.letGo) = (bytes, nil)
    return file
  }

  package var endsLinesAtReturns: Bool {
    path.utf8.suffix(4).elementsEqual(".csv".utf8) || path.utf8.suffix(3).elementsEqual(".md".utf8)
  }

  /// Whether the byte ends a line, as the file's reader counts lines: LF, and in a table or a story a CR alone too, as old
  /// spreadsheets write and libcmark takes it.
  package func endsLine(at index: Int) -> Bool {
    if bytes[index] == 0x0A { return true }
    guard bytes[index] == 0x0D, endsLinesAtReturns else { return false }
    return !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
  }
}

/// A file that is published as it is (a picture): its bytes are not needed to read the content.
package struct Asset: Sendable, Hashable {
  package let path: String
  /// Size in bytes.
  package let size: Int
  /// Width and height of a picture whose file says them, as it is published.
  package let pixels: PixelSize?
  /// The narrower forms it is published in as well, the narrowest first.
  package let smaller: [SmallerPicture]
  /// Of a drawing: whether words stand in it.
  package let showsWords: Bool

  package init(
    path: String, size: Int, pixels: PixelSize? = nil, smaller: [SmallerPicture] = [], showsWords: Bool = false
  ) {
    self.path = path
    self.size = size
    self.pixels = pixels
    self.smaller = smaller
    self.showsWords = showsWords
  }
}

/// A picture with fewer pixels beside the one it is made from.
package struct SmallerPicture: Sendable, Hashable {
  package let pixels: PixelSize
  /// What is added to the name where it becomes another kind of file, such as `.jpg`; else empty.
  package let ending: String

  package init(pixels: PixelSize, ending: String) {
    self.pixels = pixels
    self.ending = ending
  }
}

/// Width and height of a picture in CSS pixels, both positive.
package struct PixelSize: Sendable, Hashable {
  package let width: Int
  package let height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// The content folder in memory: first noun of the pipeline, made by Workspace's loader (or by a test).
/// Files are sorted by path, so a `Place` orders diagnostics as a person reads them; the sheets of a workbook stand as it
/// has them.
package struct SourceTree: Sendable {
  package private(set) var files: [SourceFile]
  package let assets: [Asset]
  /// Files and folders that stand on disk but couldn't be taken in whole: reported once when loading, and by nobody after.
  /// A file with a few damaged bytes is also among `files`.
  package let refused: [String]
  /// What stands there and is nobody's content, in order of path: counted, so that nothing is passed over in silence.
  package let passedOver: [PassedOver]
  /// Rows that are cited as cells of a workbook that isn't here.
  package private(set) var origins = RowOrigins()
  private let refusedPaths: Set<String>

  package init(
    files: [SourceFile], assets: [Asset] = [], refused: [String] = [], passedOver: [PassedOver] = []
  ) {
    self.init(
      sorted: files.enumerated().sorted { ($0.element.path, $0.offset) < ($1.element.path, $1.offset) }.map(\.element),
      assets: assets.sorted { $0.path < $1.path }, refused: refused.sorted(),
      passedOver: passedOver.sorted { $0.path < $1.path })
  }

  /// The same tree with other files in the place of some, which people are shown under another name: a place in them stays
  /// a place in them.
  package func replacing(_ isReplaced: (String) -> Bool, with new: [SourceFile], shownAs name: String) -> (
    tree: SourceTree, shown: SourceTree
  ) {
    let read = SourceTree(
      files: files.filter { !isReplaced($0.path) } + new, assets: assets, refused: refused, passedOver: passedOver)
    let isNew = Set(new.map(\.path))
    let shown = read.files.map { file in
      guard isNew.contains(file.path) else { return file }
      return file.sheet.map { SourceFile(path: name, sheet: $0) } ?? SourceFile(path: name, bytes: file.bytes)
    }
    return (read, SourceTree(sorted: shown, assets: assets, refused: refused, passedOver: passedOver))
  }

  private init(sorted files: [SourceFile], assets: [Asset], refused: [String], passedOver: [PassedOver]) {
    self.files = files
    self.assets = assets
    self.refused = refused
    self.passedOver = passedOver
    refusedPaths = Set(refused)
  }

  /// The same tree without the bytes of some texts: their places are cited as ever, but their lines can't be shown. A large
  /// ledger's tables take more room than all that is made of them at once.
  package func lettingGo(of isSpent: (SourceFile) -> Bool) -> SourceTree {
    var tree = self
    for index in files.indices where files[index].sheet == nil && isSpent(files[index]) {
      tree.files[index] = files[index].lettingGo()
    }
    return tree
  }

  /// The same tree with the bytes again that were let go; other bytes than those are left aside.
  /// - Parameter texts: by the index of their file.
  package func regaining(_ texts: [Int32: [UInt8]]) -> SourceTree {
    var tree = self
    for (index, bytes) in texts { tree.files[Int(index)] = files[Int(index)].regaining(bytes) }
    return tree
  }

  /// The same tree, some of whose rows are cited as the cells they came from.
  package func citing(_ origins: RowOrigins) -> SourceTree {
    var tree = self
    tree.origins = origins
    return tree
  }

  /// Whether a path, or a folder above it, was refused.
  package func isRefused(_ path: String) -> Bool {
    guard !refusedPaths.isEmpty else { return false }
    return refusedPaths.contains(path)
      || path.utf8.indices.contains {
        path.utf8[$0] == UInt8(ascii: "/") && refusedPaths.contains(String(path[..<$0]))
      }
  }

  package func path(of place: Place) -> String { files[Int(place.file)].storedPath }

  /// As pages and reports cite a record or a rule.
  package func cited(_ place: Place) -> CitedPlace { origins[place] ?? standing(place) }

  /// Where in its file a place is.
  package func spot(of place: Place) -> CitedPlace.Spot { cited(place).spot }

  /// `path:line`, or `path[sheet]D7`.
  package func citation(of place: Place) -> String { cited(place).description }

  /// As a mistake names it: `path:line:column`, so that an editor can jump there, or `path[sheet]D7`. Always in the file
  /// that is here to be mended.
  package func location(of place: Place) -> String {
    let standing = standing(place)
    if case .line = standing.spot { return "\(standing):\(place.column)" }
    return standing.description
  }

  private func standing(_ place: Place) -> CitedPlace {
    guard let sheet = files[Int(place.file)].sheet else {
      return CitedPlace(path: path(of: place), spot: .line(place.line))
    }
    return CitedPlace(
      path: path(of: place), spot: .cell(sheet: sheet.name, row: place.line, column: place.column))
  }

  /// The lines of tables, or the row of a sheet, that somebody cites; none where there is none.
  package func rows(of cited: CitedPlace) -> [Place] {
    index(of: cited).map { [Place(file: $0, line: cited.row)] } ?? origins.rows(from: cited)
  }

  /// The file, or the sheet of a workbook, that somebody cites; `nil` where there is none.
  private func index(of cited: CitedPlace) -> Int32? {
    guard var index = index(of: cited.path) else { return nil }
    guard case .cell(let name, _, _) = cited.spot else { return files[Int(index)].sheet == nil ? index : nil }
    while Int(index) < files.count, files[Int(index)].path == cited.path {
      if files[Int(index)].sheet?.name == name { return index }
      index += 1
    }
    return nil
  }

  /// The picture at a path from the project folder.
  package func asset(at path: String) -> Asset? {
    let index = assets.partitioningIndex { $0.path >= path }
    return index < assets.count && assets[index].path == path ? assets[index] : nil
  }

  package func index(of path: String) -> Int32? {
    let path = SourceFile.plain(path)
    let index = files.partitioningIndex { $0.path >= path }
    return index < files.count && files[index].path == path ? Int32(index) : nil
  }
}
