/// Counts what reading costs and refuses what costs too much.
final class WorkMeter {
  let limits: WorkbookLimits
  var work = WorkbookWork()

  init(limits: WorkbookLimits) { self.limits = limits }

  /// Bytes more that stay in memory.
  func keep(_ bytes: Int) throws(WorkbookRefusal) {
    work.keptBytes += bytes
    if work.keptBytes > limits.keptBytes { throw WorkbookRefusal(.tooLarge(.kept)) }
  }

  func inflate(_ bytes: Int) throws(WorkbookRefusal) {
    work.inflatedBytes += bytes
    if work.inflatedBytes > limits.inflatedBytes { throw WorkbookRefusal(.tooLarge(.inflated)) }
  }
}
