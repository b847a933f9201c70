import Foundation
import Testing

@Suite("The preview as a process", .serialized)
struct PreviewProcessTests {
  @Test("Ctrl-C and kill end it cleanly, and the port is free again", arguments: [SIGINT, SIGTERM])
  func end(signal: Int32) throws {
    let project = try RunningPreview.project()
    let preview = try RunningPreview(project)
    // A page that listens mustn't hold it.
    let page = try preview.listen()
    kill(preview.process.processIdentifier, signal)
    preview.process.waitUntilExit()
    #expect(preview.process.terminationReason == .exit)
    #expect(preview.process.terminationStatus == 0)
    #expect(throws: RawConnection.Silence.self) { try page.waitForRebuild() }
    let again = try RunningPreview(project, port: preview.port)
    #expect(try again.get("/").status == 200)
    // The page of the run before sees that it is out of date.
    #expect(try again.listen().build != page.build)
  }

  @Test("a port in use is told with the way out, in both languages")
  func portInUse() throws {
    let project = try RunningPreview.project()
    let preview = try RunningPreview(project)
    let arguments = ["serve", "--project", project.path, "--port", "\(preview.port)"]
    let chinese = try Program.run(arguments, locale: "zh_CN.UTF-8")
    #expect(chinese.status == 2)
    #expect(chinese.errors.hasPrefix("环境出错：端口 \(preview.port) 正被别的程序占用；请用 --port 换一个"))
    let english = try Program.run(arguments, locale: "en_US.UTF-8")
    #expect(english.status == 2)
    #expect(
      english.errors.hasPrefix(
        "environment: port \(preview.port) is in use by another program; name another with --port"))
  }

  @Test("a project that isn't there is the environment's failure")
  func noProject() throws {
    let outcome = try Program.run(["serve", "--project", "/nowhere/at/all", "--port", "0"], locale: "zh_CN.UTF-8")
    #expect(outcome.status == 2)
    #expect(outcome.errors == "环境出错：无法读取 /nowhere/at/all：文件或文件夹不存在\n")
  }

  @Test("a hundred rebuilds leave no memory behind")
  func memory() throws {
    let project = try RunningPreview.project()
    let preview = try RunningPreview(project)
    let page = try preview.listen()
    let good = try project.text("content/site.yaml")
    func rebuild(_ rounds: Range<Int>) throws {
      for round in rounds {
        // Now and then a mistake, whose page is another site.
        try project.write("content/site.yaml", round % 10 == 9 ? good + "x: y\n" : good + "# \(round)\n")
        try page.waitForRebuild()
        #expect(try preview.get("/").status == (round % 10 == 9 ? 500 : 200))
      }
    }
    try rebuild(0..<20)
    let before = try preview.memory()
    try rebuild(20..<120)
    let after = try preview.memory()
    // A rebuild of this project allocates several MiB: a hundred that are kept would be hundreds.
    #expect(after - before < 24, "\(before) MiB, then \(after) MiB")
  }
}
