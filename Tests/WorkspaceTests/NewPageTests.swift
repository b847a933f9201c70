import Foundation
import Testing

@Suite("New pages")
struct NewPageTests {
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["new", "project", "\(folder.path)/a", "--year", "2026"]).status == 0)
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Outcome {
    try Program.run(arguments + ["--project", "\(folder.path)/a"], locale: "en_US.UTF-8")
  }

  @Test("a page in folders that weren't there passes, is published, and is never written over")
  func page() throws {
    let folder = try project()
    #expect(try run(["new", "page", "办事指南/转接", "--title", "转接“组织关系”"], in: folder).status == 0)
    #expect(try folder.text("a/content/pages/办事指南/转接.md").contains("title: \"转接“组织关系”\"\n"))
    let checked = try run(["check"], in: folder)
    #expect(checked.status == 0 && checked.told == ["unwritten-place"], "\(checked)")
    #expect(try run(["build"], in: folder).status == 0)
    #expect(folder.exists("a/public/办事指南/转接.html"))
    #expect(try run(["new", "page", "办事指南/转接.md", "--title", "x"], in: folder).status == 64)
  }

  @Test("a page whose name another has but for its case, or for how its letters are encoded, isn't begun")
  func twins() throws {
    let folder = try project()
    #expect(try run(["new", "page", "Café/A", "--title", "x"], in: folder).status == 0)
    #expect(try run(["new", "page", "Café/a", "--title", "x"], in: folder).status == 1)
    #expect(try run(["new", "page", "Cafe\u{301}/b", "--title", "x"], in: folder).status == 1)
    let checked = try run(["check"], in: folder)
    #expect(checked.status == 0 && checked.told == ["unwritten-place"], "\(checked)")
  }

  @Test("folders are as deep, and a name as long, as is read again; deeper and longer ones are refused")
  func bounds() throws {
    let folder = try project()
    let deep = String(repeating: "a/", count: 30)
    #expect(try run(["new", "page", deep + "b", "--title", "x"], in: folder).status == 0)
    #expect(try run(["new", "page", deep + "a/b", "--title", "x"], in: folder).status == 64)
    #expect(try run(["new", "page", String(repeating: "党", count: 81), "--title", "x"], in: folder).status == 0)
    #expect(try run(["new", "page", String(repeating: "党", count: 83), "--title", "x"], in: folder).status == 64)
    let checked = try run(["check"], in: folder)
    #expect(checked.status == 0 && checked.told == ["unwritten-place"], "\(checked)")
  }

  @Test("neither a campaign nor a story has a device's name of Windows", arguments: ["con", "aux", "nul"])
  func devices(name: String) throws {
    let folder = try project()
    for arguments in [["campaign", name], ["story", "spring/" + name]] {
      let outcome = try run(["new"] + arguments + ["--title", "x"], in: folder)
      #expect(outcome.status == 64 && outcome.errors.contains("Windows can't hold"), "\(outcome.errors)")
    }
    #expect(!folder.exists("a/content/campaigns/\(name)"))
  }

  @Test(
    "a path that leads elsewhere is refused, and nothing is written",
    arguments: [
      "", "../x", "a/../../x", "a//b", "/x", ".x", "a/", "a\\b", "a:b", ".md", "~$x", "con", "a./x", " x", "x\u{202E}y",
      "x\u{200B}y", "COM¹",
    ])
  func refused(path: String) throws {
    let folder = try project()
    #expect(try run(["new", "page", path, "--title", "x"], in: folder).status == 64)
    #expect(!folder.exists("a/content/pages"))
  }
}
