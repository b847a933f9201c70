import Sealing
import Texts

/// A file of a bag, or one that shall go into it.
package struct BagFile: Sendable, Equatable {
  /// From the bag's folder, `/`-separated.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}

/// A folder that proves its own contents (BagIt 1.0, RFC 8493).
package struct Bag: Sendable {
  /// In order of path, by bytes.
  package let files: [BagFile]
  /// SHA-256 of `tagmanifest-sha256.txt`, which covers every other file: what is signed on paper.
  package let fingerprint: String
  package let payloadCount: Int
  /// Bytes.
  package let payloadSize: Int

  /// - Parameter payload: at paths that begin with `data/`, each once.
  /// - Parameter tags: what stands beside `data/` for people: described by the bag and no part of what is kept.
  /// - Parameter info: lines of `bag-info.txt` in their order; `Payload-Oxum` is added.
  package init(payload: [BagFile], tags: [BagFile], info: [(label: String, value: String)]) {
    precondition(payload.allSatisfy(\.path.isPayload), "a payload file outside data/")
    let payload = payload.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    payloadCount = payload.count
    payloadSize = payload.reduce(0) { $0 + $1.bytes.count }
    let oxum = "\(payloadSize).\(payloadCount)"
    let lines = info.map { "\($0.label): \(oneLine($0.value))\n" } + ["Payload-Oxum: \(oxum)\n"]
    var described =
      tags + [
        BagFile(path: declarationName, text: declaration), BagFile(path: infoName, text: lines.joined()),
      ]
    described += HashAlgorithm.all.map { BagFile(path: "manifest-\($0.name).txt", text: manifest(of: payload, $0)) }
    described.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let seals = HashAlgorithm.all.map { BagFile(path: "tagmanifest-\($0.name).txt", text: manifest(of: described, $0)) }
    fingerprint = HashFunction.sha256.digest(of: seals[0].bytes)
    files = (payload + described + seals).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

let declarationName = "bagit.txt"
let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
let infoName = "bag-info.txt"

/// The algorithms of a bag's manifests; the first is the fingerprint's.
struct HashAlgorithm {
  let name: String
  let function: HashFunction
  /// Of a digest in hexadecimal.
  let length: Int

  static let all = [
    HashAlgorithm(name: "sha256", function: .sha256, length: 64),
    HashAlgorithm(name: "sha512", function: .sha512, length: 128),
  ]
}

private func manifest(of files: [BagFile], _ algorithm: HashAlgorithm) -> String {
  files.map { manifestLine(algorithm.function.digest(of: $0.bytes), $0.path) }.joined()
}

/// As `sha256sum` prints it, and reads it again.
func manifestLine(_ digest: String, _ path: String) -> String { "\(digest)  \(encodedPath(path))\n" }

/// RFC 8493, 2.1.3: these and no others.
private func encodedPath(_ path: String) -> String {
  var text = ""
  for scalar in path.unicodeScalars {
    switch scalar {
    case "%": text += "%25"
    case "\n": text += "%0A"
    case "\r": text += "%0D"
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text
}

/// A line of `bag-info.txt` that would begin another one would be another statement.
private func oneLine(_ text: String) -> String {
  text.unicodeScalars.split {
    $0 == "\t" || (0x0A...0x0D).contains($0.value) || [0x85, 0x2028, 0x2029].contains($0.value)
  }
  .map { String($0) }.joined(separator: " ").printable
}
