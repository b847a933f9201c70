import Foundation
import Testing

/// A box in an archive's PDF can't be mended in thirty years, so no kind of print claims PDF/A over one.
@Suite("Characters that no font has, in each kind of print", .serialized)
struct MissingGlyphTests {
  /// What the command prints, and whether it refuses: where a name is honored or stands on a wall.
  private static let kinds: [(arguments: [String], isRefused: Bool)] = [
    (["honor-roll"], true), (["poster"], true), (["notice"], true), (["certificates"], true),
    (["certificates", "--register"], true), (["certificates", "--overprint"], true), (["standings"], false),
    (["standings", "--branch", "b01"], false), (["ledger", "--member", "wang-wei"], false), (["branch-report"], false),
    (["dossier", "--member", "wang-wei"], false), (["branch-dossier"], false), (["report", "whole"], false),
  ]

  private func project() throws -> (folder: TemporaryFolder, engine: StandInEngine) {
    let folder = try CertificateProject.folder()
    for (path, plain, odd) in [
      ("content/members/all.csv", "王伟", "王𭬊"), ("content/site.yaml", "title: 小样", "title: 小样𭬊"),
    ] {
      let text = try folder.text(path)
      #expect(text.contains(plain))
      try folder.write(path, text.replacingOccurrences(of: plain, with: odd))
    }
    try folder.write(
      "content/reports/whole.md",
      "---\ntitle: 名册\nheadline: 谁在册\n---\n\n```sql\nSELECT member FROM members ORDER BY member\n```\n")
    let engine = try StandInEngine(in: folder)
    // Every character but those of plane 2 from U+2DB0A on.
    try folder.write("bin/fc-list", "#!/bin/sh\necho charset=20-2db09\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/bin/fc-list")
    return (folder, engine)
  }

  @Test("is told with its place, and PDF/A isn't claimed")
  func told() throws {
    let (folder, engine) = try project()
    for (number, kind) in Self.kinds.enumerated() {
      let output = "\(number).pdf"
      let run = try Program.run(
        Program.path, ["print"] + kind.arguments + ["--project", folder.path, "-o", "\(folder.path)/\(output)"],
        locale: "zh_CN.UTF-8", environment: engine.environment)
      #expect(run.errors.contains("𭬊（U+2DB0A）"), "\(kind.arguments): \(run.errors)")
      #expect(run.status == (kind.isRefused ? 2 : 0), "\(kind.arguments): \(run.errors)")
      #expect(folder.exists(output) == !kind.isRefused, "\(kind.arguments)")
      #expect(kind.isRefused || run.output.contains("不是 PDF/A"), "\(kind.arguments): \(run.output)")
    }
  }

  @Test("a font that has it makes the same prints PDF/A, each of them")
  func claimed() throws {
    let (folder, engine) = try project()
    try folder.write("bin/fc-list", "#!/bin/sh\necho charset=20-2ffff\n")
    for (number, kind) in Self.kinds.enumerated() {
      let run = try Program.run(
        Program.path, ["print"] + kind.arguments + ["--project", folder.path, "-o", "\(folder.path)/\(number).pdf"],
        locale: "zh_CN.UTF-8", environment: engine.environment)
      #expect(run.status == 0 && run.output.contains("PDF/A-2a"), "\(kind.arguments): \(run.errors)")
      #expect(!run.errors.contains("U+2DB0A"), "\(kind.arguments)")
    }
  }

  @Test("no kind of print is missing from this list")
  func whole() throws {
    let help = try Program.run(["help", "print"], locale: "en_GB.UTF-8").output
    let listed = help.components(separatedBy: "SUBCOMMANDS:\n").last?.components(separatedBy: "\n\n")[0] ?? ""
    let names = listed.components(separatedBy: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(Set(names) == Set(Self.kinds.compactMap(\.arguments.first)))
  }
}
