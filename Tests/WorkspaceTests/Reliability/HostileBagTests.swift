import Foundation
import Testing

@testable import Workspace

@Suite("A bag that somebody made to harm")
struct HostileBagTests {
  private func archived() throws -> (TemporaryFolder, Archived) {
    let folder = try SmallProject.folder()
    let report = try makeArchive(
      ArchiveOrder(project: folder.path, subject: .year(2025), output: folder.path + "/archives", leavesOutPDF: true))
    return (folder, try #require(report.archived))
  }

  /// Within two gigabytes and a few seconds of one processor.
  private func verify(_ path: String) throws -> Program.Outcome {
    try Program.run(
      "/bin/sh",
      ["-c", "ulimit -v 2000000; ulimit -t 120; exec \"$@\"", "sh", Program.path, "archive", "verify", path],
      locale: "en_US.UTF-8")
  }

  @Test("pipes, devices' links, files that claim 200 GiB and folders without end are named, not read")
  func folder() throws {
    let (folder, archived) = try archived()
    let bag = archived.folder
    #expect(mkfifo(bag + "/data/pipe", 0o600) == 0)
    #expect(symlink("/dev/zero", bag + "/data/a-zero") == 0)
    try folder.write("archives/year-2025/year-2025/data/huge", "")
    #expect(truncate(bag + "/data/huge", 200 << 30) == 0)
    try folder.write("archives/year-2025/year-2025/data/" + String(repeating: "d/", count: 100) + "x", "x")
    try folder.write("archives/year-2025/year-2025/manifest-sha256.txt", "")
    #expect(truncate(bag + "/manifest-sha256.txt", 100 << 20) == 0)
    let outcome = try verify(bag)
    #expect(!outcome.wasKilled && outcome.status == 1)
    for word in ["data/pipe: not a regular file", "data/a-zero: a link", "data/huge: larger than", "nested too deeply"]
    {
      #expect(outcome.errors.contains(word), "\(word) not in \(outcome.errors.prefix(2_000))")
    }
  }

  @Test("a zip that claims 200 GiB, and one of 3 GiB of nothing, end at once")
  func zip() throws {
    let folder = try TemporaryFolder()
    for (name, size) in [("a.zip", 200 << 30), ("b.zip", 3 << 30)] {
      try folder.write(name, "PK")
      #expect(truncate("\(folder.path)/\(name)", size) == 0)
      let outcome = try verify("\(folder.path)/\(name)")
      #expect(!outcome.wasKilled && outcome.status == 1 && outcome.errors.contains("directory is damaged"))
    }
  }

  @Test("what a bag says of itself doesn't steer the terminal, nor do names of its files")
  func terminal() throws {
    let (folder, archived) = try archived()
    try folder.write("archives/year-2025/year-2025/data/\u{1B}[2J\u{7}\u{202E}.txt", "x")
    let info = "archives/year-2025/year-2025/bag-info.txt"
    try folder.write(
      info, try folder.text(info).replacing("External-Description: ", with: "External-Description: \u{1B}]0;x\u{7}"))
    for arguments in [["verify", archived.folder], ["list", folder.path + "/archives"]] {
      let outcome = try Program.run(["archive"] + arguments, locale: "en_US.UTF-8")
      let said = outcome.output + outcome.errors
      #expect(outcome.status == 1)
      #expect(!said.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{202E}"].contains($0) }, "\(said)")
    }
  }

  @Test(
    "a sound zip, however it is read, is sound, and each changed byte of it is found",
    arguments: [0, 31, 5_000, -1, -30, -400])
  func byte(place: Int) throws {
    let (folder, archived) = try archived()
    try withExtendedLifetime(folder) {
      #expect(try verifyArchive(archived.zip).problems.isEmpty)
      var bytes = try Data(contentsOf: URL(fileURLWithPath: archived.zip))
      bytes[place < 0 ? bytes.count + place : place] ^= 1
      try bytes.write(to: URL(fileURLWithPath: archived.zip))
      #expect(try !verifyArchive(archived.zip).problems.isEmpty)
    }
  }
}
