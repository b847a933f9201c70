import NIOCore
import NIOHTTP1
import Synchronization

/// What all connections share: the site shown, who is connected, and who waits for a rebuild.
final class FrontDesk: Sendable {
  private struct State {
    var site: PreviewSite
    var guests = 0
    var listeners: [ObjectIdentifier: any Channel] = [:]
  }

  private let state: Mutex<State>

  /// A browser needs six; a program that opens connections without end gets no more than this.
  private static let mostGuests = 256

  init(showing site: PreviewSite) { state = Mutex(State(site: site)) }

  var site: PreviewSite { state.withLock { $0.site } }

  /// - Returns: false where there are too many already.
  func enter(_ channel: any Channel) -> Bool {
    let isWelcome = state.withLock { state in
      guard state.guests < Self.mostGuests else { return false }
      state.guests += 1
      return true
    }
    guard isWelcome else { return false }
    channel.closeFuture.whenComplete { _ in
      self.state.withLock { state in
        state.guests -= 1
        state.listeners[ObjectIdentifier(channel)] = nil
      }
    }
    return true
  }

  /// Tells the channel the build shown now and every later one.
  func listen(_ channel: any Channel) {
    let site = state.withLock { state in
      if channel.isActive { state.listeners[ObjectIdentifier(channel)] = channel }
      return state.site
    }
    tell(site.build, to: channel)
  }

  func show(_ site: PreviewSite) {
    let (listeners, old) = state.withLock { state in
      let old = state.site
      state.site = site
      return (Array(state.listeners.values), old)
    }
    for channel in listeners { tell(site.build, to: channel) }
    // A large site is let go of here, not while others wait for the lock.
    withExtendedLifetime(old) {}
  }

  /// Who doesn't read what it is told would let it pile up.
  private func tell(_ build: String, to channel: any Channel) {
    guard channel.isWritable else { return channel.close(promise: nil) }
    channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: buildEvent(build)))), promise: nil)
  }
}
