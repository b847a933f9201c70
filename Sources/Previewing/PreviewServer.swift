import NIOCore
import NIOHTTP1
import NIOPosix

/// Answers browsers on this machine alone (127.0.0.1) with what is shown, from memory, and tells open pages of a rebuild.
///
/// Nothing here can open a file: the room imports neither Foundation nor the C library.
package final class PreviewServer: Sendable {
  /// The one asked for, or the one the system chose for port 0.
  package let port: Int
  private let desk: FrontDesk
  private let group: MultiThreadedEventLoopGroup

  /// Listens at once.
  /// - Parameter port: 0 lets the system choose.
  /// - Throws: `PreviewFailure`.
  package init(port: Int, showing site: PreviewSite) throws {
    let desk = FrontDesk(showing: site)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    do {
      let channel = try ServerBootstrap(group: group)
        .serverChannelOption(.backlog, value: 128)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelInitializer { channel in
          guard desk.enter(channel) else { return channel.close() }
          return channel.eventLoop.makeCompletedFuture {
            var limits = NIOHTTPDecoderLimitConfiguration()
            limits.maxHeaderFieldSize = 32 << 10
            limits.maxHeaderListSize = 64 << 10
            limits.maxHeaderFieldCount = 100
            let pipeline = channel.pipeline.syncOperations
            try pipeline.configureHTTPServerPipeline(
              withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
            try pipeline.addHandler(Conversation(at: desk))
          }
        }
        .bind(host: "127.0.0.1", port: port).wait()
      self.port = channel.localAddress?.port ?? port
    } catch {
      try? group.syncShutdownGracefully()
      throw PreviewFailure(code: (error as? IOError)?.errnoCode ?? 0)
    }
    self.desk = desk
    self.group = group
  }

  /// From now on this is what browsers see; open pages of another build reload.
  package func show(_ site: PreviewSite) { desk.show(site) }

  /// Ends every connection and gives the port back.
  package func stop() {
    // What fails here is being thrown away anyway.
    try? group.syncShutdownGracefully()
  }
}

/// The server can't listen.
package struct PreviewFailure: Error {
  /// The system's `errno`; 0 where it gave none.
  package let code: Int32
}
