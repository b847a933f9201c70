/// The path from the site's root that a request's target names, without its first slash: `""` for the root.
///
/// Nothing is resolved: `..` and `.`, empty steps, encoded slashes, backslashes and control characters name no file of a
/// site, so they are refused instead.
func sitePath(of target: String) -> String? {
  let bytes = Array(target.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
  guard bytes.first == UInt8(ascii: "/") else { return nil }
  var path: [UInt8] = []
  var next = 1
  while next < bytes.count {
    var byte = bytes[next]
    next += 1
    if byte == UInt8(ascii: "%") {
      guard next + 1 < bytes.count, let high = hexDigit(bytes[next]), let low = hexDigit(bytes[next + 1]) else {
        return nil
      }
      byte = high << 4 | low
      next += 2
      guard byte != UInt8(ascii: "/") else { return nil }
    }
    guard byte >= 0x20, byte != 0x7F, byte != UInt8(ascii: "\\") else { return nil }
    path.append(byte)
  }
  let steps = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  let dot = UInt8(ascii: ".")
  guard !steps.dropLast().contains(where: \.isEmpty), !steps.contains(where: { $0 == [dot] || $0 == [dot, dot] })
  else { return nil }
  return String(validating: path, as: UTF8.self)
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

/// Whether a request's Host headers name this machine itself. A foreign site whose name was pointed at 127.0.0.1 sends
/// its own name, and must not read the office's pages through the browser.
func isOwnHost(_ hosts: [String]) -> Bool {
  guard hosts.count == 1, let host = hosts.first else { return false }
  let parts = host.lowercased().utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
  guard parts[0].elementsEqual("localhost".utf8) || parts[0].elementsEqual("127.0.0.1".utf8) else { return false }
  return parts.count == 1 || (!parts[1].isEmpty && parts[1].allSatisfy { (0x30...0x39).contains($0) })
}
