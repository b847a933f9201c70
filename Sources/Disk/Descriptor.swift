import Foundation

/// An open file or folder, closed when its owner goes; the one place that reads and writes by POSIX calls.
package struct Descriptor: ~Copyable {
  package let number: Int32
  package let path: String

  /// `name` is looked up in `folder`, or from the working folder; never follows a link in its last part.
  /// - Parameter mode: of a file that is made, of which the user's mask takes away.
  package init(
    _ name: String, in folder: Int32 = AT_FDCWD, flags: Int32, mode: mode_t = 0o666, path: String,
    action: EnvironmentFailure.Action
  ) throws {
    let opened = openat(folder, name, flags | O_CLOEXEC | O_NOFOLLOW, mode)
    guard opened >= 0 else { throw EnvironmentFailure.system(errno, action, path) }
    number = opened
    self.path = path
  }

  package init(folder name: String, in parent: Int32 = AT_FDCWD, path: String) throws {
    try self.init(name, in: parent, flags: O_RDONLY | O_DIRECTORY, path: path, action: .read)
  }

  /// Takes over a number somebody else opened.
  package init(adopting number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  deinit { close(number) }

  package func status() throws -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw EnvironmentFailure.system(errno, .read, path) }
    return status
  }

  /// The first `limit` bytes, or all of a shorter file.
  package func read(upTo limit: Int) throws -> [UInt8] {
    try filledBytes(limit, path: path) { [number] room, most, _ in Glibc.read(number, room, most) }
  }

  /// What there is to read, as soon as there is something; nothing at the end.
  package func readSome() throws -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let got = Glibc.read(number, &chunk, chunk.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw EnvironmentFailure.system(errno, .read, path) }
      return Array(chunk[..<got])
    }
  }

  package func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try write(all: $0) } }

  package func write(all bytes: UnsafeRawBufferPointer) throws {
    var done = 0
    while done < bytes.count {
      let put = Glibc.write(number, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      if put < 0 {
        if errno == EINTR { continue }
        throw EnvironmentFailure.system(errno, .write, path)
      }
      done += put
    }
  }

  /// Hands over what is left to read, a piece at a time, so that no file is too large for memory.
  func readPieces(_ receive: ([UInt8]) throws -> Void) throws {
    while case let piece = try read(upTo: 1 << 20), !piece.isEmpty { try receive(piece) }
  }

  /// Whether what is left to read is just that; nothing is read beyond the piece where it isn't.
  func reads(_ bytes: [UInt8]) throws -> Bool {
    var rest = bytes[...]
    while case let piece = try read(upTo: min(max(rest.count, 1), 1 << 20)), !piece.isEmpty {
      guard rest.starts(with: piece) else { return false }
      rest = rest.dropFirst(piece.count)
    }
    return rest.isEmpty
  }

  /// All of a file that is no larger than `limit`; `nil` of a larger one, whatever it holds: a file may claim to have more
  /// bytes than there is memory.
  package func contents(atMost limit: Int) throws -> [UInt8]? {
    let size = Int(try status().st_size)
    return size <= limit ? try read(upTo: size) : nil
  }
}

/// As many bytes as `read` gives up to a limit, however few come at a time; fewer where it finds the end.
/// - Parameter read: as read(2): where to write, how many at most, and how many came before.
package func filledBytes(
  _ limit: Int, path: String, _ read: (UnsafeMutablePointer<UInt8>?, _ most: Int, _ done: Int) -> Int
) throws -> [UInt8] {
  var failure: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, done in
    while done < limit {
      let got = read(buffer.baseAddress?.advanced(by: done), limit - done, done)
      if got < 0, errno == EINTR { continue }
      if got < 0 { failure = errno }
      if got <= 0 { break }
      done += got
    }
  }
  guard failure == 0 else { throw EnvironmentFailure.system(failure, .read, path) }
  return bytes
}
