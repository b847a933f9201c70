import Foundation
import Testing

@testable import Workspace

/// A command that writes, as it is killed: whatever it writes stands whole, as before or as after.
///
/// A further command is a line in `all`. It runs in the small project and has written something else before.
struct KilledCommand: Sendable, CustomTestStringConvertible {
  /// `@` is the project's folder.
  let arguments: [String]
  /// What it writes, from the project's folder: a file or a folder that appears whole, each for itself.
  let outputs: [String]
  /// Makes the project one of two states, 0 and 1, of which the outputs differ.
  let prepare: @Sendable (TemporaryFolder, Int) throws -> Void
  /// How many runs are killed.
  let moments: Int

  var testDescription: String { arguments.joined(separator: " ") }

  static let all = [
    KilledCommand(arguments: ["build"], outputs: ["public"], prepare: { try retitle($0, $1) }, moments: 40),
    KilledCommand(
      arguments: ["seal", "2025-03"],
      outputs: ["content/years/2025/seals/2025-03.csv", "content/years/2025/seals/2025-03.yaml"],
      prepare: { folder, state in
        try? FileManager.default.removeItem(atPath: folder.path + "/content/years/2025/seals")
        try teach(folder, state)
      }, moments: 20),
    KilledCommand(
      arguments: ["print", "standings", "--html", "-o", "@/standings.html"], outputs: ["standings.html"],
      prepare: { try teach($0, $1) }, moments: 20),
    KilledCommand(
      arguments: ["print", "standings", "-o", "@/standings.pdf"], outputs: ["standings.pdf"],
      prepare: { try teach($0, $1) }, moments: 20),
    KilledCommand(
      arguments: ["archive", "year", "2025", "--no-pdf", "-o", "@/archives"], outputs: ["archives/year-2025"],
      prepare: { try teach($0, $1) }, moments: 20),
    KilledCommand(
      arguments: ["archive", "year", "2025", "-o", "@/archives"], outputs: ["archives/year-2025"],
      prepare: { try teach($0, $1) }, moments: 20),
  ]

  /// Gives somebody another number of lectures.
  private static func teach(_ folder: TemporaryFolder, _ state: Int) throws {
    let path = "content/years/2025/records/b01.csv"
    let lecture = state == 0 ? "lecture,1.5" : "lecture,2.5"
    try folder.write(path, try folder.text(path).replacing(/lecture,\d\.5/, with: lecture))
  }

  private static func retitle(_ folder: TemporaryFolder, _ state: Int) throws {
    let text = try folder.text("content/site.yaml").replacing(/title: .*/, with: "title: \(state == 0 ? "甲" : "乙")")
    try folder.write("content/site.yaml", text)
  }

  /// The bytes of each output; `nil` where it doesn't stand.
  func written(in folder: TemporaryFolder) throws -> [[String: Data]?] {
    try outputs.map { output in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(folder.path)/\(output)", isDirectory: &isFolder) else {
        return nil
      }
      if isFolder.boolValue { return try folder.contents(of: output) }
      return ["": try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(output)"))]
    }
  }
}

@Suite("Killed at any moment", .serialized)
struct KillTests {
  /// The same moments each time (SplitMix64), as parts of a run's length.
  private struct Moments {
    var state: UInt64
    mutating func next() -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Double((z ^ (z >> 31)) >> 11) / Double(1 << 53)
    }
  }

  @Test(
    "what was written stands as before or as after, never half, and the next run succeeds", arguments: KilledCommand.all
  )
  func killed(command: KilledCommand) throws {
    let folder = try SmallProject.folder()
    let engine = try StandInEngine(in: folder)
    let arguments = command.arguments.map { $0.replacing("@", with: folder.path) } + ["--project", folder.path]
    var whole: [[[String: Data]?]] = []
    var length = Double.infinity
    for state in [0, 1] {
      try command.prepare(folder, state)
      let started = Date()
      #expect(try Program.run(Program.path, arguments, environment: engine.environment).status == 0)
      length = min(length, Date().timeIntervalSince(started))
      whole.append(try command.written(in: folder))
    }
    #expect(whole[0] != whole[1], "a test of nothing: both states write the same")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    var moments = Moments(state: 20_251_130)
    var killed = 0
    for attempt in 0..<command.moments {
      let state = attempt % 2
      try command.prepare(folder, state)
      let before = try command.written(in: folder)
      let moment = length * moments.next()
      let run = try Program.run(Program.path, arguments, environment: engine.environment, killAfter: moment)
      if run.wasKilled { killed += 1 }
      #expect(engine.isStill(), "an engine works on, killed after \(moment) s")
      for (index, output) in try command.written(in: folder).enumerated() {
        #expect(
          output == before[index] || output == whole[state][index],
          "\(command.outputs[index]), killed after \(moment) s of \(length) s")
      }
      // What is left behind may be no mistake: the project is fine, and the command can be run again.
      guard attempt % 4 == 3 else { continue }
      #expect(try Program.run(["check", "--project", folder.path]).status == 0)
      try command.prepare(folder, state)
      let again = try Program.run(Program.path, arguments, environment: engine.environment)
      #expect(again.status == 0, "\(again)")
      #expect(try command.written(in: folder) == whole[state])
      #expect(
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() == names, "something is left over")
      #expect(try engine.leftovers() == [])
    }
    #expect(killed > command.moments / 2, "too few runs were killed to say anything: \(killed)")
  }

  @Test(
    "an engine doesn't work on for a program that is gone, and the next run clears away what both left",
    arguments: [["print", "standings", "-o", "@/a.pdf"], ["archive", "year", "2025", "-o", "@/archives"]])
  func orphans(arguments: [String]) throws {
    let folder = try SmallProject.folder()
    // Several at once, in an archive: each says who it is, kills the program, and would work on.
    let engine = try StandInEngine(
      "echo $$ >>'\(folder.path)/engines'; kill -9 $PPID; sleep 2; touch '\(folder.path)/worked-on'", in: folder)
    let arguments = arguments.map { $0.replacing("@", with: folder.path) } + ["--project", folder.path]
    #expect(try Program.run(Program.path, arguments, environment: engine.environment).wasKilled)
    let engines = try folder.text("engines").split(separator: "\n").compactMap { Int32($0) }
    #expect(!engines.isEmpty)
    #expect(within(seconds: 10) { engines.allSatisfy { kill($0, 0) != 0 } })
    #expect(!folder.exists("worked-on"))
    #expect(try !engine.leftovers().isEmpty)
    try engine.replace(StandInEngine.slow)
    #expect(try Program.run(Program.path, arguments, environment: engine.environment).status == 0)
    #expect(try engine.leftovers() == [])
  }

  @Test("the half-written file of a killed seal is no mistake in the content, and the next seal takes its place")
  func leftover() throws {
    let folder = try SmallProject.folder()
    try folder.write("content/years/2025/seals/.2025-03.csv.tmp", "record,po")
    #expect(try Program.run(["check", "--project", folder.path]).status == 0)
    #expect(try Program.run(["seal", "2025-03", "--project", folder.path]).status == 0)
    #expect(try folder.contents(of: "content/years/2025/seals").keys.sorted() == ["2025-03.csv", "2025-03.yaml"])
    #expect(try Program.run(["check", "--project", folder.path]).status == 0)
  }

  @Test("entries whose head was never written are no seal and no mistake: that is told, and the seal can be made again")
  func headless() throws {
    let folder = try SmallProject.folder()
    #expect(try Program.run(["seal", "2025-03", "--project", folder.path]).status == 0)
    let whole = try folder.contents(of: "content/years/2025/seals")
    try FileManager.default.removeItem(atPath: folder.path + "/content/years/2025/seals/2025-03.yaml")
    let check = try Program.run(["check", "--project", folder.path], locale: "en_US.UTF-8")
    #expect(check.status == 0)
    #expect(check.errors.contains("content/years/2025/seals/2025-03.csv:1:1"))
    #expect(check.errors.contains("Run dualpoints seal 2025-03 again"))
    #expect(try Program.run(["seal", "2025-03", "--project", folder.path]).status == 0)
    #expect(try folder.contents(of: "content/years/2025/seals") == whole)
    // The other half alone is something else: entries don't vanish by themselves.
    try FileManager.default.removeItem(atPath: folder.path + "/content/years/2025/seals/2025-03.csv")
    #expect(try Program.run(["check", "--project", folder.path]).status == 1)
  }

  @Test("two builds at once into one folder: both end well, and the site is one of theirs, not a mixture")
  func twoBuilds() throws {
    let projects = try ["甲", "乙"].map { title in
      try PublishedProject.folder { path, text in
        path == "site.yaml" ? text.replacing("title: 小样", with: "title: \(title)") : text
      }
    }
    let place = try TemporaryFolder()
    var sites: [[String: Data]] = []
    for project in projects {
      let arguments = ["build", "--project", project.path, "--output", place.path + "/alone"]
      let alone = try Program.run(arguments)
      #expect(alone.status == 0, "\(alone)")
      sites.append(try place.contents(of: "alone"))
    }
    #expect(sites[0] != sites[1])
    for _ in 0..<5 {
      let paths = projects.map(\.path)
      let output = place.path + "/public"
      let ends = Threads().map(2) { index in
        try? Program.run(["build", "--project", paths[index], "--output", output])
      }
      #expect(ends.map { $0?.status } == [0, 0], "\(ends)")
      #expect(sites.contains(try place.contents(of: "public")))
      #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() == ["alone", "public"])
    }
  }
}
