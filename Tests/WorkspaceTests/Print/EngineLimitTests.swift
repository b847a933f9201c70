import Foundation
import Testing

@testable import Engines
@testable import Workspace

@Suite("An engine that would never end")
struct EngineLimitTests {
  private func run(_ words: String, _ limits: [String: String], _ arguments: [String]) throws -> (
    Program.Outcome, TemporaryFolder, StandInEngine
  ) {
    let folder = try SmallProject.folder()
    let engine = try StandInEngine(words, in: folder)
    try folder.write("old.pdf", "old")
    let outcome = try Program.run(
      Program.path, arguments + ["-o", folder.path + "/old.pdf", "--project", folder.path], locale: "en_US.UTF-8",
      environment: engine.environment.merging(limits) { $1 })
    return (outcome, folder, engine)
  }

  @Test(
    "is stopped with all that it started, the old file stands, and the way on is said",
    arguments: ["sleep 1000", "sleep 1000 & wait", "while :; do echo busy; done", "exec >/dev/null 2>&1; sleep 1000"])
  func time(words: String) throws {
    let (outcome, folder, engine) = try run(words, ["DUALPOINTS_PRINT_SECONDS": "1"], ["print", "standings"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("didn't end within 1 s"), "\(outcome.errors)")
    #expect(outcome.errors.contains("DUALPOINTS_PRINT_SECONDS"))
    #expect(try folder.text("old.pdf") == "old")
    #expect(engine.isStill())
    #expect(try engine.leftovers() == [])
  }

  @Test(
    "one that fills more memory than it may is told so, and one that crashes that this may be why",
    arguments: [
      ("echo MemoryError; exit 1", "used up 100 MiB of memory"), ("kill -TRAP $$", "may fill 100 MiB"),
      ("kill -KILL $$", "may fill 100 MiB"),
    ])
  func memory(words: String, told: String) throws {
    let (outcome, folder, _) = try run(words, ["DUALPOINTS_PRINT_MEMORY": "100"], ["print", "standings"])
    #expect(outcome.status == 2 && outcome.errors.contains(told), "\(outcome.errors)")
    #expect(try folder.text("old.pdf") == "old")
  }

  @Test("the limit of memory is the system's: a program that takes more gets none")
  func kernel() throws {
    let limits = EngineLimits(environment: ["DUALPOINTS_PRINT_MEMORY": "100"])
    let told = try runProgram("/bin/sh", ["-c", "ulimit -d"], limits: limits)
    // In KiB.
    #expect(told.said == "102400\n")
  }

  @Test("words without end are heard to their end and kept in part")
  func words() throws {
    var lines = 0
    let run = try runProgram("/bin/sh", ["-c", "yes word | head -n 600000; echo last"]) { _ in lines += 1 }
    #expect(lines == 600_001)
    #expect(run.said.utf8.count <= 2 << 20 && run.said.utf8.suffix(5).elementsEqual("last\n".utf8))
  }
}

/// Every document, on a machine whose fonts lack a character of a name.
@Suite("No document claims to be PDF/A with a box in it")
struct BoxesInPrintTests {
  private static let rare = "王𭬊"

  private func print(_ arguments: [String], fonts: String) throws -> (Program.Outcome, TemporaryFolder) {
    let folder = try CertificateProject.folder()
    try folder.write(
      "content/members/all.csv", try folder.text("content/members/all.csv").replacing("王伟", with: Self.rare))
    let engine = try StandInEngine("printf '%%PDF-1.7\\n' >\"$2\"; echo \"$@\" >>\"$2\"", in: folder)
    try folder.write("bin/fc-list", "#!/bin/sh\n\(fonts)\n")
    #expect(chmod(folder.path + "/bin/fc-list", 0o755) == 0)
    let outcome = try Program.run(
      Program.path, arguments.map { $0.replacing("@", with: folder.path) } + ["--project", folder.path],
      locale: "en_US.UTF-8", environment: engine.environment)
    return (outcome, folder)
  }

  private static let lacking = "echo charset=20-2db09 2db0b-3ffff"
  private static let complete = "echo charset=20-3ffff"

  @Test(
    "certificates, roll and poster are refused: who and which character",
    arguments: ["certificates", "honor-roll", "poster"])
  func refused(document: String) throws {
    let (outcome, folder) = try print(["print", document, "-o", "@/a.pdf"], fonts: Self.lacking)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("𭬊（U+2DB0A）") && outcome.errors.contains("王"), "\(outcome.errors)")
    #expect(!folder.exists("a.pdf"))
    let (again, _) = try print(["print", document, "-o", "@/a.pdf"], fonts: Self.complete)
    #expect(again.status == 0 && again.output.contains("PDF/A-2a"), "\(again.errors)")
  }

  @Test(
    "the others are printed with a warning and without the claim",
    arguments: [["standings"], ["ledger", "--member", "wang-wei"], ["branch-report", "--branch", "b01"]])
  func warned(arguments: [String]) throws {
    let (outcome, _) = try print(["print"] + arguments + ["-o", "@/a.pdf"], fonts: Self.lacking)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("warning: ") && outcome.errors.contains("𭬊（U+2DB0A）"), "\(outcome.errors)")
    #expect(outcome.output.contains("isn't PDF/A") && !outcome.output.contains("PDF/A-2a"), "\(outcome.output)")
    let (sound, _) = try print(["print"] + arguments + ["-o", "@/a.pdf"], fonts: Self.complete)
    #expect(sound.errors.isEmpty && sound.output.contains("PDF/A-2a"), "\(sound.errors)")
    let (unlooked, _) = try print(["print"] + arguments + ["-o", "@/a.pdf"], fonts: "exit 1")
    #expect(unlooked.status == 0 && unlooked.errors.contains("nobody can tell"), "\(unlooked.errors)")
    #expect(!unlooked.output.contains("PDF/A-2a"))
  }

  @Test("an archive says of its PDF what it is, in its own papers too")
  func archive() throws {
    let arguments = ["archive", "year", "2025", "-o", "@/archives"]
    let (outcome, folder) = try print(arguments, fonts: Self.lacking)
    #expect(outcome.status == 0 && outcome.errors.contains("𭬊（U+2DB0A）"), "\(outcome.errors)")
    let bag = "archives/year-2025/year-2025"
    for path in ["\(bag)/说明文件.TXT", "\(bag)/data/metadata/year-2025.xml"] where folder.exists(path) {
      #expect(!(try folder.text(path)).contains("PDF/A"), "\(path)")
    }
    #expect(try folder.text("\(bag)/说明文件.TXT").contains("另有同名 PDF\r\n"))
    let (sound, whole) = try print(arguments, fonts: Self.complete)
    #expect(sound.output.contains("PDF/A-2a"))
    #expect(try whole.text("\(bag)/说明文件.TXT").contains("另有同名 PDF/A-2a\r\n"))
  }
}
