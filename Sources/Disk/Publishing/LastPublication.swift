import Foundation

/// What a process that publishes again and again keeps of what it published last, so that of a file which didn't change
/// neither the old bytes need be read nor the new ones made, nor its name be linked while somebody waits.
///
/// It holds as long as the published folder is the one that it speaks of, every file and every folder standing as it was left;
/// otherwise the next publication is one from nothing, which tells what somebody changed.
package final class LastPublication {
  private var site: StandingSite?
  /// What was published, before anything was made ready for the next time.
  private var news: News?

  struct News {
    let written: InOrderOfPath<WrittenFile>
    let layout: PlanLayout
    /// As it was written.
    let manifest: FileStamp?
    let place: PublishingPlace
    /// Folders that aren't needed any more.
    let leftovers: [String]
  }

  package init() {}

  /// Whether what was published last is what stands in a folder.
  package func stands(in output: String) -> Bool {
    let standing = FileStamp(of: "\(output)/\(Manifest.path)")
    if let manifest = news?.manifest { return standing?.isSameWriting(as: manifest) == true }
    return site?.stands(in: output) ?? false
  }

  /// Nothing is known after a publication that failed.
  func forget() {
    site?.spare?.remove()
    (site, news) = (nil, nil)
  }

  func keep(_ news: News) {
    forget()
    self.news = news
  }

  /// Clears away what the last publication left and makes ready for the next one, while nobody waits. Where another build
  /// is at work it is left to the next publication.
  package func makeReady() {
    guard let news else { return }
    try? holdingBuildLock(news.place.lock, patience: 0) { prepare() }
  }

  /// The same for who holds the lock.
  func prepare() {
    guard let news else { return }
    for leftover in news.leftovers { try? removeTree(leftover, in: AT_FDCWD, path: leftover) }
    // Once the old folder is gone and the new names are there, since a file's stamp changes with its names.
    let spare = SpareFolder(beside: news.place)
    self.news = nil
    let standing = FileStamp(of: "\(news.place.output)/\(Manifest.path)")
    guard let manifest = news.manifest, let standing, standing.isSameWriting(as: manifest) else {
      spare?.remove()
      return
    }
    var files = news.written
    files.change { $0.settled(in: news.place.output) }
    site = StandingSite(files: files, manifest: standing, layout: news.layout, spare: spare)
  }

  /// Brings the published site up to a plan of the same files: those that differ are written into the spare folder, which
  /// then takes the published one's place.
  /// - Returns: `nil` where the site must be published from nothing, for which there is room then; nothing has changed.
  /// - Throws: `EnvironmentFailure`; then nothing has changed that is published.
  func update(
    to plan: OutputPlan, _ layout: PlanLayout, of project: String, at place: PublishingPlace, counter: WorkCounter
  ) throws -> Publication? {
    prepare()
    // The spare folder is used up by it, whether it succeeds or not.
    defer { if news == nil { forget() } }
    guard let update = site?.update(to: plan, layout, of: project, at: place),
      let done = try update.publish(counter: counter)
    else { return nil }
    (site, news) = (nil, done)
    return Publication(of: done.written)
  }

  /// Removes what stands beside the published folder.
  package func end() {
    for leftover in news?.leftovers ?? [] { try? removeTree(leftover, in: AT_FDCWD, path: leftover) }
    forget()
  }
}

extension WrittenFile {
  /// The same as it stands in the published folder; without a stamp where something else does by now.
  fileprivate func settled(in output: String) -> WrittenFile {
    var file = self
    let standing = FileStamp(of: "\(output)/\(entry.path)")
    file.stamp = stamp.flatMap { stamp in standing.flatMap { $0.isSameWriting(as: stamp) ? $0 : nil } }
    return file
  }
}

/// Which files a plan makes, and of what they are copied: where two plans have the same layout, so have their sites.
struct PlanLayout: Sendable {
  let paths: [String]
  /// What each copy becomes.
  let copies: [[String]]
  /// The files that copies are made of, as they stood before they were read; `nil` of one that isn't there or that is too
  /// young for its times to tell whether it was written since.
  let sources: [FileStamp?]

  init(_ plan: OutputPlan, of project: String) {
    paths = plan.paths
    copies = plan.copies.map { $0.forms.map(\.path) }
    // Clocks of file systems are coarse, those of shares are others.
    let settled = time(nil) - 10
    sources = plan.copies.map { copy in
      FileStamp(of: "\(project)/\(copy.source)").flatMap { $0.isOlder(than: settled) ? $0 : nil }
    }
  }

  func hasSameFiles(as other: PlanLayout) -> Bool { paths == other.paths && copies == other.copies }
}
