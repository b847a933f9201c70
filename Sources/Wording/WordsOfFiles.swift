import Texts

extension Words {
  /// What is said of a file behind the link to it: `（PDF，1.2 MB）`.
  package static func attachment(_ kind: AttachmentKind, bytes: Int) -> String {
    "（\(name(of: kind))，\(size(bytes))）"
  }

  private static func name(of kind: AttachmentKind) -> String {
    switch kind {
    case .pdf, .ofd: kind.rawValue.uppercased()
    case .doc, .docx: "Word"
    case .xls, .xlsx: "Excel"
    case .ppt, .pptx: "PPT"
    case .zip: "压缩包"
    case .mp4: "视频"
    case .mp3: "录音"
    case .txt: "文本"
    }
  }

  /// As file managers show it, in units of 1024, rounded up: `640 字节`, `1.2 MB`, `35 MB`.
  package static func size(_ bytes: Int) -> String {
    let units = ["KB", "MB", "GB"]
    var (unit, scale) = (0, 1 << 10)
    guard bytes >= scale else { return "\(bytes) 字节" }
    while unit < units.count - 1, bytes >= scale << 10 { (unit, scale) = (unit + 1, scale << 10) }
    let tenths = (bytes * 10 + scale - 1) / scale
    if tenths >= 100 { return "\((bytes + scale - 1) / scale) \(units[unit])" }
    return tenths % 10 == 0 ? "\(tenths / 10) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
