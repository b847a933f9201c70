import Sealing

@testable import Archiving

/// Verifies files that stand in memory whole.
func verify(_ entries: [BagEntry], against paper: String? = nil, whole: (String) -> [UInt8]) -> Verification {
  verify(entries, against: paper) { path, receiver in receiver.receive(whole(path)) }
}

/// A zip in memory, taken apart.
struct ZippedBag {
  let folder: String
  let files: [BagFile]
  let findings: [BagFinding]
  /// Bytes that were read of it, its tables included.
  let bytesRead: Int

  init(_ bytes: [UInt8], size: Int? = nil) {
    let meter = Meter()
    let source = ZipSource(size: size ?? bytes.count) { at, count in
      meter.count += count
      return Array(bytes[min(at, bytes.count)..<min(at + count, bytes.count)])
    }
    var reader = ZipReader(source)
    var files: [BagFile] = []
    // Reading memory doesn't fail.
    try? reader.read { path, feed in
      var receiver = FileReceiver(keeping: .max)
      try feed(&receiver)
      files.append(BagFile(path: path, bytes: receiver.text))
    }
    (folder, self.files, findings, bytesRead) = (reader.folder, files, reader.findings, meter.count)
  }

  private final class Meter { var count = 0 }
}
