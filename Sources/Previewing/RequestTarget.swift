/// Whether a request's Host headers name this machine itself. A foreign site whose name was pointed at 127.0.0.1 sends
/// its own name, and must not read the office's pages through the browser.
func isOwnHost(_ hosts: [String]) -> Bool {
  guard hosts.count == 1, let host = hosts.first else { return false }
  let bytes = Array(host.lowercased().utf8)
  let parts = bytes.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
  guard parts[0].elementsEqual("localhost".utf8) || parts[0].elementsEqual("127.0.0.1".utf8) else { return false }
  return parts.count == 1 || (!parts[1].isEmpty && parts[1].allSatisfy { (0x30...0x39).contains($0) })
}
