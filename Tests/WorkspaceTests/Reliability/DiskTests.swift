import Foundation
import Testing

/// A small disk that is full, or can't be written: mounted in a name space of its own.
@Suite("A full disk and a folder that can't be written", .enabled(if: Disk.mustBeMade || Disk.nameSpace != nil))
struct DiskTests {
  /// Commands that write, each with what it writes.
  private static let writing = """
    writing() {
      run build; echo "build $?"
      run seal 2025-03; echo "seal $?"
      run print standings --html -o standings.html; echo "page $?"
      run print standings -o standings.pdf; echo "pdf $?"
      run archive year 2025; echo "archive $?"
    }
    """
  /// What they say, each ending so.
  private func outcomes(_ code: Int) -> [String] {
    ["build", "seal", "page", "pdf", "archive"].map { "\($0) \(code)" }
  }

  @Test(
    "on a full disk each command ends with 2 and says so, what it wrote before stands, and with room again it works")
  func full() throws {
    let disk = try Disk()
    let outcome = try disk.run(
      """
      \(Self.writing)
      writing
      rm -r content/years/2025/seals
      sed -i 's/lecture,1.5/lecture,2.5/' content/years/2025/records/b01.csv
      cp -r . "$away/before"
      dd if=/dev/zero of=filler bs=4k 2>/dev/null
      writing
      rm filler
      # Made before it was known that nothing fits in; empty, it is nothing.
      rmdir content/years/2025/seals
      diff -rq . "$away/before" && echo "stands"
      writing
      diff -rq standings.pdf "$away/before/standings.pdf" >/dev/null; echo "differs $?"
      """)
    #expect(outcome.lines == outcomes(0) + outcomes(2) + ["stands"] + outcomes(0) + ["differs 1"])
    #expect(outcome.errors.count { $0.contains("磁盘空间已满") } == 5, "\(outcome.errors)")
  }

  @Test("in a project that can't be written they end with 2, say so, and change nothing")
  func readOnly() throws {
    let disk = try Disk()
    let outcome = try disk.run(
      """
      \(Self.writing)
      writing
      rm -r content/years/2025/seals
      sed -i 's/lecture,1.5/lecture,2.5/' content/years/2025/records/b01.csv
      cp -r . "$away/before"
      mount -o remount,bind,ro "$PWD"
      writing
      run check; echo "check $?"
      diff -rq . "$away/before" && echo "stands"
      """)
    #expect(outcome.lines == outcomes(0) + outcomes(2) + ["check 0", "stands"])
    #expect(outcome.errors.count { $0.contains("文件系统只读") } == 5, "\(outcome.errors)")
  }

  @Test(
    "where the engine's files don't fit, the disk is named, whatever the engine says, and the old PDF stands",
    arguments: [
      ("print standings -o \"$away/old\"", "head -c 20000000 /dev/zero >\"$2\""),
      ("print standings -o \"$away/old\"", "head -c 20000000 /dev/zero >\"$2\" 2>/dev/null; exit 0"),
      // A file is no place for archives, and refused before an engine is asked.
      ("archive year 2025 -o \"$away/archives\"", "echo OSError: No space left on device; exit 1"),
    ])
  func engine(command: String, words: String) throws {
    let disk = try Disk(engine: words)
    let outcome = try disk.run(
      """
      echo old >"$away/old"
      export TMPDIR="$PWD"
      run \(command); echo "full $?"
      cat "$away/old"
      ls
      mount -o remount,bind,ro "$PWD"
      run \(command); echo "read only $?"
      """)
    #expect(outcome.lines == ["full 2", "old", "content", "read only 2"])
    for (word, count) in [("磁盘空间已满", 1), ("文件系统只读", 1), ("/disk/dualpoints-print-", 2)] {
      #expect(outcome.errors.count { $0.contains(word) } == count, "\(outcome.errors)")
    }
  }
}

/// The small project on a disk of its own.
private struct Disk {
  private let folder: TemporaryFolder
  private let engine: StandInEngine

  /// Root, and whoever looks after everybody's changes, tries these in any case.
  static let mustBeMade = geteuid() == 0 || ProcessInfo.processInfo.environment["CI"] != nil

  /// What `unshare` needs to be told; `nil` where the system lets nobody make name spaces.
  static let nameSpace = ["-m", "-rm"].first { way in
    (try? Program.run("/usr/bin/unshare", [way, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]))?.status == 0
  }

  init(engine words: String = StandInEngine.slow) throws {
    folder = try TemporaryFolder()
    engine = try StandInEngine(words, in: folder)
    for (path, text) in SmallProject.files { try folder.write("source/content/" + path, text) }
    try folder.write("disk/.keep", "")
  }

  /// Runs a script in the project; `run` is the program, `$away` a folder elsewhere.
  func run(_ script: String) throws -> (lines: [String], errors: [String]) {
    let way = try #require(Self.nameSpace, "unshare and mount are refused here")
    let frame = """
      set -u
      away='\(folder.path)'
      mount -t tmpfs -o size=16m tmpfs "$away/disk" && cp -r "$away/source/content" "$away/disk/" && cd "$away/disk" || exit 9
      run() { '\(Program.path)' "$@" >/dev/null; }
      \(script)
      """
    let outcome = try Program.run(
      "/usr/bin/unshare", [way, "sh", "-c", frame], locale: "zh_CN.UTF-8", environment: engine.environment)
    let lines = { (text: String) in text.split(separator: "\n").map(String.init) }
    return (lines(outcome.output), lines(outcome.errors))
  }
}
