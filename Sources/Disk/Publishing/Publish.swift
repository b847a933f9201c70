import Diagnostics
import Foundation

/// What a publication did.
package struct Publication: Sendable {
  package let files: Int
  /// Bytes.
  package let size: Int
  /// Published files of pictures that couldn't be decoded, and so have one size in all places.
  package let damaged: Set<String>
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
  do {
    let staging = try StagingFolder(place.staging, project: project, earlier: place.output)
    let darkroom = Darkroom(project: project)
    let written = try staging.fill(plan, from: darkroom, counter: counter)
    let entries = written.map(\.entry)
    var mistakes = doubles(in: entries)
    let earlier = try Manifest(of: place.output)
    let foreign = try ForeignFiles(in: place.output, ours: OwnFiles(earlier, since: written))
    mistakes += foreign.conflicts(with: entries.map(\.path) + [Manifest.path])
    guard mistakes.isEmpty else {
      try removeTree(place.staging, in: AT_FDCWD, path: place.staging)
      return (nil, mistakes.inReadingOrder())
    }
    var folders = KnownFolders(root: place.staging, model: place.output)
    let manifest = Manifest(entries: entries)
    _ = try staging.write(OutputFile(path: Manifest.path, bytes: Array(manifest.text.utf8)), &folders)
    try foreign.carry(from: place.output, to: place.staging)
    try putInPlace(place.staging, at: place.output)
    // After the exchange the site is published; leftovers are the next build's to remove if this one can't.
    for leftover in [place.staging] + stale { try? removeTree(leftover, in: AT_FDCWD, path: leftover) }
    darkroom.forgetOthers()
    let damaged = Set(written.lazy.filter(\.isDamaged).map(\.entry.path))
    return (
      Publication(files: entries.count, size: entries.reduce(0) { $0 + $1.size }, damaged: damaged), []
    )
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
