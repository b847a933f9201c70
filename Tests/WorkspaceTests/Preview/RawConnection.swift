import Foundation
import Testing

/// A TCP connection to this machine that says exactly what it is told, as no well-behaved client would.
final class RawConnection {
  struct Silence: Error {}

  private let socket: Int32
  private var unread: [UInt8] = []

  init(port: Int) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw CocoaError(.fileReadUnknown) }
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(socket) }

  func say(_ text: String) {
    let bytes = Array(text.utf8)
    var said = 0
    while said < bytes.count {
      let count = bytes[said...].withUnsafeBytes {
        send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      said += count
    }
  }

  /// Takes what was said up to the end of a mark, or all until the other side has hung up.
  func hear(upTo mark: String? = nil) throws -> String {
    while true {
      let text = String(decoding: unread, as: UTF8.self)
      if let mark, let found = text.range(of: mark) {
        unread = Array(text[found.upperBound...].utf8)
        return String(text[..<found.upperBound])
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count >= 0 || errno == ECONNRESET else { throw Silence() }
      guard count > 0 else {
        guard mark == nil else { throw Silence() }
        unread = []
        return text
      }
      unread += buffer[..<count]
    }
  }
}

/// What a server says to one request.
struct RawAnswer {
  let status: Int
  let head: String
  let body: String

  init(port: Int, _ target: String, method: String = "GET", host: String? = nil) throws {
    let connection = try RawConnection(port: port)
    connection.say("\(method) \(target) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\nConnection: close\r\n\r\n")
    let text = try connection.hear()
    let parts = text.components(separatedBy: "\r\n\r\n")
    head = parts[0]
    body = parts.dropFirst().joined(separator: "\r\n\r\n")
    status = Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
  }

  func header(_ name: String) -> String? {
    head.components(separatedBy: "\r\n").first { $0.hasPrefix(name + ": ") }.map {
      String($0.dropFirst(name.count + 2))
    }
  }
}
