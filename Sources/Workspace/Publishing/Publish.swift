import Diagnostics
import Foundation

/// What a publication did.
package struct Publication: Sendable {
  package let files: Int
  /// Bytes.
  package let size: Int
}

/// Writes a plan to `output`, all or nothing: into a folder beside it, then one exchange. Whoever looks sees the old site
/// or the new one; files there that no build of ours wrote are kept.
/// - Returns: mistakes (two inputs on one path, a foreign file in the way); then nothing has changed.
/// - Throws: `EnvironmentFailure`; then nothing has changed either.
package func publish(
  _ plan: OutputPlan, project: String, output: String, counter: WorkCounter = WorkCounter(), patience: Double = 120
) throws -> (Publication?, [Diagnostic]) {
  let place = try PublishingPlace(output: output, project: project)
  return try holdingBuildLock(place.lock, patience: patience) {
    try publishAlone(plan, project: project, place: place, counter: counter)
  }
}

private func publishAlone(
  _ plan: OutputPlan, project: String, place: PublishingPlace, counter: WorkCounter
) throws -> (Publication?, [Diagnostic]) {
  let stale = try place.staleFolders()
  let staging = try StagingFolder(place.staging, project: project, earlier: place.output)
  do {
    let entries = try staging.fill(plan, counter: counter)
    var mistakes = doubles(in: entries)
    let foreign = try ForeignFiles(in: place.output, ours: place.earlierFiles())
    mistakes += foreign.conflicts(with: entries + [Manifest.Entry(path: Manifest.path, size: 0)])
    guard mistakes.isEmpty else {
      try removeTree(place.staging, in: AT_FDCWD, path: place.staging)
      return (nil, mistakes.inReadingOrder())
    }
    var folders = KnownFolders(root: place.staging)
    let manifest = Manifest(entries: entries)
    _ = try staging.write(OutputFile(path: Manifest.path, bytes: Array(manifest.text.utf8)), &folders)
    try foreign.carry(from: place.output, to: place.staging)
    try putInPlace(place.staging, at: place.output)
    // After the exchange the site is published; leftovers are the next build's to remove if this one can't.
    for leftover in [place.staging] + stale { try? removeTree(leftover, in: AT_FDCWD, path: leftover) }
    return (Publication(files: entries.count, size: entries.reduce(0) { $0 + $1.size }), [])
  } catch {
    // The failure that matters is the first; what can't be removed now the next build removes.
    try? removeTree(place.staging, in: AT_FDCWD, path: place.staging)
    throw error
  }
}

private func doubles(in entries: [Manifest.Entry]) -> [Diagnostic] {
  // Sorting so many paths takes longer than looking whether there is anything to tell.
  guard Set(entries.lazy.map { $0.path.lowercased() }).count < entries.count else { return [] }
  let sorted = entries.map { ($0.path.lowercased(), $0.path) }.sorted { $0 < $1 }
  return zip(sorted, sorted.dropFirst()).filter { $0.0 == $1.0 }.map { .twoInputs($1.1, $0.1) }
}

/// Names of everything a publication touches, all in the folder that holds the published one.
private struct PublishingPlace {
  let output: String
  let staging: String
  let lock: String
  private let parent: String
  private let prefix: String

  init(output: String, project: String) throws {
    let url = URL(fileURLWithPath: output).standardizedFileURL.resolvingSymlinksInPath()
    let root = URL(fileURLWithPath: project).standardizedFileURL.resolvingSymlinksInPath().path
    let output = url.path
    let inside = [root + "/content", root + "/templates"].contains { output == $0 || output.begins(with: $0 + "/") }
    guard output != "/", output != root, !root.begins(with: output + "/"), !inside else {
      throw EnvironmentFailure(
        zh: "不能发布到 \(output)：它包含项目本身，或在 content、templates 里",
        en: "can't publish to \(output): it holds the project, or lies in content or templates")
    }
    self.output = output
    parent = url.deletingLastPathComponent().path
    prefix = ".\(url.lastPathComponent).staging-"
    staging = "\(parent)/\(prefix)\(getpid())"
    lock = "\(parent)/.\(url.lastPathComponent).lock"
    try FileManager.default.createParent(parent)
  }

  /// Staging folders of builds that were killed: the lock is ours, so nobody else is working.
  func staleFolders() throws -> [String] {
    let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw EnvironmentFailure.system(errno, .read, parent) }
    let stale = try names(in: Descriptor(adopting: folder, path: parent)).compactMap { $0 }.filter {
      $0.begins(with: prefix)
    }
    // Killed between two renames: the old site goes back first.
    if let aside = stale.first(where: { $0.ends(with: asideSuffix) }),
      try kind(of: output, in: AT_FDCWD, path: output) == nil
    {
      rename("\(parent)/\(aside)", output)
    }
    if stale.contains(where: { "\(parent)/\($0)" == staging }) {
      try removeTree(staging, in: AT_FDCWD, path: staging)
    }
    return stale.map { "\(parent)/\($0)" }.filter { $0 != staging }
  }

  func earlierFiles() throws -> Set<String> {
    let path = "\(output)/\(Manifest.path)"
    guard try kind(of: path, in: AT_FDCWD, path: path) == .file else { return [] }
    let file = try Descriptor(path, flags: O_RDONLY, path: path, action: .read)
    let bytes = try file.read(upTo: Int(try file.status().st_size))
    guard let manifest = Manifest(text: String(decoding: bytes, as: UTF8.self)) else { return [] }
    return Set(manifest.entries.map(\.path) + [Manifest.path])
  }
}

extension FileManager {
  func createParent(_ path: String) throws {
    guard !fileExists(atPath: path) else { return }
    do {
      try createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw EnvironmentFailure(zh: "无法创建文件夹 \(path)", en: "can't create the folder \(path)")
    }
  }
}
