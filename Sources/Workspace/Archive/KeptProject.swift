import Archiving
import BuiltIn
import Diagnostics
import Disk
import Loading
import Reading
import Rendering
import Reports
import Scoring
import Texts

/// What an archive keeps of a project: its files byte for byte, and plain tables in the place of workbooks that have numbers
/// of persons where nothing is read, with the cells their rows came from: the bag gives the same site again.
struct KeptProject {
  private let tree: SourceTree
  /// What stands in the place of workbooks, by path.
  private let written: [String: [UInt8]]
  let instead: [TablesInstead]

  /// - Throws: `EnvironmentFailure`; `UsageFailure` where the tables alone can't be read as the workbooks were.
  init(_ tree: SourceTree, project: String, on day: Day?) throws {
    self.tree = tree
    let workbooks = Set(tree.files.lazy.filter { $0.sheet != nil }.map(\.storedPath))
    let hiding = try workbooks.filter { try hasNumbersBesideCells($0, in: project) }
    let withheld = withheldWorkbooks(tree, on: day, also: hiding, pool: Threads())
    instead = withheld.map { TablesInstead(workbook: $0.path, tables: $0.tables.map(\.path)) }
    guard !withheld.isEmpty else {
      written = [:]
      return
    }
    let tables = withheld.flatMap(\.tables)
    let origins = tableOfOrigins(of: tables, in: tree)
    written = tables.reduce(into: [origins.path: origins.bytes]) { $0[$1.path] = Array($1.csv.utf8) }
    let stays = tree.files.filter { [instead, written] in !$0.isWithheld(instead) && written[$0.path] == nil }
    let kept = SourceTree(
      files: stays + written.map { SourceFile(path: $0.key, bytes: $0.value) }, assets: tree.assets,
      refused: tree.refused, passedOver: tree.passedOver)
    let (_, found) = read(kept, on: day, pool: Threads())
    guard let mistake = found.first(where: { $0.severity == .error }) else { return }
    let place = mistake.place.map(kept.location(of:)) ?? mistake.path ?? ""
    let names = instead.map(\.workbook).joined(separator: ", ")
    throw UsageFailure(
      zh: "\(names) 有个人号码的列，归档时要换成表格，但只凭表格读不成：\(place)：\(mistake.message.zh)",
      en:
        "\(names): columns of personal numbers, so an archive keeps tables instead; but those alone can't be read: \(place): \(mistake.message.en)"
    )
  }

  /// Every file of the project and the templates the program laid under them: byte for byte as on the disk, but for
  /// pictures, which leave the project without what a camera or a drawing program notes in them, and withheld workbooks.
  /// The site is the same whichever form of its pictures it is made from.
  ///
  /// What has been archived isn't part of an archive: entering this one would change the next.
  /// - Parameter pictures: the form they are kept in.
  func files(_ project: String, pictures: PictureForm) throws -> [BagFile] {
    var seen: Set<String> = []
    // The sheets of a workbook are one file of the disk.
    let own = tree.files.filter {
      $0.origin != .builtIn && $0.path != archiveRecords && !$0.isWithheld(instead) && written[$0.path] == nil
        && seen.insert($0.storedPath).inserted
    }.map(\.storedPath)
    let results = Threads().map(own.count + tree.assets.count) { index in
      Result {
        let path = index < own.count ? own[index] : tree.assets[index - own.count].path
        return BagFile(path: "data/project/" + path, bytes: try readPublished(path, as: pictures, in: project))
      }
    }
    let files = try results.map { try $0.get() }
    let made = written.sorted { $0.key < $1.key }.map { BagFile(path: "data/project/" + $0.key, bytes: $0.value) }
    return files + made
      + builtInFiles.map { BagFile(path: "data/program/" + $0.path, text: $0.text) }
  }
}

extension SourceFile {
  fileprivate func isWithheld(_ withheld: [TablesInstead]) -> Bool {
    sheet != nil && withheld.contains { $0.workbook.isSame(as: storedPath) }
  }
}
