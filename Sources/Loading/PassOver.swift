import Diagnostics
import Disk
import Foundation
import Reading
import Texts

/// The page that `check --report` and whoever watches a project may leave among its content, for the clerk to find there.
package let checkReportName = "检查结果.html"

/// What in a project's folders is nobody's content: hidden files, what systems, shared drives, editors and office programs
/// leave by themselves (often hidden from who works there), and what the project itself names.
///
/// What a person may have meant is none of these: a workbook, a document, a photograph of a telephone, a copy with a number
/// or a conflict's name stay mistakes.
package struct PassOver {
  private let own: [NamePattern]

  package init(own: [NamePattern] = []) { self.own = own }

  /// With what the project's `site.yaml` says; nothing more where that can't be read, which is reported elsewhere.
  package init(project: borrowing Descriptor) {
    own = (try? siteText(project)).map(ignoredNames) ?? []
  }

  package func reason(_ name: String, isFolder: Bool) -> PassedOver.Reason? {
    if name.utf8.first == UInt8(ascii: ".") { return .hidden }
    let plain = name.lowercased()
    if isFolder ? isSystemFolder(plain) : isDropping(plain) { return .dropping }
    if !isFolder, name.isSame(as: checkReportName) { return .dropping }
    return own.contains { $0.matches(name) } ? .ignored : nil
  }
}

func siteText(_ project: borrowing Descriptor) throws -> [UInt8] {
  let folder = try Descriptor(folder: "content", in: project.number, path: "content")
  let name = try names(in: folder).compactMap { $0 }.first { SourceFile.plain($0) == "site.yaml" } ?? "site.yaml"
  let file = try Descriptor(
    name, in: folder.number, flags: O_RDONLY | O_NONBLOCK, path: "content/\(name)", action: .read)
  guard EntryKind(try file.status().st_mode) == .file else { return [] }
  return try file.contents(atMost: 1 << 20) ?? []
}

/// - Parameter name: in small letters, as for all below.
private func isSystemFolder(_ name: String) -> Bool { systemFolders.contains(name) }

private let systemFolders: Set = [
  // Windows: the bin of a drive, its own records, what a check of the disk found.
  "$recycle.bin", "recycler", "recycled", "system volume information", "found.000",
  // Drives on a network: Synology, QNAP.
  "@eadir", "@tmp", "#recycle", "#snapshot", "@recycle", "@recently-snapshot", "lost+found",
  // macOS, on drives and in archives it packs.
  "__macosx", "network trash folder", "temporary items",
]

private let droppings: Set = [
  "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", "$recycle.bin",
  // What Vim writes to see whether it may: it counts on from 4913 by 123 where that stands already.
  "4913", "5036", "5159", "5282",
]

/// Copies and half-written files: `b07.csv~`, `~WRL0001.tmp`, `b07.csv.bak`, `.swp` of Vim, backups of Word and Excel,
/// JetBrains' safe writes, what a browser or a copy over a network hasn't finished.
private let endingsOfCopies = [
  "~", ".tmp", ".temp", ".bak", ".swp", ".swo", ".swn", ".swx", ".wbk", ".xlk", ".asd", "___jb_tmp___",
  "___jb_old___",
  "___jb_bak___", ".crdownload", ".part", ".partial", ".filepart",
  // Streams beside a file, which other systems turn into files.
  "@synoeastream", "@synoresource", ":zone.identifier", ":encryptable",
]

private func isDropping(_ name: String) -> Bool {
  if droppings.contains(name) { return true }
  let bytes = name.utf8
  if endingsOfCopies.contains(where: { bytes.count > $0.utf8.count && name.ends(with: $0) }) { return true }
  // The owner's mark of an open document (`~$b07.xlsx`), and what Emacs saves by itself (`#b07.csv#`).
  if bytes.starts(with: "~$".utf8) { return true }
  if bytes.count > 2, bytes.first == UInt8(ascii: "#"), bytes.last == UInt8(ascii: "#") { return true }
  // Excel saves under eight digits, `5D2A1000`, and renames.
  return bytes.count == 8 && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
}

extension SourceTree {
  /// How much was passed over, and why, in one line; `nil` for nothing.
  package var passedOverWords: Bilingual? {
    guard !passedOver.isEmpty else { return nil }
    let kinds: [(PassedOver.Reason, Bilingual)] = [
      (.dropping, Bilingual(zh: "系统和软件留下的", en: "left by systems and programs")),
      (.hidden, Bilingual(zh: "隐藏的", en: "hidden")),
      (.ignored, Bilingual(zh: "site.yaml 的 ignore 所列的", en: "named by ignore in site.yaml")),
    ]
    let parts = kinds.compactMap { reason, words -> Bilingual? in
      let names = passedOver.filter { $0.reason == reason }.map { parent(of: $0.path).name.printable }
      guard !names.isEmpty else { return nil }
      let some = Set(names).sorted().prefix(3)
      let isAll = Set(names).count == some.count
      return Bilingual(
        zh: "\(words.zh) \(names.count) 个（\(some.joined(separator: "、"))\(isAll ? "" : " 等")）",
        en: "\(names.count) \(words.en) (\(some.joined(separator: ", "))\(isAll ? "" : ", …"))")
    }
    return Bilingual(
      zh: "跳过 \(passedOver.count) 个不是内容的文件或文件夹：\(parts.map(\.zh).joined(separator: "，"))",
      en:
        "passed over \(passedOver.count) files or folders that are no content: \(parts.map(\.en).joined(separator: ", "))"
    )
  }
}
