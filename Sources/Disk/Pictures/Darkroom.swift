import Foundation
import Picturing
import Sealing
import Synchronization
import Texts

/// Which form of a picture is asked for.
package enum PictureForm: Sendable, Hashable {
  /// Without its notes, with all its pixels.
  case original
  /// The widest that is published.
  case full
  case narrower(Int)
}

/// Draws the forms in which a project's pictures are published, or takes them from the store where they were drawn before.
/// Both give the same bytes.
package final class Darkroom: Sendable {
  private let store: PictureStore
  private let used = Mutex<Set<String>>([])

  package init(project: String) { store = PictureStore(project: project) }

  /// What another version of this program, or of the libraries it draws with, would draw otherwise.
  private static let recipe = HashFunction.sha256.digest(of: drawingProbe(), bytes: 8)

  /// - Returns: damaged where a picture can't be decoded; then it is itself in every form.
  package func develop(_ bytes: [UInt8], as forms: [PictureForm]) -> [PublishedPicture] {
    var negative = Negative(publishedPicture(bytes).bytes)
    return forms.map { form in
      switch form {
      case .original: PublishedPicture(bytes: negative.cut, isDamaged: false)
      case .full: picture(&negative, width: nil)
      case .narrower(let width): picture(&negative, width: width)
      }
    }
  }

  /// After a whole build: the store is as large as its pictures.
  func forgetOthers() { store.keepOnly(used.withLock { $0 }) }

  /// A picture without notes, while its forms are made.
  private struct Negative {
    let cut: [UInt8]
    lazy var digest = HashFunction.sha256.digest(of: cut)
    var full: PublishedPicture?

    init(_ cut: [UInt8]) { self.cut = cut }
  }

  private func picture(_ negative: inout Negative, width: Int?) -> PublishedPicture {
    if width == nil, let full = negative.full { return full }
    guard isRedrawn(negative.cut, width: width) else { return PublishedPicture(bytes: negative.cut, isDamaged: false) }
    let name = PictureStore.name(negative.digest, width: width, recipe: Self.recipe)
    used.withLock { _ = $0.insert(name) }
    let picture = store.picture(name).map { PublishedPicture(bytes: $0, isDamaged: false) } ?? drawn(&negative, width)
    if width == nil { negative.full = picture }
    return picture
  }

  private func drawn(_ negative: inout Negative, _ width: Int?) -> PublishedPicture {
    let made: PublishedPicture
    if let width {
      let full = picture(&negative, width: nil)
      made = full.isDamaged ? full : smallerPicture(full.bytes, width: width)
    } else {
      made = fullPicture(negative.cut)
    }
    if !made.isDamaged {
      store.keep(made.bytes, as: PictureStore.name(negative.digest, width: width, recipe: Self.recipe))
    }
    return made
  }
}

/// A file of the project as it leaves it, read when it is asked for: pictures may be larger than memory. A link at any step
/// of its path is refused, as when loading.
/// - Parameter form: of a picture; all other files are as they are.
/// - Throws: `EnvironmentFailure`.
package func readPublished(_ source: String, as form: PictureForm = .full, in project: String) throws -> [UInt8] {
  let number = open(project, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard number >= 0 else { throw EnvironmentFailure.system(errno, .read, project) }
  var folder = Descriptor(adopting: number, path: project)
  var steps = source.parts(at: "/").map(String.init)
  let name = steps.removeLast()
  for step in steps { folder = try Descriptor(folder: step, in: folder.number, path: source) }
  let file = try Descriptor(name, in: folder.number, flags: O_RDONLY | O_NONBLOCK, path: source, action: .read)
  let status = try file.status()
  guard EntryKind(status.st_mode) == .file else { throw EnvironmentFailure.system(EINVAL, .read, source) }
  let bytes = try file.read(upTo: Int(status.st_size))
  guard isPhotograph(source) else { return published(bytes, named: source) }
  return Darkroom(project: project).develop(bytes, as: [form])[0].bytes
}

/// Whether a file is a picture made of pixels, by its name.
func isPhotograph(_ path: String) -> Bool { pictureKind(of: path).map { $0 != "svg" } ?? false }
