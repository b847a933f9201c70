import Texts

extension BagCheck {
  mutating func compare() {
    if let text = texts[declarationName] {
      if text != Array(declaration.utf8) { findings.append(.otherVersion()) }
    } else {
      findings.append(.required(declarationName))
    }
    if texts["fetch.txt"] != nil { findings.append(.fetches()) }
    for (index, algorithm) in HashAlgorithm.all.enumerated() {
      let (manifest, seal) = (algorithm.manifest, algorithm.seal)
      compare(payload, with: manifest, index, isPayload: true)
      let described = tags.filter { !isSeal($0.path) }
      compare(described, with: seal, index, isPayload: false)
      checkForm(of: seal, described, index)
    }
    for tag in tags where tag.path.begins(with: "tagmanifest-") && !isSeal(tag.path) {
      findings.append(.added(tag.path))
    }
    checkInfo()
  }

  private func isSeal(_ path: String) -> Bool {
    HashAlgorithm.all.contains { path == $0.seal }
  }

  /// - Parameter index: of the algorithm.
  private mutating func compare(_ files: [FoundFile], with manifest: String, _ index: Int, isPayload: Bool) {
    guard let text = texts[manifest] else {
      findings.append(.required(manifest))
      return
    }
    var listed = lines(of: text, manifest, HashAlgorithm.all[index], isPayload: isPayload)
    var unlisted: [FoundFile] = []
    for file in files {
      guard let digest = listed.removeValue(forKey: file.key) else {
        unlisted.append(file)
        continue
      }
      if digest != file.digests[index] { findings.append(.changed(file.path, by: manifest)) }
    }
    let gone = listed.filter { !aside.contains($0.key) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    // By digest, the first of each last, so that as many renamed files are found as there are, each in one step.
    var twins = Dictionary(grouping: unlisted.indices.reversed()) { unlisted[$0].digests[index] }
    var renamed: Set<Int> = []
    for (key, digest) in gone {
      let path = String(decoding: key, as: UTF8.self)
      if let twin = twins[digest]?.popLast() {
        renamed.insert(twin)
        findings.append(.renamed(path, to: unlisted[twin].path))
      } else {
        findings.append(.missing(path, by: manifest))
      }
    }
    findings += unlisted.indices.filter { !renamed.contains($0) }.map { .added(unlisted[$0].path) }
    work += files.count + gone.count + unlisted.count
  }

  /// Digest by path; what isn't a line of a manifest is named.
  private mutating func lines(of text: [UInt8], _ manifest: String, _ algorithm: HashAlgorithm, isPayload: Bool)
    -> [[UInt8]: String]
  {
    var listed: [[UInt8]: String] = [:]
    let ends = text.count { $0 == UInt8(ascii: "\n") }
    // More than can be true needn't be read line by line.
    guard ends <= BagLimits.mostFiles else {
      findings.append(.tooLarge(manifest))
      return listed
    }
    work += ends
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // The last line has its end too.
    if lines.last?.isEmpty == true { lines.removeLast() } else { findings.append(.notAsWritten(manifest)) }
    for (number, line) in lines.enumerated() {
      let digest = line.prefix(algorithm.length)
      let rest = line.dropFirst(algorithm.length)
      let isDigest =
        digest.count == algorithm.length
        && digest.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      guard isDigest, rest.starts(with: "  ".utf8), let path = decodedPath(rest.dropFirst(2)), !path.isEmpty else {
        findings.append(.malformedLine(number + 1, of: manifest))
        continue
      }
      guard isSafePath(path), path.isPayload == isPayload, isPayload || !path.begins(with: "tagmanifest-")
      else {
        findings.append(.unsafePath(path, in: manifest))
        continue
      }
      if listed.updateValue(String(decoding: digest, as: UTF8.self), forKey: Array(path.utf8)) != nil {
        findings.append(.twice(path, in: manifest))
      }
    }
    return listed
  }

  /// Nothing covers a tag manifest, so its form is held to the byte as well.
  private mutating func checkForm(of seal: String, _ described: [FoundFile], _ index: Int) {
    guard let text = texts[seal], !findings.contains(where: { !$0.path.isPayload }) else { return }
    let sorted = described.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let expected = sorted.map { manifestLine($0.digests[index], $0.path) }.joined()
    if text != Array(expected.utf8) { findings.append(.notAsWritten(seal)) }
  }

  private mutating func checkInfo() {
    guard let text = texts[infoName] else {
      findings.append(.required(infoName))
      return
    }
    for line in text.split(separator: UInt8(ascii: "\n")) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex else {
        findings.append(.notAsWritten(infoName))
        continue
      }
      let value = line[(colon + 1)...].drop { $0 == UInt8(ascii: " ") }
      info.append((String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self)))
    }
    let said = info.filter { $0.label == "Payload-Oxum" }.map(\.value)
    let actual = "\(payload.reduce(0) { $0 + $1.size }).\(payload.count)"
    if said != [actual] { findings.append(.wrongOxum(said.joined(separator: ", "), is: actual)) }
  }
}

/// A manifest's path with its `%25`, `%0A` and `%0D` resolved; `nil` for another escape or bytes that aren't UTF-8.
private func decodedPath(_ bytes: ArraySlice<UInt8>) -> String? {
  var path: [UInt8] = []
  var rest = bytes
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      path.append(byte)
      continue
    }
    switch String(decoding: rest.prefix(2), as: UTF8.self).uppercased() {
    case "25": path.append(UInt8(ascii: "%"))
    case "0A": path.append(0x0A)
    case "0D": path.append(0x0D)
    default: return nil
    }
    rest = rest.dropFirst(2)
  }
  return String(validating: path, as: UTF8.self)
}
