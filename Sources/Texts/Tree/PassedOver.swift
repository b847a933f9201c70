/// Something in a project's folders that is nobody's content, and why it was passed over.
package struct PassedOver: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Its name begins with a dot.
    case hidden
    /// An operating system, a shared drive, an editor or an office program leaves such files by itself.
    case dropping
    /// `ignore` in `site.yaml` says so.
    case ignored
  }
  package let path: String
  package let reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
