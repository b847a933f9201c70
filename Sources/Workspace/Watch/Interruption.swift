import Disk
import Foundation

/// Ctrl-C and `kill` as something one can wait for: the first makes a descriptor readable, the second ends the program as
/// it always would.
final class Interruption {
  private let reading: Descriptor
  private let writing: Descriptor
  private let sources: [any DispatchSourceSignal]

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw EnvironmentFailure.system(errno, .watch, "pipe") }
    reading = Descriptor(adopting: ends[0], path: "pipe")
    writing = Descriptor(adopting: ends[1], path: "pipe")
    let number = ends[1]
    sources = [SIGINT, SIGTERM].map { kind in
      signal(kind, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: kind, queue: .global())
      source.setEventHandler {
        signal(kind, SIG_DFL)
        var byte: UInt8 = 0
        write(number, &byte, 1)
      }
      source.activate()
      return source
    }
  }

  var descriptor: Int32 { reading.number }
}
