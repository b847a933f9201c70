import CCrypto

/// The hash functions of seals and archives; libcrypto is touched in this file only.
package enum HashFunction: Sendable {
  case sha256, sha512

  fileprivate var algorithm: OpaquePointer? { self == .sha256 ? EVP_sha256() : EVP_sha512() }

  /// The digest, or its first bytes, in lower-case hexadecimal.
  package func digest(of bytes: [UInt8], bytes first: Int = .max) -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    let done = bytes.withUnsafeBytes { EVP_Digest($0.baseAddress, $0.count, &digest, &length, algorithm, nil) }
    // Fails only where memory is exhausted or the library is broken: no digest must ever be made up.
    precondition(done == 1, "libcrypto gave no digest")
    return hexadecimal(digest[..<min(Int(length), first)])
  }
}

/// SHA-256 of some bytes, in the 32 bytes it has: a site has a hundred thousand files.
package struct Fingerprint: Equatable, Sendable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  package init(of bytes: [UInt8]) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let done = withUnsafeMutableBytes(of: &words) { target in
      bytes.withUnsafeBytes {
        EVP_Digest(
          $0.baseAddress, $0.count, target.baseAddress?.assumingMemoryBound(to: UInt8.self), nil, EVP_sha256(), nil)
      }
    }
    precondition(done == 1, "libcrypto gave no digest")
    self.words = words
  }

  /// `nil` for anything but 64 hexadecimal digits.
  package init?(hexadecimal text: some Collection<UInt8>) {
    guard text.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    var high: UInt8?
    for digit in text {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    words = bytes.withUnsafeBytes { $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self) }
  }

  /// In lower case, 64 digits.
  package var hexadecimal: [UInt8] { withUnsafeBytes(of: words) { hexadecimalBytes($0) } }

  package static func == (a: Fingerprint, b: Fingerprint) -> Bool { a.words == b.words }
}

/// The digest of a file that is read piece by piece.
package struct Digester: ~Copyable {
  private let context: OpaquePointer

  package init(_ function: HashFunction) {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, function.algorithm, nil) == 1 else {
      preconditionFailure("libcrypto gave no digest")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  package mutating func update(_ piece: [UInt8]) {
    let done = piece.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    precondition(done == 1, "libcrypto gave no digest")
  }

  /// Of what is digested by SHA-256; the last thing that is asked.
  package mutating func fingerprint() -> Fingerprint? { Fingerprint(hexadecimal: finish().utf8) }

  /// In lower-case hexadecimal; the last thing that is asked.
  package mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    precondition(EVP_DigestFinal_ex(context, &digest, &length) == 1, "libcrypto gave no digest")
    return hexadecimal(digest[..<Int(length)])
  }
}

private func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
  String(decoding: hexadecimalBytes(bytes), as: UTF8.self)
}

private func hexadecimalBytes(_ bytes: some Collection<UInt8>) -> [UInt8] {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(2 * bytes.count)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return text
}
