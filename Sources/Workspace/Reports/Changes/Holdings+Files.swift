import Disk
import Foundation
import Reports
import Texts

extension Holdings {
  /// No site of ours has a longer one.
  private static let largest = 1 << 20

  /// Of a published folder; `nil` where none stands in it, or it can't be read: then nothing is known of it.
  init?(published folder: String) {
    let path = "\(folder)/\(Self.path)"
    guard let file = try? Descriptor(path, flags: O_RDONLY | O_NONBLOCK, path: path, action: .read),
      let bytes = try? file.contents(atMost: Self.largest)
    else { return nil }
    self.init(bytes: bytes)
  }

  /// Of a site that isn't published yet.
  init?(_ plan: OutputPlan) {
    guard let index = plan.paths.firstIndex(where: { $0.isSame(as: Self.path) }) else { return nil }
    self.init(bytes: plan.make(index).bytes)
  }
}
