import NIOCore
import NIOHTTP1

/// One browser's connection: request in, answer out, one after the other.
final class Conversation: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let desk: FrontDesk
  private var head: HTTPRequestHead?
  /// A whole request that has no answer yet.
  private var asked: HTTPRequestHead?
  private var deadline: Scheduled<Void>?

  /// For a whole request after connecting, and for taking the answer and sending the next one.
  private static let patience = (first: TimeAmount.seconds(5), later: TimeAmount.seconds(60))

  init(at desk: FrontDesk) { self.desk = desk }

  func channelActive(context: ChannelHandlerContext) {
    expectNews(within: Self.patience.first, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      asked = head
      head = nil
      answerIfRead(context)
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    answerIfRead(context)
    context.fireChannelWritabilityChanged()
  }

  /// Waits while earlier answers lie unread, so that they can't pile up.
  private func answerIfRead(_ context: ChannelHandlerContext) {
    guard context.channel.isWritable, let request = asked else { return }
    asked = nil
    answer(request, context)
  }

  private func answer(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let reply = Reply(to: request, from: desk.site)
    let head = HTTPResponseHead(version: .http1_1, status: reply.status, headers: reply.headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    switch reply.body {
    case .events:
      // An answer without an end: a line for each build.
      deadline?.cancel()
      context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: "retry: 500\n\n")))), promise: nil)
      desk.listen(context.channel)
      return
    case .bytes(let bytes): context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
    case .none: break
    }
    expectNews(within: Self.patience.later, context)
    let channel = context.channel
    let sent = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    if !reply.keepsConnection { sent.whenComplete { _ in channel.close(promise: nil) } }
  }

  /// Ends a connection that neither sends a whole request nor takes its answer.
  private func expectNews(within time: TimeAmount, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }
}
