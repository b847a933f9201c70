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
/// - Parameter last: what the same process published there before, which is kept up.
/// - Returns: mistakes (two inputs on one path, a foreign file in the way); then nothing has changed.
/// - Throws: `EnvironmentFailure`; then nothing has changed either.
package func publish(
  _ plan: OutputPlan, project: String, output: String, counter: WorkCounter = WorkCounter(), patience: Double = 120,
  upon last: LastPublication? = nil
) throws -> (Publication?, [Diagnostic]) {
  try publish(to: output, apartFrom: [project], patience: patience, upon: last) { site in
    try site.add(plan, of: project, counter: counter)
    return true
  }
}

/// The same of what several projects make together, one after another, so that memory holds one of them.
/// - Parameters:
///   - projects: whose sources and own folders `output` can't be.
///   - fill: writes the new site, and says whether it shall take the old one's place.
package func publish(
  to output: String, apartFrom projects: [String], patience: Double = 120, upon last: LastPublication? = nil,
  _ fill: (inout SiteInMaking) throws -> Bool
) throws -> (Publication?, [Diagnostic]) {
  let place = try PublishingPlace(output: output, projects: projects)
  return try holdingBuildLock(place.lock, patience: patience) { try publishAlone(place, upon: last, fill) }
}

/// A new site, while plans are written into it.
package struct SiteInMaking {
  private let staging: StagingFolder
  private let last: StandingFiles?
  fileprivate private(set) var written: [WrittenFile] = []
  private var darkrooms: [Darkroom] = []

  fileprivate init(_ staging: StagingFolder, upon last: StandingFiles?) {
    self.staging = staging
    self.last = last
  }

  /// Writes every file of a plan.
  /// - Parameter project: the folder that its copies are taken from.
  /// - Returns: files of pictures that couldn't be decoded.
  @discardableResult
  package mutating func add(_ plan: OutputPlan, of project: String, counter: WorkCounter) throws -> Set<String> {
    let darkroom = Darkroom(project: project)
    let new = try staging.fill(plan, of: project, from: darkroom, upon: last, counter: counter)
    // The first, often the only ones, without a copy.
    if written.isEmpty { written = new } else { written += new }
    darkrooms.append(darkroom)
    return Set(new.lazy.filter(\.isDamaged).map(\.entry.path))
  }

  /// All that was written, once, in order of path.
  fileprivate mutating func takeWritten() -> InOrderOfPath<WrittenFile> {
    let all = written
    written = []
    return InOrderOfPath(all)
  }

  fileprivate func forgetOthers() { for darkroom in darkrooms { darkroom.forgetOthers() } }
}

private func publishAlone(
  _ place: PublishingPlace, upon last: LastPublication?, _ fill: (inout SiteInMaking) throws -> Bool
) throws -> (Publication?, [Diagnostic]) {
  let stale = try place.staleFolders()
  let standing = last?.files.flatMap { $0.stand(in: place.output) ? $0 : nil }
  do {
    let staging = try StagingFolder(place.staging, earlier: place.output, notesStamps: last != nil)
    var site = SiteInMaking(staging, upon: standing)
    guard try fill(&site) else {
      try removeTree(place.staging, in: AT_FDCWD, path: place.staging)
      return (nil, [])
    }
    giveBackFreedMemory()
    let written = site.takeWritten()
    var mistakes = doubles(in: written)
    let foreign = try foreignFiles(in: place.output, upon: standing, since: written)
    mistakes += foreign.conflicts(with: written.files.map(\.path) + [Manifest.path])
    guard mistakes.isEmpty else {
      try removeTree(place.staging, in: AT_FDCWD, path: place.staging)
      return (nil, mistakes.inReadingOrder())
    }
    var folders = KnownFolders(root: place.staging, model: place.output)
    let listed = try staging.writeManifest(of: written, &folders)
    try foreign.carry(from: place.output, to: place.staging)
    last?.forget()
    try putInPlace(place.staging, at: place.output)
    // After the exchange the site is published; leftovers are the next build's to remove if this one can't.
    for leftover in [place.staging] + stale { try? removeTree(leftover, in: AT_FDCWD, path: leftover) }
    site.forgetOthers()
    last?.keep(written, listed, in: place.output)
    let files = written.files
    let damaged = Set(files.lazy.filter(\.isDamaged).map(\.path))
    return (Publication(files: files.count, size: files.reduce(0) { $0 + $1.entry.size }, damaged: damaged), [])
  } catch {
    // The failure that matters is the first; what can't be removed now the next build removes.
    try? removeTree(place.staging, in: AT_FDCWD, path: place.staging)
    throw error
  }
}

private func foreignFiles(
  in output: String, upon standing: StandingFiles?, since written: InOrderOfPath<WrittenFile>
) throws -> ForeignFiles {
  let own = try standing.map { OwnFiles($0, since: written) } ?? OwnFiles(in: output, since: written)
  return try ForeignFiles(in: output, ours: own)
}

private func doubles(in written: InOrderOfPath<WrittenFile>) -> [Diagnostic] {
  // Of so many paths their hashes say whether there is anything to look for.
  let hashes = Set(written.files.lazy.map { $0.path.lowercased().hashValue })
  guard hashes.count < written.files.count else { return [] }
  let sorted = written.files.map { ($0.path.lowercased(), $0.path) }.sorted { $0 < $1 }
  return zip(sorted, sorted.dropFirst()).filter { $0.0 == $1.0 }.map { .twoInputs($1.1, $0.1) }
}
