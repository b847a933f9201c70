import Foundation
import Testing

@Suite("The program on the repository's own project", .serialized)
struct EndToEndTests {
  private func build(_ folder: TemporaryFolder, output: String = "public") throws -> Program.Outcome {
    try Program.run(["build", "--project", folder.path, "--output", "\(folder.path)/\(output)"])
  }

  /// Gives the site another title, which changes what is published.
  private func rename(_ folder: TemporaryFolder, to title: String) throws {
    let lines = try folder.text("content/site.yaml").split(separator: "\n").map(String.init)
    let renamed = lines.map { $0.hasPrefix("title:") ? "title: \(title)" : $0 }
    #expect(renamed != lines, "content/site.yaml has no title to change")
    try folder.write("content/site.yaml", renamed.joined(separator: "\n") + "\n")
  }

  @Test("the same input gives the same bytes, wherever it is published")
  func twice() throws {
    let folder = try Program.sample()
    #expect(try build(folder, output: "a").status == 0)
    #expect(try build(folder, output: "elsewhere/b").status == 0)
    let first = try folder.contents(of: "a")
    #expect(first.count > 3)
    #expect(first == (try folder.contents(of: "elsewhere/b")))
  }

  @Test("a second build over the first changes no byte either")
  func again() throws {
    let folder = try Program.sample()
    #expect(try build(folder).status == 0)
    let first = try folder.contents(of: "public")
    #expect(try build(folder).status == 0)
    #expect(first == (try folder.contents(of: "public")))
  }

  @Test("with a mistake nothing is written, the old site stands, and the place is named in the reader's language")
  func mistake() throws {
    let folder = try Program.sample()
    #expect(try build(folder).status == 0)
    let before = try folder.contents(of: "public")
    let about = try folder.text("content/site.yaml")
    try folder.write("content/site.yaml", bytes: Array(about.utf8) + [0x23, 0xFF, 0x0A])
    let arguments = ["build", "--project", folder.path]
    let chinese = try Program.run(arguments, locale: "zh_CN.UTF-8")
    #expect(chinese.status == 1)
    #expect(chinese.errors.contains("错误[invalid-utf8]"))
    let english = try Program.run(arguments, locale: "en_US.UTF-8")
    #expect(english.status == 1)
    #expect(english.errors.contains("error[invalid-utf8]"))
    let line = about.count { $0 == "\n" } + 1
    #expect(english.errors.contains("content/site.yaml:\(line):2\n"))
    // No locale: the site's own language.
    #expect(try Program.run(arguments, locale: "C").errors.contains("错误[invalid-utf8]"))
    #expect(try Program.run(["check", "--project", folder.path]).status == 1)
    #expect(before == (try folder.contents(of: "public")))
  }

  @Test("a missing project is the environment's failure, told in both languages")
  func environment() throws {
    let arguments = ["check", "--project", "/nowhere/at/all"]
    let chinese = try Program.run(arguments, locale: "zh_CN.UTF-8")
    #expect(chinese.status == 2)
    #expect(chinese.errors == "环境出错：无法读取 /nowhere/at/all：文件或文件夹不存在\n")
    let english = try Program.run(arguments, locale: "en_US.UTF-8")
    #expect(english.status == 2)
    #expect(english.errors == "environment: can't read /nowhere/at/all: No such file or directory\n")
  }

  @Test("when a file can't be written, the old site stands and nothing is left beside it")
  func writeFails() throws {
    let folder = try Program.sample()
    #expect(try build(folder).status == 0)
    let before = try folder.contents(of: "public")
    try rename(folder, to: "丙")
    // The shell allows no file to grow at all: the system call fails as it would on a full disk.
    let script = "trap '' XFSZ; ulimit -f 0; exec '\(Program.path)' build --project '\(folder.path)' 2>/dev/null"
    #expect(try Program.run("/bin/sh", ["-c", script]).status == 2)
    #expect(before == (try folder.contents(of: "public")))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == ["content", "public", "templates"])
  }

  @Test(
    "wrong arguments end with 64",
    arguments: [
      ["explain"], ["build", "--fast"], ["standings", "--format", "xml"], ["standings", "--year", "twenty"],
      ["standings", "--as-of", "2025-02-30"], ["explain", "x", "--as-of", "soon"], ["sample", "--members", "0", "x"],
      ["serve", "--port", "65536"], ["serve", "--port", "http"], ["serve", "--open"],
    ])
  func usage(arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }

  @Test(
    "help has examples in the reader's language",
    arguments: ["build", "check", "serve", "explain", "standings", "sample"])
  func help(command: String) throws {
    let chinese = try Program.run([command, "--help"], locale: "zh_CN.UTF-8")
    #expect(chinese.status == 0)
    #expect(chinese.output.contains("示例：\n  dualpoints \(command)"))
    #expect(!["OVERVIEW", "USAGE", "OPTIONS", "Show "].contains { chinese.output.contains($0) })
    #expect(try Program.run([command, "--help"], locale: "C").output.contains("  dualpoints \(command)"))
  }

  @Test("what is wrong with arguments is said in the reader's language")
  func usageInChinese() throws {
    let said = { (arguments: [String]) in try Program.run(arguments, locale: "zh_CN.UTF-8").errors }
    #expect(try said(["explain"]).contains("错误：缺少参数 <subject>\n说明：<subject>  党员或支部的编号或名称\n用法：dualpoints explain"))
    #expect(try said(["build", "--outptu", "x"]).contains("错误：没有选项 --outptu，是不是 --output？"))
    #expect(try said(["build", "b"]).contains("错误：多余的参数 b\n"))
  }

  @Test("without a locale they are said in the language of the site, as all else is")
  func usageOfSite() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/content/site.yaml", "language: zh\n")
    let said = { (arguments: [String]) in
      try Program.run(arguments + ["--project=\(folder.path)/a"], locale: "C.UTF-8").errors
    }
    let wrong = [
      ["standings", "--format", "20x0"], ["standings", "--year", "x"], ["explain"],
      ["build", "--output"], ["build", "--outptu", "x"], ["build", "a", "b"], ["check", "--quiet=x"], ["watch"],
    ]
    for arguments in wrong {
      let text = try said(arguments)
      #expect(text.contains("错误：") && !text.contains("Error") && !text.contains("Usage"), "\(arguments): \(text)")
      #expect(!text.contains("Missing") && !text.contains("invalid"), "\(arguments): \(text)")
    }
    #expect(try Program.run(["explain"], locale: "en_US.UTF-8").errors.contains("Missing expected argument"))
  }
}
