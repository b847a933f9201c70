import Foundation
import Picturing

extension OutputCopy {
  /// The files it becomes; `nil` where they are too large to be made in memory.
  func made(of project: String, from darkroom: Darkroom) throws -> [(file: OutputFile, isDamaged: Bool)]? {
    let file = try Descriptor(
      "\(project)/\(source)", flags: O_RDONLY | O_NONBLOCK, path: source, action: .read)
    guard let bytes = try file.contents(atMost: mostInMemory) else { return nil }
    // A photograph is published without what its camera wrote of place and person, which takes all of it.
    if isPhotograph(source) {
      let pictures = darkroom.develop(bytes, as: forms.map(\.picture))
      return zip(forms, pictures).map { (OutputFile(path: $0.path, bytes: $1.bytes), $1.isDamaged) }
    }
    let made = published(bytes, named: source)
    return forms.map { (OutputFile(path: $0.path, bytes: made), false) }
  }

  /// Whether they are made in memory, as the file stands.
  func isMadeInMemory(of project: String) -> Bool {
    var status = stat()
    return lstat("\(project)/\(source)", &status) == 0 && Int(status.st_size) <= mostInMemory
  }

  /// Bytes.
  private var mostInMemory: Int { isPhotograph(source) ? 64 << 20 : 4 << 20 }
}
