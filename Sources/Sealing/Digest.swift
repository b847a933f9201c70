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

  /// In lower-case hexadecimal; the last thing that is asked.
  package mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    precondition(EVP_DigestFinal_ex(context, &digest, &length) == 1, "libcrypto gave no digest")
    return hexadecimal(digest[..<Int(length)])
  }
}

private func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(2 * bytes.count)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
