import Sealing

/// Takes in a file of a bag piece by piece: its digests, its size and, of what is read and not only digested, its bytes.
package struct FileReceiver: ~Copyable {
  private var short = Digester(.sha256)
  private var long = Digester(.sha512)
  private let limit: Int?
  private(set) var size = 0
  /// Empty where it isn't kept, or is more than may be.
  private(set) var text: [UInt8] = []

  /// - Parameter limit: up to how many bytes are kept; `nil` for none.
  init(keeping limit: Int?) { self.limit = limit }

  package mutating func receive(_ piece: [UInt8]) {
    short.update(piece)
    long.update(piece)
    size += piece.count
    guard let limit else { return }
    if size <= limit { text += piece } else { text = [] }
  }

  /// Parallel to the algorithms; the last thing that is asked.
  mutating func digests() -> [String] { [short.finish(), long.finish()] }
}
