import Sheets

/// The part of shared texts.
final class SharedStrings: PartReader {
  private let meter: WorkMeter
  private var collector = TextCollector()
  private(set) var strings = StringStore()

  init(meter: WorkMeter) { self.meter = meter }

  override func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    switch depth {
    case 0: return name == "sst"
    case 1:
      collector.begin()
      return name == "si"
    default: return collector.enter(name, attributes, depth: depth - 2)
    }
  }

  override func take(_ text: UnsafeBufferPointer<UInt8>) {
    if !collector.take(text, most: limits.textBytes) { refuse(.tooLarge(.text)) }
  }

  override func leave(depth: Int) {
    if depth > 1 { return collector.leave(depth: depth - 2) }
    guard depth == 1 else { return }
    collector.finish()
    do throws(WorkbookRefusal) {
      try meter.keep(collector.bytes.count + 8)
    } catch {
      return refuse(error)
    }
    strings.append(collector.bytes, collector.strike)
  }
}
