import Foundation

/// An open file or folder, closed when its owner goes; the one place that reads and writes by POSIX calls.
struct Descriptor: ~Copyable {
  let number: Int32
  let path: String

  /// `name` is looked up in `folder`, or from the working folder; never follows a link in its last part.
  init(_ name: String, in folder: Int32 = AT_FDCWD, flags: Int32, path: String, action: EnvironmentFailure.Action)
    throws
  {
    let opened = openat(folder, name, flags | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard opened >= 0 else { throw EnvironmentFailure.system(errno, action, path) }
    number = opened
    self.path = path
  }

  init(folder name: String, in parent: Int32 = AT_FDCWD, path: String) throws {
    try self.init(name, in: parent, flags: O_RDONLY | O_DIRECTORY, path: path, action: .read)
  }

  /// Takes over a number somebody else opened.
  init(adopting number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  deinit { close(number) }

  func status() throws -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw EnvironmentFailure.system(errno, .read, path) }
    return status
  }

  /// The first `limit` bytes, or all of a shorter file.
  func read(upTo limit: Int) throws -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit {
        let got = Glibc.read(number, buffer.baseAddress?.advanced(by: count), limit - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw EnvironmentFailure.system(failure, .read, path) }
    return bytes
  }

  /// What there is to read, as soon as there is something; nothing at the end.
  func readSome() throws -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let got = Glibc.read(number, &chunk, chunk.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw EnvironmentFailure.system(errno, .read, path) }
      return Array(chunk[..<got])
    }
  }

  func write(_ bytes: [UInt8]) throws {
    let failure = bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let put = Glibc.write(number, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if put < 0, errno == EINTR { continue }
        if put < 0 { return errno }
        done += put
      }
      return 0
    }
    guard failure == 0 else { throw EnvironmentFailure.system(failure, .write, path) }
  }

  /// Copies all of another open file here, inside the kernel where that is possible; returns the size in bytes.
  func copy(from source: borrowing Descriptor) throws -> Int {
    var total = 0
    while true {
      let sent = sendfile(number, source.number, nil, 1 << 24)
      if sent < 0, errno == EINTR { continue }
      if sent < 0, total == 0, errno == EINVAL || errno == ENOSYS {
        return try copyThroughMemory(from: source)
      }
      guard sent >= 0 else { throw EnvironmentFailure.system(errno, .write, path) }
      if sent == 0 { return total }
      total += sent
    }
  }

  private func copyThroughMemory(from source: borrowing Descriptor) throws -> Int {
    var total = 0
    while true {
      let chunk = try source.read(upTo: 1 << 20)
      if chunk.isEmpty { return total }
      try write(chunk)
      total += chunk.count
    }
  }
}
