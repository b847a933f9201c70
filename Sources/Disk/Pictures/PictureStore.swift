import Foundation
import Sealing
import Texts

/// Pictures that were drawn once, in `.dualpoints/pictures/` of the project: whatever is in it can be thrown away, and is only
/// made anew. An entry begins with the digest of its name and its bytes, which is reckoned again at each reading.
///
/// Nothing here fails: where the store can't be read or written there is no store.
struct PictureStore: Sendable {
  private let place: String

  init(project: String) {
    place = Self.place(
      beside: project, isWritable: access(project, W_OK) == 0,
      cache: ProcessInfo.processInfo.environment["CACHE_DIRECTORY"])
  }

  /// In the project; where that is only to be read, as a service reads it, in the folder that systemd gives the service.
  static func place(beside project: String, isWritable: Bool, cache: String?) -> String {
    guard !isWritable, let cache, cache.begins(with: "/") else { return "\(project)/.dualpoints" }
    return cache
  }

  private static let pictures = "pictures"
  /// In hexadecimal digits.
  private static let digest = 64
  /// Bytes of an entry: a longer one is drawn each time, since nobody would read it.
  private static let largest = 256 << 20

  /// - Returns: `nil` for what isn't there, or isn't as it was put there.
  func picture(_ name: String) -> [UInt8]? {
    guard let folder = try? open(),
      let file = try? Descriptor(
        name, in: folder.number, flags: O_RDONLY | O_NONBLOCK, path: name, action: .read),
      let status = try? file.status(), EntryKind(status.st_mode) == .file,
      let bytes = try? file.contents(atMost: Self.largest), bytes.count > Self.digest
    else { return nil }
    let picture = Array(bytes[Self.digest...])
    return bytes.starts(with: Self.seal(name, picture)) ? picture : nil
  }

  /// Beside its place first, then renamed: several builds may put the same there.
  func keep(_ picture: [UInt8], as name: String) {
    guard picture.count <= Self.largest - Self.digest, let folder = try? made() else { return }
    let draft = Self.draft + unguessable()
    guard
      let file = try? Descriptor(
        draft, in: folder.number, flags: O_WRONLY | O_CREAT | O_EXCL, path: draft, action: .write)
    else { return }
    let isWritten = (try? file.write(Self.seal(name, picture) + picture)) != nil
    if !isWritten || renameat(folder.number, draft, folder.number, name) != 0 { unlinkat(folder.number, draft, 0) }
  }

  /// Throws away all that isn't named, and what killed runs left; another's draft too, who then keeps nothing this time.
  func keepOnly(_ names: Set<String>) {
    guard let folder = try? open(), let all = try? Disk.names(in: folder) else { return }
    for case let name? in all where !names.contains(name) && (Self.isName(name) || name.begins(with: Self.draft)) {
      unlinkat(folder.number, name, 0)
    }
  }

  private static let draft = ".draft-"

  /// Of the digest of what it was made from, its width, and how it was drawn.
  static func name(_ origin: String, width: Int?, recipe: String) -> String { "\(origin)-\(width ?? 0)-\(recipe)" }

  private static func isName(_ name: String) -> Bool {
    let parts = name.parts(at: "-")
    return parts.count == 3 && parts[0].utf8.count == digest
  }

  private static func seal(_ name: String, _ picture: [UInt8]) -> [UInt8] {
    Array(HashFunction.sha256.digest(of: Array(name.utf8) + picture).utf8)
  }

  private func open() throws -> Descriptor {
    let own = try Descriptor(folder: place, path: place)
    return try Descriptor(folder: Self.pictures, in: own.number, path: Self.pictures)
  }

  /// The folder, which says by itself that it belongs into nobody's history.
  private func made() throws -> Descriptor {
    if let folder = try? open() { return folder }
    mkdir(place, 0o777)
    mkdir("\(place)/\(Self.pictures)", 0o777)
    let folder = try open()
    if let file = try? Descriptor(
      "\(place)/.gitignore", flags: O_WRONLY | O_CREAT | O_EXCL, path: place, action: .write)
    {
      try? file.write(Array("*\n".utf8))
    }
    return folder
  }
}
