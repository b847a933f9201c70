import Diagnostics
import Foundation
import Testing

@testable import Disk
@testable import Engines
@testable import Workspace

/// Which program makes the PDF, of those a folder on PATH holds; they are scripts that only know their version.
@Suite("The choice of an engine for PDF")
struct PDFEngineTests {
  private func found(_ programs: [String: String]) throws -> PDFEngine {
    let folder = try TemporaryFolder()
    for (name, words) in programs {
      try folder.write(name, "#!/bin/sh\n\(words)\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/\(name)")
    }
    return try PDFEngine.find(environment: ["PATH": folder.path])
  }

  @Test("WeasyPrint comes first, since it promises PDF/A")
  func weasyPrint() throws {
    let engine = try found(["weasyprint": "echo WeasyPrint version 60.1", "chromium": "true"])
    #expect(engine.kind == .weasyPrint)
    #expect(engine.version == "WeasyPrint version 60.1")
  }

  @Test(
    "an older WeasyPrint makes the best PDF/A it knows, and isn't given switches it would refuse",
    arguments: [
      ("{pdf/a-1b,pdf/a-2b,pdf/a-2u,pdf/a-2a} --pdf-tags --allowed-protocols", "pdf/a-2a", 2),
      ("{pdf/a-1b,pdf/a-2b,pdf/a-3b,pdf/ua-1} --pdf-version", "pdf/a-2b", 0),
    ])
  func variant(help: String, best: String, switches: Int) throws {
    let script = "[ \"$1\" = --help ] && echo '\(help)' || echo WeasyPrint version 61.0"
    let engine = try found(["weasyprint": script])
    #expect(engine.variant == best)
    #expect(engine.switches.count == switches)
  }

  @Test(
    "one that loses borders, or doesn't run, gives way to a browser",
    arguments: [
      "echo WeasyPrint version 57.2", "exit 1", "echo no number",
    ])
  func gaveWay(words: String) throws {
    #expect(try found(["weasyprint": words, "google-chrome": "true"]).kind == .chromium)
  }

  @Test("without any the message says what was found and how to get one")
  func missing() throws {
    let none = #expect(throws: EnvironmentFailure.self) { try found([:]) }
    #expect(none?.message.en.contains("pip install weasyprint") == true)
    #expect(none?.message.zh.contains("apt install chromium") == true)
    let old = #expect(throws: EnvironmentFailure.self) { try found(["weasyprint": "echo WeasyPrint version 57.2"]) }
    #expect(old?.message.en.contains("57.2") == true)
  }
}
