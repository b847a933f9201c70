import CCrypto

/// The hash functions of seals and archives; libcrypto is touched in this file only.
package enum HashFunction: Sendable {
  case sha256, sha512

  /// The digest, or its first bytes, in lower-case hexadecimal.
  package func digest(of bytes: [UInt8], bytes first: Int = .max) -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    let algorithm = self == .sha256 ? EVP_sha256() : EVP_sha512()
    let done = bytes.withUnsafeBytes { EVP_Digest($0.baseAddress, $0.count, &digest, &length, algorithm, nil) }
    // Fails only where memory is exhausted or the library is broken: no digest must ever be made up.
    precondition(done == 1, "libcrypto gave no digest")
    return hexadecimal(digest[..<min(Int(length), first)])
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
