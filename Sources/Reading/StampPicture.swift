import Diagnostics

extension SourceTree {
  /// The office's own picture of its stamp (公章), where it keeps one in the content: printed on certificates, and never
  /// published, since a picture on a site can be copied.
  package var stampPicture: Asset? {
    ["png", "svg", "jpg"].lazy.compactMap { asset(at: "content/print/stamp.\($0)") }.first
  }
}
