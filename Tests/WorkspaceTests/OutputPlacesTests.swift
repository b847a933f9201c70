import Foundation
import Testing

/// What a project is made of, and what is no file, is never written over.
@Suite("Where nothing is written")
struct OutputPlacesTests {
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in SmallProject.files { try folder.write("p/content/" + path, text) }
    try folder.write("p/keep.txt", "keep")
    let path = folder.path + "/p"
    #expect(symlink("keep.txt", path + "/link.html") == 0)
    #expect(symlink("content", path + "/alias") == 0)
    #expect(symlink("nowhere", path + "/dangling") == 0)
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    return folder
  }

  /// - Parameter arguments: `@` is the project's folder.
  private func refused(_ arguments: [String], _ word: String) throws {
    let folder = try project()
    let before = try folder.contents(of: "p")
    let arguments = arguments.map { $0.replacing("@", with: folder.path + "/p") } + ["--project", folder.path + "/p"]
    let outcome = try Program.run(arguments, locale: "en_US.UTF-8")
    #expect(outcome.status == 2, "\(arguments): \(outcome.errors)")
    #expect(outcome.errors.contains(word), "\(arguments): \(outcome.errors)")
    #expect(try folder.contents(of: "p") == before)
  }

  @Test(
    "a print's file: content, templates (also where none are yet), a folder, a link, a pipe, a device",
    arguments: [
      ("@/content/site.yaml", "content or templates"), ("@/content/new/a.html", "content or templates"),
      ("@/alias/a.html", "content or templates"), ("@/templates/a.html", "content or templates"),
      ("@/keep.txt/../content/a.html", "content or templates"),
      ("@", "not a regular file"), ("@/content", "not a regular file"), ("@/../pipe", "not a regular file"),
      ("/dev/null", "not a regular file"), ("@/link.html", "symbolic link"), ("@/dangling", "symbolic link"),
    ])
  func prints(place: String, word: String) throws {
    try refused(["print", "standings", "--html", "-o", place], word)
  }

  @Test(
    "an archive's folder, and a build's: content, templates, what is no folder, a link to nowhere",
    arguments: [
      ("@/content", "content or templates"), ("@/alias/archives", "content or templates"),
      ("@/templates", "content or templates"), ("@/keep.txt", "no folder"), ("@/../pipe", "no folder"),
      ("/dev/null", "no folder"), ("@/dangling", "symbolic link"),
    ])
  func folders(place: String, word: String) throws {
    try refused(["archive", "year", "2025", "--no-pdf", "-o", place], word)
    try refused(["build", "--output", place], word)
  }

  @Test("a build's folder: the project and what holds it", arguments: ["@", "@/..", "/", "@/content/.."])
  func holders(place: String) throws { try refused(["build", "--output", place], "holds one") }

  @Test("a folder with another project in it is none to publish into")
  func anotherProject() throws {
    let folder = try project()
    try folder.write("q/content/site.yaml", "")
    let outcome = try Program.run(
      ["build", "--output", folder.path + "/q", "--project", folder.path + "/p"], locale: "en_US.UTF-8")
    #expect(outcome.status == 2 && outcome.errors.contains("holds one"), "\(outcome.errors)")
  }

  /// Whether mounts can be made that nobody else sees.
  private static let mounts =
    (try? Program.run("/usr/bin/unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]))?.status == 0

  @Test("a mount point, of another disk or the same, and content by another way", .enabled(if: mounts))
  func mountPoints() throws {
    let folder = try project()
    let script = """
      cd "$1" && mkdir disk twin place && mount -t tmpfs tmpfs disk && mount --bind place twin || exit 9
      echo theirs >disk/theirs; echo theirs >twin/theirs
      for place in disk twin; do
        "$2" build --project p --output $place; echo "$place $? $(ls -A $place)"
        "$2" build --project p --output $place/site >/dev/null; echo "in it $?"
      done
      ls -A
      mount --bind p/content twin
      "$2" build --project p --output twin/out; echo "content $?"
      """
    let outcome = try Program.run(
      "/usr/bin/unshare", ["-m", "sh", "-c", script, "sh", folder.path, Program.path], locale: "en_US.UTF-8")
    #expect(
      outcome.output.split(separator: "\n") == [
        "disk 2 theirs", "in it 0", "twin 2 theirs", "in it 0", "disk", "p", "pipe", "place", "twin", "content 2",
      ], "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.components(separatedBy: "is a mount point").count == 3, "\(outcome.errors)")
  }
}
