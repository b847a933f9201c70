import Testing

@testable import Sealing

@Suite("Digests")
struct DigestTests {
  /// The examples of FIPS 180-2.
  @Test func knownTexts() {
    let abc = Array("abc".utf8)
    #expect(
      HashFunction.sha256.digest(of: abc) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      HashFunction.sha256.digest(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      HashFunction.sha512.digest(of: abc)
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
  }

  @Test("a fingerprint is the same in 32 bytes, and reads nothing but 64 small digits")
  func fingerprints() {
    let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let fingerprint = Fingerprint(of: Array("abc".utf8))
    #expect(MemoryLayout<Fingerprint>.size == 32)
    #expect(String(decoding: fingerprint.hexadecimal, as: UTF8.self) == text)
    #expect(Fingerprint(hexadecimal: text.utf8) == fingerprint)
    #expect(Fingerprint(of: []) != fingerprint)
    for wrong in ["", "-", String(text.dropLast()), text + "0", text.uppercased(), text.dropLast() + "g"] {
      #expect(Fingerprint(hexadecimal: wrong.utf8) == nil, "\(wrong)")
    }
  }
}
