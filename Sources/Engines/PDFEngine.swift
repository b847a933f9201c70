import Disk
import Foundation
import Scoring
import Sealing
import Texts

/// The program that makes PDF of HTML: WeasyPrint, which promises PDF/A, or else a headless Chromium.
package struct PDFEngine: Sendable {
  package enum Kind: Sendable { case weasyPrint, chromium }
  package let kind: Kind
  /// The first of its name on PATH.
  package let path: String
  /// As it calls itself: `WeasyPrint version 70.0`.
  package let version: String
  /// The kind of PDF/A it makes, `pdf/a-2a`; `nil` for none.
  private(set) var variant: String?
  /// Which of the switches that not every version has it knows.
  let switches: [String]

  /// The standard that its PDF keeps, as it is written: `PDF/A-2a`.
  package var standard: String? { variant.map { "PDF/A-\($0.dropping(prefix: "pdf/a-") ?? $0[...])" } }

  /// The same without the promise of PDF/A, which a file with a character that no font has doesn't keep (ISO 19005,
  /// 6.2.11.8).
  package var withoutPromise: PDFEngine {
    var engine = self
    engine.variant = nil
    return engine
  }

  /// Earlier ones lose borders.
  static let oldestWeasyPrint = 60

  /// From the best: with tags, with text that can be searched, as it looks. Those before 66 know the last alone.
  private static let variants = ["pdf/a-2a", "pdf/a-2u", "pdf/a-2b"]

  /// - Throws: `EnvironmentFailure` where neither stands on PATH, saying how to get one.
  package static func find(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> PDFEngine {
    let (engine, tooOld) = try search(environment)
    guard let engine else { throw EnvironmentFailure(.noEngine(tooOld: tooOld)) }
    return engine
  }

  /// - Returns: also which WeasyPrint stands there that is too old or doesn't run.
  /// - Throws: `EnvironmentFailure` where it can't be asked.
  package static func search(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> (engine: PDFEngine?, tooOld: String?) {
    let folders = environment["PATH", default: "/usr/local/bin:/usr/bin:/bin"].parts(at: ":")
    func program(_ name: String) -> String? {
      folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
    }
    var tooOld: String?
    if let path = program("weasyprint") {
      // Even to say its version it looks for libraries by way of temporary files.
      let run = try withWorkFolder { try runProgram(path, ["--version"], folder: $0) }
      let version = run.said.writtenLines.last.map(String.init) ?? ""
      let number = version.parts(at: " ").last?.parts(at: ".").first.flatMap { Int($0) } ?? 0
      if run.status == 0, number >= oldestWeasyPrint {
        let help = try withWorkFolder { try runProgram(path, ["--help"], folder: $0) }.said
        let engine = PDFEngine(
          kind: .weasyPrint, path: path, version: version, variant: variants.first { help.contains($0) },
          switches: ["--pdf-tags", "--allowed-protocols"].filter { help.contains($0) })
        return (engine, nil)
      }
      tooOld = run.status == 0 ? version : "\(path) (exit \(run.status))"
    }
    if let path = ["chromium", "chromium-browser", "google-chrome"].compactMap(program).first {
      let name = path.parts(at: "/").last.map(String.init) ?? path
      return (PDFEngine(kind: .chromium, path: path, version: name, variant: nil, switches: []), tooOld)
    }
    return (nil, tooOld)
  }

  /// - Parameter html: needs no other file.
  /// - Parameter day: what the document says it was made on, so that the same content gives the same bytes.
  /// - Parameter progress: counts the pages laid out, where the engine tells.
  /// - Throws: `EnvironmentFailure`.
  package func pdf(of html: [UInt8], day: Day, progress: WorkCounter = WorkCounter()) throws -> [UInt8] {
    try withWorkFolder { folder in
      let pdf = try print(html, in: folder, day, progress)
      return kind == .chromium ? dated(pdf, day) : pdf
    }
  }

  private func print(_ html: [UInt8], in folder: String, _ day: Day, _ progress: WorkCounter) throws -> [UInt8] {
    let (page, pdf) = ("\(folder)/page.html", "\(folder)/page.pdf")
    try replaceFile(page, with: html)
    let run = try runProgram(
      path, arguments(html, page, pdf, folder: folder), limits: EngineLimits(), epoch: day.epoch, folder: folder
    ) { line in
      // WeasyPrint: “INFO: Step 5 - Creating layout - Page 17”.
      if line.holds("Creating layout - Page ") { progress.add(1) }
    }
    guard run.status == 0,
      let file = try? Descriptor(pdf, flags: O_RDONLY | O_NONBLOCK, path: pdf, action: .read),
      let bytes = try file.contents(atMost: EngineLimits().mebibytes << 20), bytes.starts(with: "%PDF".utf8)
    else { throw EnvironmentFailure.engineFailed(path, run, folder: folder) }
    return bytes
  }

  private func arguments(_ html: [UInt8], _ page: String, _ pdf: String, folder: String) -> [String] {
    switch kind {
    case .weasyPrint:
      // The page carries all it needs: nothing is fetched, whatever a template says.
      // Without tags it is one of those that leave out the ID, which PDF/A asks for.
      ["--verbose"] + (variant.map { ["--pdf-variant", $0] } ?? [])
        + switches.flatMap { $0 == "--allowed-protocols" ? [$0, "data"] : [$0] }
        + (switches.contains("--pdf-tags")
          ? [] : ["--pdf-identifier", HashFunction.sha256.digest(of: html, bytes: 16)]) + [page, pdf]
    case .chromium:
      [
        "--headless", "--disable-gpu", "--no-first-run", "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer",
        "--print-to-pdf=\(pdf)",
        // Chromium refuses root its sandbox; the page has no scripts and reaches nothing.
      ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + [URL(fileURLWithPath: page).absoluteString]
    }
  }
}

extension Day {
  /// Seconds from 1970 to its noon in UTC.
  fileprivate var epoch: Int { ordinal * 86_400 + 43_200 }
}

/// A PDF of Chromium's that says the day instead of the moment; a time is written at one length, so no place in the file
/// moves.
private func dated(_ pdf: [UInt8], _ day: Day) -> [UInt8] {
  var pdf = pdf
  let digits = Array((day.description.filter { $0 != "-" } + "120000").utf8)
  for key in ["/CreationDate (D:", "/ModDate (D:"] {
    if let place = pdf.firstStretch(of: key.utf8)?.upperBound, place + digits.count <= pdf.count {
      pdf.replaceSubrange(place..<(place + digits.count), with: digits)
    }
  }
  return pdf
}

extension EnvironmentFailure {
  /// - Parameter folder: where it worked, with all it wrote still there: a full disk is what most often fails.
  fileprivate static func engineFailed(_ path: String, _ run: ProgramRun, folder: String) -> EnvironmentFailure {
    if run.said.contains(String(cString: strerror(ENOSPC))) || isFull(folder) { return .system(ENOSPC, .write, folder) }
    let isStarved = ["MemoryError", "Cannot allocate memory", "std::bad_alloc", "ut of memory"].contains {
      run.said.holds($0)
    }
    let mebibytes = EngineLimits().mebibytes
    if isStarved {
      return EnvironmentFailure(.engineTooLarge(path, mebibytes: mebibytes, setBy: EngineLimits.memoryName))
    }
    let words = run.said.parts(at: "\n").suffix(3).joined(separator: "\n")
    return EnvironmentFailure(
      .engineFailed(
        path, status: run.status, said: words.printable, mebibytes: mebibytes, setBy: EngineLimits.memoryName))
  }

  /// Whether the disk of a folder has less room than the smallest PDF takes.
  private static func isFull(_ folder: String) -> Bool {
    var disk = statvfs()
    return statvfs(folder, &disk) == 0 && UInt(disk.f_bavail) * UInt(disk.f_frsize) < 1 << 14
  }
}
