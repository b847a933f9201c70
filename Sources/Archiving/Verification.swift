import Sealing
import Texts

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
  package let findings: [BagFinding]
  /// `nil` where the tag manifest is missing.
  package let fingerprint: String?
  /// What `bag-info.txt` says, in its order.
  package let info: [(label: String, value: String)]
  package let payloadCount: Int
  /// Bytes.
  package let payloadSize: Int
  /// Bytes read, files and lines looked at: grows with the bag, and no faster.
  let work: Int

  package func value(_ label: String) -> String? { info.first { $0.label == label }?.value }
}

/// Compares everything that stands in a bag with everything its manifests say, each way.
/// - Parameter read: hands over the bytes of a file piece by piece, asked for once each.
/// - Parameter earlier: what was found while the bag was opened.
/// - Parameter paper: the fingerprint as signed, spaces and letter case as one likes; finds a bag that was changed and
///   hashed anew.
package func verify(
  _ entries: [BagEntry], earlier: [BagFinding] = [], against paper: String? = nil,
  read: (_ path: String, _ receiver: inout FileReceiver) throws -> Void
) rethrows -> Verification {
  var check = BagCheck(findings: earlier)
  for entry in entries {
    switch entry.kind {
    case .file: try check.take(entry.path) { try read(entry.path, &$0) }
    case .hardLink:
      check.findings.append(.hardLink(entry.path))
      try check.take(entry.path) { try read(entry.path, &$0) }
    case .link: check.setAside(entry.path, .link(entry.path))
    case .other: check.setAside(entry.path, .notAFile(entry.path))
    case .emptyFolder: check.findings.append(.emptyFolder(entry.path))
    }
  }
  return check.finished(against: paper)
}

/// Takes a zip apart and verifies what is in it, piece by piece: no more of it stands in memory than its tables.
/// - Parameter paper: as above.
package func verify(_ zip: ZipSource, against paper: String? = nil) throws -> Verification {
  var reader = ZipReader(zip)
  var check = BagCheck(findings: [])
  try reader.read { path, feed in try check.take(path, feed) }
  check.findings = reader.findings + check.findings
  return check.finished(against: paper)
}

/// A file as it is; paths are compared by bytes, since two spellings of a letter are two names.
struct FoundFile: Equatable {
  let path: String
  let size: Int
  /// Parallel to the algorithms.
  let digests: [String]

  var key: [UInt8] { Array(path.utf8) }
  var isPayload: Bool { path.isPayload }
}

extension String {
  var isPayload: Bool { begins(with: "data/") }
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
  var work = 0

  init(findings: [BagFinding]) { self.findings = findings }

  /// - Parameter feed: hands over the file's bytes piece by piece.
  mutating func take(_ path: String, _ feed: (inout FileReceiver) throws -> Void) rethrows {
    let limit = path.isPayload ? nil : BagLimits.largestText(path)
    var receiver = FileReceiver(keeping: limit)
    try feed(&receiver)
    work += receiver.size + 1
    let file = FoundFile(path: path, size: receiver.size, digests: receiver.digests())
    if file.isPayload { payload.append(file) } else { tags.append(file) }
    guard let limit else { return }
    if receiver.size > limit, limit > 0 { findings.append(.tooLarge(path)) }
    texts[path] = receiver.text
  }

  mutating func setAside(_ path: String, _ finding: BagFinding) {
    aside.insert(Array(path.utf8))
    findings.append(finding)
  }

  /// - Parameter paper: the fingerprint as it was signed.
  mutating func finished(against paper: String?) -> Verification {
    compare()
    // Of the whole file, whatever was kept of it for reading.
    let fingerprint = tags.first { $0.path == HashAlgorithm.all[0].seal }?.digests[0]
    if let paper {
      let letters = paper.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "-" }
      let plain = String(String.UnicodeScalarView(letters))
      if plain != fingerprint { findings.append(.otherFingerprint(plain, is: fingerprint)) }
    }
    var seen: Set<BagFinding> = []
    return Verification(
      findings: findings.filter { seen.insert($0).inserted }.sorted {
        $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
      }, fingerprint: fingerprint, info: info, payloadCount: payload.count,
      payloadSize: payload.reduce(0) { $0 + $1.size }, work: work)
  }
}
