import Texts

extension SourceTree {
  /// The office's own picture of its stamp (公章), where it keeps one in the content: printed on certificates, and never
  /// published, since a picture on a site can be copied.
  package var stampPicture: Asset? {
    let pictures = assets.filter { $0.path.utf8.starts(with: "content/print/".utf8) }
    return ["png", "svg", "jpg"].lazy.compactMap { kind in
      pictures.first { $0.path.lowercased() == "content/print/stamp.\(kind)" }
    }.first
  }
}
