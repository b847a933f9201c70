import Diagnostics
import Sealing

/// What stands at a path of a bag.
package struct BagEntry: Sendable {
  package enum Kind: Sendable { case file, hardLink, link, emptyFolder, other }
  package let path: String
  package let kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

/// What looking at a whole bag came to.
package struct Verification: Sendable {
  /// All of them, by path; none for a sound bag.
  package internal(set) var findings: [BagFinding]
  /// `nil` where the tag manifest is missing.
  package let fingerprint: String?
  /// What `bag-info.txt` says, in its order.
  package let info: [(label: String, value: String)]
  package let payloadCount: Int
  /// Bytes.
  package let payloadSize: Int

  package func value(_ label: String) -> String? { info.first { $0.label == label }?.value }
}

/// Compares everything that stands in a bag with everything its manifests say, each way.
/// - Parameter read: the bytes of a file, asked for once each.
/// - Parameter earlier: what was found while the bag was opened.
/// - Parameter paper: the fingerprint as signed, spaces and letter case as one likes; finds a bag that was changed and
///   hashed anew.
package func verify(
  _ entries: [BagEntry], earlier: [BagFinding] = [], against paper: String? = nil, read: (String) throws -> [UInt8]
) rethrows -> Verification {
  var check = BagCheck(findings: earlier)
  for entry in entries {
    switch entry.kind {
    case .file: check.take(entry.path, try read(entry.path))
    case .hardLink:
      check.findings.append(.hardLink(entry.path))
      check.take(entry.path, try read(entry.path))
    case .link: check.setAside(entry.path, .link(entry.path))
    case .other: check.setAside(entry.path, .notAFile(entry.path))
    case .emptyFolder: check.findings.append(.emptyFolder(entry.path))
    }
  }
  check.compare()
  let fingerprint = check.texts["tagmanifest-sha256.txt"].map { HashFunction.sha256.digest(of: $0) }
  if let paper {
    let plain = String(
      String.UnicodeScalarView(paper.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "-" }))
    if plain != fingerprint { check.findings.append(.otherFingerprint(plain, is: fingerprint)) }
  }
  var seen: Set<BagFinding> = []
  let findings = check.findings.filter { seen.insert($0).inserted }.sorted {
    $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
  }
  return Verification(
    findings: findings, fingerprint: fingerprint, info: check.info, payloadCount: check.payload.count,
    payloadSize: check.payload.reduce(0) { $0 + $1.size })
}

/// A file as it is; paths are compared by bytes, since two spellings of a letter are two names.
struct FoundFile {
  let path: String
  let size: Int
  /// Parallel to the algorithms.
  let digests: [String]

  var key: [UInt8] { Array(path.utf8) }
  var isPayload: Bool { path.begins(with: "data/") }
}

/// What to look at while a bag is being compared.
struct BagCheck {
  var findings: [BagFinding]
  var payload: [FoundFile] = []
  var tags: [FoundFile] = []
  /// Tag files by name, for reading.
  var texts: [String: [UInt8]] = [:]
  /// Paths that hold no file one could digest: named already.
  var aside: Set<[UInt8]> = []
  var info: [(label: String, value: String)] = []

  init(findings: [BagFinding]) { self.findings = findings }

  mutating func take(_ path: String, _ bytes: [UInt8]) {
    let digests = HashAlgorithm.all.map { $0.function.digest(of: bytes) }
    let file = FoundFile(path: path, size: bytes.count, digests: digests)
    if file.isPayload {
      payload.append(file)
    } else {
      tags.append(file)
      texts[path] = bytes
    }
  }

  mutating func setAside(_ path: String, _ finding: BagFinding) {
    aside.insert(Array(path.utf8))
    findings.append(finding)
  }
}
