/// An address that leads where it seems to: by http, to a mail or a telephone, or within the site. Any other scheme, and
/// another host behind two slashes, is made a path of the site, which leads nowhere but does no harm.
func harmlessAddress(_ address: String) -> String {
  let bytes = address.utf8
  let head = bytes.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
  // Browsers pass over white space and controls in a scheme, and take a backslash for a slash.
  let isPlain = !head.contains { $0 <= 0x20 || $0 == UInt8(ascii: "\\") }
  let scheme = head.prefix { $0 != UInt8(ascii: ":") }
  if isPlain, scheme.count < head.count {
    let known = ["http", "https", "mailto", "tel"].contains(String(decoding: scheme, as: UTF8.self).lowercased())
    return known ? address : "./" + address
  }
  let opening = bytes.prefix(2)
  let isOtherHost = opening.count == 2 && opening.allSatisfy { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
  return isPlain && !isOtherHost ? address : "./" + address
}
