import Foundation
import Testing

/// A small disk that is full, or can't be written: mounted in a name space of its own, which only root may.
@Suite("A full disk and a folder that can't be written", .enabled(if: Disk.canBeMade))
struct DiskTests {
  @Test("on a full disk build ends with 2 and says so, the old site stands whole, and with room again it is built")
  func full() throws {
    let disk = try Disk()
    let outcome = try disk.run(
      """
      run build; echo "first $?"
      cp -r public "$away/before"
      sed -i 's/^title: .*/title: 另一个名字/' content/site.yaml
      dd if=/dev/zero of=filler bs=4k 2>/dev/null
      run build; echo "full $?"
      run seal 2025-03; echo "seal $?"
      diff -r public "$away/before" && echo "stands"
      ls -A; find content -name '.*'
      rm filler
      run build; echo "again $?"
      grep -l 另一个名字 public/index.html
      """)
    #expect(
      outcome.lines == [
        "first 0", "full 2", "seal 2", "stands", "content", "filler", "public", "again 0", "public/index.html",
      ])
    #expect(outcome.errors.count { $0.contains("磁盘空间已满") } == 2)
  }

  @Test("in a project that can't be written build and seal end with 2, say so, and change nothing")
  func readOnly() throws {
    let disk = try Disk()
    let outcome = try disk.run(
      """
      run build; echo "first $?"
      cp -r . "$away/before"
      mount -o remount,ro .
      run build; echo "build $?"
      run seal 2025-03; echo "seal $?"
      run check; echo "check $?"
      diff -r . "$away/before" && echo "stands"
      """)
    #expect(outcome.lines == ["first 0", "build 2", "seal 2", "check 0", "stands"])
    #expect(outcome.errors.count { $0.contains("文件系统只读") || $0.contains("无法创建文件夹") } == 2)
  }
}

/// The small project on a disk of its own.
private struct Disk {
  private let folder = try? TemporaryFolder()

  static var canBeMade: Bool {
    (try? Program.run("/usr/bin/unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]))?.status == 0
  }

  init() throws {
    for (path, text) in SmallProject.files { try folder?.write("source/content/" + path, text) }
    try folder?.write("disk/.keep", "")
  }

  /// Runs a script in the project; `run` is the program, `$away` a folder elsewhere.
  func run(_ script: String) throws -> (lines: [String], errors: [String]) {
    let folder = try #require(folder)
    let frame = """
      set -u
      away='\(folder.path)'
      mount -t tmpfs -o size=8m tmpfs "$away/disk" && cp -r "$away/source/content" "$away/disk/" && cd "$away/disk" || exit 9
      run() { '\(Program.path)' "$@" >/dev/null; }
      \(script)
      """
    let outcome = try Program.run("/usr/bin/unshare", ["-m", "sh", "-c", frame], locale: "zh_CN.UTF-8")
    let lines = { (text: String) in text.split(separator: "\n").map(String.init) }
    return (lines(outcome.output), lines(outcome.errors))
  }
}
