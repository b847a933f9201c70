import Composing
import Disk
import Pages
import Synchronization
import Texts

/// The index of search, made when the first of its files is asked for: who looks at a page while she writes it seldom
/// searches, and of ten thousand stories the index takes a third of a second.
final class SearchOnDemand: Sendable {
  private let context: SiteContext
  private let plans = Mutex<[String: FilePlan]?>(nil)

  init(_ context: SiteContext) { self.context = context }

  func file(_ path: String) -> OutputFile? {
    guard path.begins(with: "search/") else { return nil }
    let plan = plans.withLock { plans -> FilePlan? in
      let all = plans ?? Dictionary(searchFiles(context).map { ($0.path, $0) }) { first, _ in first }
      plans = all
      return all[path]
    }
    return plan.map { OutputFile(path: $0.path, bytes: $0.make()) }
  }
}
