import Diagnostics
import Foundation

/// What a publication did.
package struct Publication: Sendable {
  package let files: Int
  /// Bytes.
  package let size: Int
  /// Published files of pictures that couldn't be decoded, and so have one size in all places.
  package let damaged: Set<String>

  init(of written: InOrderOfPath<WrittenFile>) {
    files = written.files.count
    size = written.files.reduce(0) { $0 + $1.entry.size }
    damaged = Set(written.files.lazy.filter(\.isDamaged).map(\.path))
  }
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
  let place = try PublishingPlace(output: output, projects: [project])
  return try holdingBuildLock(place.lock, patience: patience) {
    let keeping = last.map { ($0, PlanLayout(plan, of: project)) }
    if let (last, layout) = keeping,
      let done = try last.update(to: plan, layout, of: project, at: place, counter: counter)
    {
      return (done, [])
    }
    return try publishAlone(at: place, keeping: keeping) { site in
      try site.add(plan, of: project, counter: counter)
      return true
    }
  }
}

/// The same of what several projects make together, one after another, so that memory holds one of them.
/// - Parameters:
///   - projects: whose sources and own folders `output` can't be.
///   - fill: writes the new site, and says whether it shall take the old one's place.
package func publish(
  to output: String, apartFrom projects: [String], patience: Double = 120,
  _ fill: (inout SiteInMaking) throws -> Bool
) throws -> (Publication?, [Diagnostic]) {
  let place = try PublishingPlace(output: output, projects: projects)
  return try holdingBuildLock(place.lock, patience: patience) { try publishAlone(at: place, fill) }
}

/// A new site, while plans are written into it.
package struct SiteInMaking {
  private let staging: StagingFolder
  fileprivate private(set) var written: [WrittenFile] = []
  private var darkrooms: [Darkroom] = []

  fileprivate init(_ staging: StagingFolder) { self.staging = staging }

  /// Writes every file of a plan.
  /// - Parameter project: the folder that its copies are taken from.
  /// - Returns: files of pictures that couldn't be decoded.
  @discardableResult
  package mutating func add(_ plan: OutputPlan, of project: String, counter: WorkCounter) throws -> Set<String> {
    let darkroom = Darkroom(project: project)
    let new = try staging.fill(plan, of: project, from: darkroom, counter: counter)
    // The first, often the only ones, without a copy.
    if written.isEmpty { written = new } else { written += new }
    darkrooms.append(darkroom)
    return Set(new.lazy.filter(\.isDamaged).map(\.entry.path))
  }

  /// All that was written, once, in order of path.
  fileprivate mutating func takeWritten() -> InOrderOfPath<WrittenFile> {
    var all: [WrittenFile] = []
    swap(&all, &written)
    return InOrderOfPath(consume all)
  }

  fileprivate func forgetOthers() { for darkroom in darkrooms { darkroom.forgetOthers() } }
}

/// - Parameter keeping: who keeps what was published, and of which layout it is.
private func publishAlone(
  at place: PublishingPlace, keeping: (last: LastPublication, layout: PlanLayout)? = nil,
  _ fill: (inout SiteInMaking) throws -> Bool
) throws -> (Publication?, [Diagnostic]) {
  let stale = try place.staleFolders()
  do {
    let staging = try StagingFolder(place.staging, earlier: place.output, notesStamps: keeping != nil)
    var site = SiteInMaking(staging)
    guard try fill(&site) else {
      try removeTree(place.staging, in: AT_FDCWD, path: place.staging)
      return (nil, [])
    }
    giveBackFreedMemory()
    let written = site.takeWritten()
    var mistakes = doubles(in: written)
    let foreign = try ForeignFiles(in: place.output, ours: OwnFiles(in: place.output, since: written))
    mistakes += foreign.conflicts(with: written.files.map(\.path) + [Manifest.path])
    guard mistakes.isEmpty else {
      try removeTree(place.staging, in: AT_FDCWD, path: place.staging)
      return (nil, mistakes.inReadingOrder())
    }
    var folders = KnownFolders(root: place.staging, model: place.output)
    let listed = try staging.writeManifest(of: written, &folders)
    try foreign.carry(from: place.output, to: place.staging)
    try putInPlace(place.staging, at: place.output)
    // After the exchange the site is published; leftovers are the next build's to remove if this one can't.
    let leftovers = [place.staging] + stale
    if let (last, layout) = keeping {
      last.keep(.init(written: written, layout: layout, manifest: listed, place: place, leftovers: leftovers))
    } else {
      for leftover in leftovers { try? removeTree(leftover, in: AT_FDCWD, path: leftover) }
    }
    site.forgetOthers()
    return (Publication(of: written), [])
  } catch {
    // The failure that matters is the first; what can't be removed now the next build removes.
    try? removeTree(place.staging, in: AT_FDCWD, path: place.staging)
    throw error
  }
}

private func doubles(in written: InOrderOfPath<WrittenFile>) -> [Diagnostic] {
  // Of so many paths their hashes say whether there is anything to look for.
  let hashes = written.files.map { $0.path.lowercased().hashValue }.sorted()
  guard zip(hashes, hashes.dropFirst()).contains(where: ==) else { return [] }
  let sorted = written.files.map { ($0.path.lowercased(), $0.path) }.sorted { $0 < $1 }
  return zip(sorted, sorted.dropFirst()).filter { $0.0 == $1.0 }.map { .twoInputs($1.1, $0.1) }
}
