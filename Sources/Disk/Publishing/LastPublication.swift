import Foundation

/// What a process that publishes again and again keeps of what it published last, so that of a file which didn't change
/// neither the old bytes need be read nor the new ones made, nor its name be linked into another folder.
///
/// It holds as long as the published folder is the one that it speaks of, every file and every folder standing as it was left;
/// otherwise the next publication is one from nothing, which tells what somebody changed.
package final class LastPublication {
  private var site: StandingSite?

  package init() {}

  /// Whether what was published last is what stands in a folder.
  package func stands(in output: String) -> Bool { site?.stands(in: output) ?? false }

  /// Nothing is known while a publication goes on, nor after one that failed.
  func forget() { site = nil }

  /// Asked for once the old folder is gone, since a file's stamp changes with its names.
  /// - Parameter manifest: as it was written.
  func keep(
    _ written: InOrderOfPath<WrittenFile>, of layout: PlanLayout, _ manifest: FileStamp?, at place: PublishingPlace
  ) {
    let spare = SpareFolder(beside: place)
    let standing = FileStamp(of: "\(place.output)/\(Manifest.path)")
    guard let manifest, let standing, standing.isSameWriting(as: manifest) else { return forget() }
    var files = written
    files.change { $0.settled(in: place.output) }
    site = StandingSite(files: files, manifest: standing, layout: layout, spare: spare)
  }

  /// Brings the published site up to a plan of the same files: those that differ are written into the spare folder, which
  /// then takes the published one's place.
  /// - Returns: `nil` where the site must be published from nothing; then nothing has changed.
  /// - Throws: `EnvironmentFailure`; then nothing has changed that is published.
  func update(
    to plan: OutputPlan, _ layout: PlanLayout, of project: String, at place: PublishingPlace, counter: WorkCounter
  ) throws -> Publication? {
    guard let site, let update = site.update(to: plan, layout, of: project, at: place) else { return nil }
    forget()
    self.site = try update.publish(counter: counter)
    return self.site.map { Publication(of: $0.files) }
  }

  /// Removes what stands beside the published folder.
  package func end() {
    site?.spare?.remove()
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
