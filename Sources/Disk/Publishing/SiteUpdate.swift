import Foundation
import Sealing

/// The site that this process published last, as it stands.
struct StandingSite: Sendable {
  fileprivate let files: InOrderOfPath<WrittenFile>
  private let manifest: FileStamp
  private let layout: PlanLayout
  /// `nil` where there can't be one.
  let spare: SpareFolder?
  /// Where each file of the plan stands in `files`.
  fileprivate let places: [Int32]

  init(files: InOrderOfPath<WrittenFile>, manifest: FileStamp, layout: PlanLayout, spare: SpareFolder?) {
    (self.files, self.manifest, self.layout, self.spare) = (files, manifest, layout, spare)
    // Every file of the plan was written.
    places = layout.paths.map { Int32(files.index(of: $0) ?? 0) }
  }

  /// Every publication writes its manifest anew.
  func stands(in output: String) -> Bool { FileStamp(of: "\(output)/\(Manifest.path)") == manifest }

  /// What there is to do for a plan of the same files.
  /// - Returns: `nil` where it has others, where anything doesn't stand as it was left, or where what changed is too large
  ///   to be made in memory.
  func update(
    to plan: OutputPlan, _ layout: PlanLayout, of project: String, at place: PublishingPlace
  ) -> SiteUpdate? {
    guard let spare, layout.hasSameFiles(as: self.layout), stands(in: place.output), spare.isUntouched,
      areAll(below: files.files.count, { isStanding($0, in: place.output) })
    else { return nil }
    let bundles = plan.bundles.indices.filter { !plan.unchanged.contains($0) }
    let copies = plan.copies.indices.filter {
      self.layout.sources[$0] == nil || layout.sources[$0] != self.layout.sources[$0]
    }
    guard copies.allSatisfy({ plan.copies[$0].isMadeInMemory(of: project) }) else { return nil }
    return SiteUpdate(
      site: self, spare: spare, place: place, plan: plan, layout: layout, project: project, bundles: bundles,
      copies: copies)
  }

  /// Whether a file of `files` is the one that was left, and wasn't written since; one of its names may be gone.
  fileprivate func isUnwritten(_ index: Int, in output: String) -> Bool {
    let file = files.files[index]
    guard let stamp = file.stamp, let standing = FileStamp(of: "\(output)/\(file.path)") else { return false }
    return standing.isSameWriting(as: stamp)
  }

  /// Whether a file of `files` stands as it was left.
  private func isStanding(_ index: Int, in output: String) -> Bool {
    let file = files.files[index]
    guard let stamp = file.stamp, stamp.isExact else { return false }
    return FileStamp(of: "\(output)/\(file.path)") == stamp
  }
}

/// The site that was published last, while it is brought up to a plan of the same files.
struct SiteUpdate {
  fileprivate let site: StandingSite
  fileprivate let spare: SpareFolder
  fileprivate let place: PublishingPlace
  fileprivate let plan: OutputPlan
  fileprivate let layout: PlanLayout
  fileprivate let project: String
  /// What may have changed, as indices into the plan's.
  fileprivate let bundles: [Int]
  fileprivate let copies: [Int]

  /// A file that isn't as it was.
  private struct Change {
    /// Into the published files.
    let index: Int
    let file: WrittenFile
  }

  /// - Returns: `nil` where somebody was at the published folder meanwhile; then it stands as it did.
  /// - Throws: `EnvironmentFailure`; then nothing has changed that is published.
  func publish(counter: WorkCounter) throws -> LastPublication.News? {
    let stale = try place.staleFolders().filter { $0 != spare.path }
    let folder = StagingFolder(standing: spare.path, earlier: place.output)
    let changes = try write(into: folder, counter: counter)
    var files = site.files
    for change in changes { files.change(at: change.index) { _ in change.file } }
    var folders = KnownFolders(root: spare.path)
    let manifest = try folder.writeManifest(of: files, &folders)
    // Once more, since that took its time.
    guard spare.isPublishedUntouched, changes.allSatisfy({ site.isUnwritten($0.index, in: place.output) }) else {
      return nil
    }
    try putInPlace(spare.path, at: place.output)
    return LastPublication.News(
      written: files, layout: layout, manifest: manifest, place: place, leftovers: [spare.path] + stale)
  }

  private func write(into folder: StagingFolder, counter: WorkCounter) throws -> [Change] {
    let made = bundles.count
    counter.expect(counter.total + made + copies.count)
    let darkroom = Darkroom(project: project)
    let state: @Sendable () -> KnownFolders = { [shared = FoldersMade()] in
      KnownFolders(root: folder.path, shared: shared)
    }
    return try gathered(made + copies.count, room: 0, chunk: { _ in 1 }, with: state) { chunk, folders in
      defer { counter.add(1) }
      let number = chunk.lowerBound
      guard number < made else {
        let copy = plan.copies[copies[number - made]]
        guard let made = try copy.made(of: project, from: darkroom) else {
          // It has grown since it was asked.
          throw EnvironmentFailure.system(EFBIG, .read, copy.source)
        }
        return try made.compactMap { made in
          // Every form of a copy was written.
          try site.files.index(of: made.file.path).flatMap {
            try change($0, made.file, isDamaged: made.isDamaged, in: folder, &folders)
          }
        }
      }
      let bundle = plan.bundles[bundles[number]]
      let make = plan.open(bundles[number])
      return try bundle.enumerated().compactMap { place, index in
        try change(Int(site.places[index]), make(place), isDamaged: false, in: folder, &folders)
      }
    }
  }

  /// - Returns: `nil` where the file is what it was.
  private func change(
    _ index: Int, _ file: OutputFile, isDamaged: Bool, in folder: StagingFolder, _ folders: inout KnownFolders
  ) throws -> Change? {
    let entry = Manifest.Entry(path: file.path, size: file.bytes.count, digest: Fingerprint(of: file.bytes))
    guard entry != site.files.files[index].entry else { return nil }
    let stamp = try folder.replace(file, &folders)
    var written = WrittenFile(entry: entry, isReused: false, stamp: stamp)
    written.isDamaged = isDamaged
    return Change(index: index, file: written)
  }
}
